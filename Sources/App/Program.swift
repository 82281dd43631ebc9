import Administration
import Assessment
import Foundation
import Hummingbird
import Logging
import Membership
import Notices
import Partnership
import Press
import ServiceLifecycle
import Storage
import Web

/// The whole program put together for one data folder: records, desks, routes, and the worker that prints.
public struct Program: Sendable {
    public let installation: Installation
    public let press: Press
    public let desk: ImportDesk
    public let routes: [Routes.Declaration]
    private let mail: MailRoom
    private let responder: any HTTPResponder<WebContext>

    /// - Parameters:
    ///   - signIn: the one-time addresses that whoever runs the program is told.
    ///   - settings: what the operator decided.
    public init(
        _ installation: Installation, settings: Settings, press: Press, signIn: SignInAddresses, logger: Logger
    ) async throws {
        self.installation = installation
        self.press = press
        desk = installation.importDesk(logger: logger)
        mail = MailRoom(installation, settings: settings, logger: logger)
        let profile = installation.profile
        let site = try Self.site(of: installation, settings)
        try await FirstOfficerStore(installation.database, identities: installation.identities)
            .seat(from: profile.today(at: installation.now()), at: installation.now())
        try await installation.makeSearchable(by: .job("start"))
        try await installation.wrapSecrets(logger: logger)
        let sessions = SessionStore(installation.database, permissions: Self.permissions)
        let assessment = AssessmentRoutes(
            installation.database, identities: installation.identities, press: press, partnership: profile.name,
            home: profile.district, accent: settings.accent)
        var kit = Kit(site: site, sessions: sessions, limits: settings.limits)
        AssetRoutes().add(to: &kit.routes)
        // A letter must lead back here, and only what the operator said of the address can be believed.
        let sendsMail = settings.mail != nil && site.hasAddress
        Self.addAccounts(of: installation, sessions, signIn, sendsMail: sendsMail, to: &kit.routes)
        Self.addPartnership(of: installation, settings, press: press, sendsMail: sendsMail, to: &kit.routes)
        DataRoutes(
            installation.database, identities: installation.identities, desk: desk,
            uploadLimit: settings.uploadLimit * 1_000_000
        ).add(to: &kit.routes)
        assessment.add(to: &kit.routes)
        HouseRoutes(database: installation.database, press: press, accent: settings.accent).add(to: &kit.routes)
        MetricsRoutes(
            token: settings.metricsToken,
            more: ProgramFigures(records: installation.records, elapsed: Kit.sinceStart()).expose
        ).add(to: &kit)
        routes = kit.routes.declarations
        responder = kit.responder()
    }

    /// How people sign in, and what they see of it.
    private static func addAccounts(
        of installation: Installation, _ sessions: SessionStore, _ signIn: SignInAddresses, sendsMail: Bool,
        to routes: inout Routes
    ) {
        let workers = PasswordWorkers()
        SignInRoutes(
            installation.database, identities: installation.identities, sessions: sessions, workers: workers,
            addresses: signIn, sendsMail: sendsMail
        ).add(to: &routes)
        AccountRoutes(
            installation.database, identities: installation.identities, sessions: sessions, workers: workers
        ).add(to: &routes)
        GlassRoutes(
            installation.database, identities: installation.identities, permissions: permissions, sendsMail: sendsMail
        ).add(to: &routes)
    }

    /// The first pages, who is who, search, and notices.
    private static func addPartnership(
        of installation: Installation, _ settings: Settings, press: Press, sendsMail: Bool, to routes: inout Routes
    ) {
        let profile = installation.profile
        PartnershipRoutes(
            profile: profile,
            desk: HomeFromAssessment(
                installation.database, identities: installation.identities, district: profile.district)
        ).add(to: &routes)
        WhoIsWhoRoutes(
            installation.database, identities: installation.identities, profile: profile,
            permissions: permissions, sendsMail: sendsMail, press: press, accent: settings.accent
        ).add(to: &routes)
        SearchRoutes(
            installation.database, profile: profile, permissions: permissions, kinds: Installation.foundKinds
        ).add(to: &routes)
        NoticeRoutes(
            installation.database, identities: installation.identities, sendsMail: settings.mail != nil
        ).add(to: &routes)
    }

