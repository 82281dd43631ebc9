import Administration
import DataRegister
import Decisions
import Foundation
import Hummingbird
import Logging
import Meetings
import Membership
import Notices
import Partnership
import Press
import Reports
import Storage
import StrategicAssessment
import Web

/// One partnership's part of the program: its desk, its pages, and how it writes to its members.
struct PartnershipSite: Sendable {
    /// What all partnerships' sites share.
    struct Surroundings: Sendable {
        let settings: Settings
        let press: Press
        let entrance: Entrance
        let workers: PasswordWorkers
        let elapsed: @Sendable () -> Duration
        let startedAt: Date
        let logger: Logger
        /// Looks anew at what the partnerships say of themselves.
        let changed: @Sendable () async throws -> Void
    }

    let installation: Installation
    let desk: ImportDesk
    let looking: MappingDesk
    let signIn: SignInAddresses
    let routes: [Routes.Declaration]
    /// With which an example's assessment is entered.
    let strategicDesks: StrategicDesks
    /// With which an example’s reports are entered.
    let reportsDesk: ReportsDesk
    /// With which an example’s meetings are entered, their minutes, and what became of recommendations.
    let committees: CommitteeDesks
    /// With which an example’s decisions are entered.
    let decisionDesk: DecisionDesk
    /// Nil where no mail is sent.
    let notices: NoticeMail?
    let responder: any HTTPResponder<WebContext>

    /// Makes sure that the partnership has an officer and can be searched, and puts its pages together.
    ///
    /// - Throws: `DatabaseFault`
    static func open(
        _ installation: Installation, desk: ImportDesk, looking: MappingDesk, signIn: SignInAddresses,
        _ surroundings: Surroundings
    ) async throws -> PartnershipSite {
        let now = installation.now()
        try await FirstOfficerStore(installation.database, identities: installation.identities)
            .seat(from: installation.profile.today(at: now), at: now)
        try await installation.makeSearchable(by: .job("start"))
        let site = try PartnershipSite(installation, desk: desk, looking: looking, signIn: signIn, surroundings)
        let (desks, logger) = (site.strategicDesks, surroundings.logger)
        await desk.follow {
            do {
                try await desks.prepare()
            } catch {
                // The program is stopping, or whoever asks for it is told why.
                logger.info("what newer data would say was not worked out ahead", metadata: ["error": "\(error)"])
            }
        }
        return site
    }

    private init(
        _ installation: Installation, desk: ImportDesk, looking: MappingDesk, signIn: SignInAddresses,
        _ surroundings: Surroundings
    ) throws {
        (self.installation, self.desk, self.looking, self.signIn) = (installation, desk, looking, signIn)
        let settings = surroundings.settings
        notices = settings.mail.map { _ in
            let base = settings.baseAddress(port: settings.port, host: installation.partnership.host)
            return NoticeMail(installation, site: base, logger: surroundings.logger)
        }
        let pages = SitePages(
            installation: installation, desk: desk, looking: looking, signIn: signIn, surroundings: surroundings)
        let sessions = SessionStore(installation.database, permissions: Program.permissions)
        var kit = Kit(site: try pages.site(), sessions: sessions, entrance: surroundings.entrance)
        pages.add(sessions, to: &kit)
        routes = kit.routes.declarations
        (strategicDesks, reportsDesk) = (pages.strategicDesks, pages.reportsDesk)
        (committees, decisionDesk) = (pages.committees, pages.decisionDesk)
        responder = kit.responder()
    }
}
