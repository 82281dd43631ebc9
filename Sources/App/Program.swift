import Administration
import Assessment
import DataRegister
import Decisions
import Foundation
import Hummingbird
import Logging
import Meetings
import Membership
import Minutes
import MyPapers
import Participation
import Partnership
import Press
import Publishing
import Recommendations
import Reports
import ServiceLifecycle
import Storage
import StrategicAssessment
import Web

/// The whole program put together for one data folder: the sites of its partnerships, what it does by itself, and the
/// worker that prints.
public struct Program: Sendable {
    let press: Press
    /// The site of the partnership that was entered first.
    let first: PartnershipSite
    let sites: Sites
    private let mail: MailRoom
    private let settings: Settings
    private let logger: Logger

    /// - Parameters:
    ///   - installation: opened for the first partnership.
    ///   - settings: what the operator decided.
    ///   - signIn: the one-time addresses of the first partnership, which whoever runs the program is told.
    ///   - looking: in which partners' files are looked at.
    public init(
        _ installation: Installation, settings: Settings, press: Press, signIn: SignInAddresses,
        looking: LookingTurns = LookingTurns(), logger: Logger
    ) async throws {
        (self.press, self.settings, self.logger) = (press, settings, logger)
        sites = Sites(
            of: installation, settings: settings, press: press, signIn: signIn, looking: looking, logger: logger)
        mail = MailRoom(installation, settings: settings, sites: sites, logger: logger)
        try await sites.refresh()
        try await installation.wrapSecrets(logger: logger)
        guard let first = sites.all.first else { throw InstallationFault.noPartnership(folder: settings.data) }
        self.first = first
    }

    /// Of the program: “0.1.0”.
    public static let version = "0.1.0"

    /// All that members may be given to do.
    static let permissions: Set<Permission> = Permission.ofPartnership.union(
        Permission.ofAdministration.union(Permission.ofPublishing).union(Permission.ofStrategicAssessment)
            .union(Permission.ofReports).union(Permission.ofMeetings).union(Permission.ofMinutes)
            .union(Permission.ofMyPapers).union(Permission.ofRecommendations).union(Permission.ofDecisions)
            .union(Permission.ofParticipation).union([
                .readAssessments, .importData, .keepComparators,
            ]))

    /// The server, ready to be run.
    ///
    /// - Parameters:
    ///   - services: what runs as long as the server, besides.
    ///   - onStart: told the port that was bound.
    public func server(
        host: String, port: Int, beside services: [any ServiceLifecycle.Service] = [],
        onStart: @escaping @Sendable (Int) async -> Void
    ) -> some ApplicationProtocol {
        let connections = Connections()
        return Application(
            responder: SitesResponder(sites: sites, letters: mail.letters),
            // A connection on which nothing moves for a minute is given up, so that none can be held for ever (S48).
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [ConnectionWatch(connections)], idleTimeout: .seconds(60))),
            configuration: .init(address: .hostname(host, port: port), serverName: nil),
            services: services + [PressLifetime(press: press), jobs, mail.letters],
            onServerRunning: { channel in
                await onStart(channel.localAddress?.port ?? port)
            },
            logger: logger)
    }
}

extension Program {
    /// What the program does by itself.
    var jobs: JobRunner {
        let (records, now) = (first.installation.records, first.installation.now)
        var work: [(schedule: Schedule, worker: JobRunner.Worker)] = []
        if let backups = settings.backups {
            work.append((NightlyBackup.schedule, NightlyBackup(of: records, to: backups, now: now).run))
        }
        work.append((NightlyForgetting.schedule, NightlyForgetting(of: first.installation, now: now).run))
        work.append((DailyReminding.schedule, DailyReminding(of: first.installation, now: now).run))
        let check = NightlyCheck(
            of: records, identities: first.installation.identities, logger: logger, now: now)
        work.append((NightlyCheck.schedule, check.run))
        if settings.mail != nil { work.append((NoticeMail.schedule, mail.postDigests)) }
        return JobRunner(
            records, schedules: work.map(\.schedule),
            workers: Dictionary(uniqueKeysWithValues: work.map { ($0.schedule.kind, $0.worker) }), logger: logger,
            now: now)
    }
}

/// The worker that prints, alive as long as the server.
private struct PressLifetime: ServiceLifecycle.Service {
    let press: Press

    func run() async throws {
        await cancelWhenGracefulShutdown { await press.run() }
    }
}
