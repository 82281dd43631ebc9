import DataRegister
import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import Membership
import Partnership
import Press
import ScratchDatabases
import Storage
import Synchronization
import Testing

@testable import App

/// The whole program on a data folder of its own, with a clock that stands still until a test moves it.
struct House: Sendable {
    let folder: String
    let installation: Installation
    let program: Program
    let signIn: SignInAddress
    let clock: Clock
    let client: any TestClientProtocol

    var database: Database { installation.database }

    static let testham = Profile(name: "Testham Community Safety Partnership", district: "Testham")

    /// A disk with room enough, whatever that of the machine has.
    static let roomy = DiskGauge { DiskRoom(free: 50_000_000_000, whole: 100_000_000_000) }

    /// The checkout these tests lie in.
    static let root = URL(filePath: #filePath + "/../../..").standardized.path

    /// Opens a house on a fresh folder, hands it to the body, and takes it away again.
    ///
    /// - Parameters:
    ///   - options: settings, by their names.
    ///   - transport: `.router` asks the routes; `.live` goes through a socket.
    ///   - python: the worker’s; without one nothing can be printed.
    ///   - logger: what the program writes into, where a test reads it.
    ///   - gauge: what the disk is taken to have room for.
    ///   - patience: how long a page waits for a partner’s file before it says that it takes longer.
    static func open<Result: Sendable>(
        _ options: [String: String] = [:], profile: Profile = testham, transport: TestingSetup = .router,
        python: String? = nil, logger: Logger? = nil, gauge: DiskGauge = roomy,
        patience: Duration = .seconds(60), _ body: @Sendable (House) async throws -> Result
    ) async throws -> Result {
        try await Scratch.sqlite.withFolder { folder in
            try await open(
                folder: folder, options, profile: profile, transport: transport, python: python, logger: logger,
                gauge: gauge, patience: patience, body)
        }
    }

    /// The same on a folder that stays, to open it again.
    static func open<Result: Sendable>(
        folder: String, _ options: [String: String] = [:], profile: Profile = testham,
        transport: TestingSetup = .router, python: String? = nil, logger given: Logger? = nil,
        gauge: DiskGauge = roomy, patience: Duration = .seconds(60),
        _ body: @Sendable (House) async throws -> Result
    ) async throws -> Result {
        let clock = Clock(at: Scratch.noon)
        // Not a silent one, which would forget the reference of a request.
        var logger = Logger(label: "tests")
        logger.logLevel = .critical
        logger = given ?? logger
        let settings = try await Settings(options: options, environment: [:])
        let installation = try await Installation.open(
            folder: folder, gauge: gauge, entering: profile, by: .commandLine(), logger: .silent, now: { clock.now })
        do {
            let press = Press(configuration: .init(python: python, cacheFolder: folder, logger: .silent))
            let signIn = SignInAddress(at: clock.now)
            let program = try await Program(
                installation, settings: settings, press: press, signIn: SignInAddresses(signIn),
                looking: LookingTurns(patience: patience), logger: logger)
            // As `serve` does when it starts.
            try await program.first.desk.tidyAfterStop()
            // Done before anybody looks, it is done in nobody's way.
            try await program.jobs.doWhatIsDue()
            let server = program.server(host: "127.0.0.1", port: 0) { _ in }
            let result = try await server.test(transport) { client in
                try await body(
                    House(
                        folder: folder, installation: installation, program: program, signIn: signIn, clock: clock,
                        client: client))
            }
            await installation.close()
            return result
        } catch {
            await installation.close()
            throw error
        }
    }
}

/// A clock that a test moves.
final class Clock: Sendable {
    private let time: Mutex<Date>

    init(at time: Date) {
        self.time = Mutex(time)
    }

    var now: Date { time.withLock(\.self) }

    func move(hours: Double) {
        time.withLock { $0 += hours * 60 * 60 }
    }

    /// To noon of a day. Whoever was signed in before is not any more, where it is more than a few hours.
    func move(to day: Day) {
        time.withLock { $0 = TimeOfDay(minutes: 12 * 60)?.moment(on: day) ?? $0 }
    }
}
