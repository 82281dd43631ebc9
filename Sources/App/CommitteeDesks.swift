import Decisions
import Meetings
import Membership
import Minutes
import MyPapers
import Participation
import Partnership
import Press
import PublicSite
import Recommendations
import Reports
import Storage
import Web

/// What committees work with: meetings, their minutes, and recommendations on their way from body to body.
struct CommitteeDesks {
    let meetings: MeetingDesks
    let minutes: MinutesDesk
    let recommendations: RecommendationsDesk
    let participation: ParticipationDesk
    private let papers: MyPapersDesk
    /// The site before an address within it.
    private let site: String
    private let installation: Installation

    init(
        _ installation: Installation, _ surroundings: PartnershipSite.Surroundings, reports: ReportsDesk,
        printing: Printing
    ) {
        let (profile, now, settings) = (installation.profile, installation.now, surroundings.settings)
        let (database, identities) = (installation.database, installation.identities)
        let address = settings.baseAddress(port: settings.port, host: installation.partnership.host)
        let keeping = ThreadKeeping(identities: identities)
        func desks(_ arising: any ArisingDesk) -> MeetingDesks {
            MeetingDesks(
                database, identities: identities, reports: AgendaFromReports(desk: reports), arising: arising,
                privateNotices: PrivateNoticesFromDecisions(notices: PrivateNoticeStore(database)), printing: printing,
                outside: { "\(address)\($0.text)" }, now: now, today: { profile.today(at: now()) })
        }
        // What waits for a meeting is made of minutes, which are taken of meetings: those need not know what waits.
        let plain = desks(NothingArises())
        recommendations = RecommendationsDesk(
            database, identities: identities, papers: OpenPapersFromMeetings(desks: plain), now: now,
            today: { profile.today(at: now()) })
        participation = ParticipationDesk(
            database, identities: identities, meetings: SubmissionsFromMeetings(desks: plain), now: now,
            today: { profile.today(at: now()) })
        minutes = MinutesDesk(
            database, identities: identities,
            meetings: MinutesFromMeetings(
                desks: plain, reports: reports, threads: recommendations.threads, participation: participation),
            printing: printing, news: ThreadsFromMinutes(keeping: keeping), now: now,
            today: { profile.today(at: now()) })
        meetings = desks(
            ArisingFromCapabilities(
                minutes: minutes, recommendations: recommendations, keeping: keeping, participation: participation))
        papers = MyPapersDesk(
            database, identities: identities, seats: SeatsFromMeetings(desks: meetings), now: now,
            today: { profile.today(at: now()) })
        (self.installation, site) = (installation, address)
    }

    /// Their pages for members, and what everybody is told of them.
    func add(to routes: inout Routes) {
        MeetingRoutes(meetings).add(to: &routes)
        MinutesRoutes(minutes).add(to: &routes)
        RecommendationsRoutes(recommendations).add(to: &routes)
        ParticipationRoutes(participation).add(to: &routes)
        MyPapersRoutes(papers).add(to: &routes)
        let (profile, now, partnership) = (installation.profile, installation.now, installation.partnership.id)
        let shelf = CommitteeShelf(installation.database)
        MeetingNoticeRoutes(
            installation.database, shelf: shelf, inviting: InvitationsFromMeetings(desks: meetings),
            partnership: partnership
        ) { profile.today(at: now()) }.add(to: &routes)
        CommitteeRoutes(
            installation.database, shelf: shelf, partnership: partnership, outside: { [site] in "\(site)\($0.text)" },
            today: { profile.today(at: now()) }
        ).add(to: &routes)
        RecommendationNoticeRoutes(installation.database, partnership: partnership) { profile.today(at: now()) }
            .add(to: &routes)
    }
}
