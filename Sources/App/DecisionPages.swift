import Decisions
import Membership
import Partnership
import PublicSite
import Storage
import Web

extension SitePages {
    /// What was decided and what is to be decided, from within and for everybody.
    func addDecisions(to routes: inout Routes) {
        DecisionRoutes(decisionDesk).add(to: &routes)
        DecisionRegisterRoutes(
            installation.database, identities: installation.identities, partnership: installation.partnership.id,
            today: today
        ).add(to: &routes)
    }

    private var today: @Sendable () -> Day {
        { [profile = installation.profile, now = installation.now] in profile.today(at: now()) }
    }

    /// What decisions are recorded and planned with.
    var decisionDesk: DecisionDesk {
        let (database, identities) = (installation.database, installation.identities)
        return DecisionDesk(
            database, identities: identities,
            bodies: DecidingBodiesFromMeetings(database: database, identities: identities, today: today),
            resolutions: ResolutionsFromMinutes(
                meetings: committees.meetings, minutes: committees.minutes, database: database, identities: identities,
                today: today),
            now: installation.now, today: today)
    }
}