    /// What all pages have in common.
    private static func site(of installation: Installation, _ settings: Settings) throws -> Site {
        let (profile, notices) = (installation.profile, NoticeStore(installation.database))
        return Site(
            name: profile.name, notice: profile.notice, attributions: attributions, isSecure: settings.isSecure,
            address: settings.address, sourceCode: settings.sourceCode, assets: try Assets(accent: settings.accent),
            navigation: [
                Navigation("Home", at: "/home", for: .seeHome),
                Navigation("Assessment", at: "/assessment", for: .readAssessments),
                Navigation("Data", at: "/data", for: .readAssessments),
                Navigation("Partnership", at: "/partnership", for: .seeWhoIsWho),
            ],
            search: Navigation("Search", at: "/search", for: .search),
            inbox: Inbox("Notices", at: "/notices", for: .readNotices) { try await notices.unread(of: $0.id) },
            glass: GlassRoutes.desk(
                installation.database, identities: installation.identities, permissions: permissions,
                now: installation.now),
            now: installation.now)
    }

    /// All that members may be given to do.
    static let permissions: Set<Permission> = Permission.ofPartnership.union(
        Permission.ofAdministration.union([.readAssessments, .importData]))

    private static let attributions = [
        "Contains public sector information licensed under the Open Government Licence v3.0: street-level crime from "
            + "data.police.uk; populations, lookups and boundaries from the Office for National Statistics.",
        "Boundaries contain OS data © Crown copyright and database right.",
    ]

    /// The server, ready to be run.
    ///
    /// - Parameters:
    ///   - backups: where a backup is made every night, if anywhere.
    ///   - onStart: told the port that was bound.
    public func server(
        host: String, port: Int, backups: String? = nil, logger: Logger,
        onStart: @escaping @Sendable (Int) async -> Void
    ) -> some ApplicationProtocol {
        Application(
            responder: AnyResponder(responder: responder, letters: mail.letters),
            // A connection on which nothing moves for a minute is given up, so that none can be held for ever (S48).
            server: .http1(configuration: .init(idleTimeout: .seconds(60))),
            configuration: .init(address: .hostname(host, port: port), serverName: nil),
            services: [PressLifetime(press: press), jobs(backups: backups, logger: logger), mail.letters],
            onServerRunning: { channel in
                await onStart(channel.localAddress?.port ?? port)
            },
            logger: logger)
    }
}

extension Program {
    /// What the program does by itself.
    private func jobs(backups: String?, logger: Logger) -> JobRunner {
        var work: [(schedule: Schedule, worker: JobRunner.Worker)] = []
        if let backups {
            let nightly = NightlyBackup(of: installation.records, to: backups, now: installation.now)
            work.append((NightlyBackup.schedule, nightly.run))
        }
        let forgetting = NightlyForgetting(records: installation.records, now: installation.now)
        work.append((NightlyForgetting.schedule, forgetting.run))
        if let notices = mail.notices { work.append((NoticeMail.schedule, notices.run)) }
        return JobRunner(
            installation.records, schedules: work.map(\.schedule),
            workers: Dictionary(uniqueKeysWithValues: work.map { ($0.schedule.kind, $0.worker) }), logger: logger,
            now: installation.now)
    }
}

/// The worker that prints, alive as long as the server.
private struct PressLifetime: ServiceLifecycle.Service {
    let press: Press

    func run() async throws {
        await cancelWhenGracefulShutdown { await press.run() }
    }
}

/// Hides which middleware stands before the routes. A form that was sent may have posted a letter, which then goes at once.
private struct AnyResponder: HTTPResponder {
    let responder: any HTTPResponder<WebContext>
    let letters: LetterRound

    func respond(to request: Request, context: WebContext) async throws -> Response {
        defer { if request.method == .post { letters.nudge() } }
        return try await responder.respond(to: request, context: context)
    }
}

extension Profile {
    /// Said under the header of every page of an example.
    var notice: String? {
        example.map { _ in
            "Every incident on this site is generated. Yearly totals match published ones; no single incident happened."
        }
    }
}
