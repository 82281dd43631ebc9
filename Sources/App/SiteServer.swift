import Assessment
import Foundation
import Hummingbird
import Logging
import Membership
import NIOCore
import Partnership
import Press
import Storage
import Synchronization

/// `serve`: opens the data folder, loads the example where it is new, and serves until it is told to stop.
public struct SiteServer: Sendable {
    private let settings: Settings
    private let logger: Logger

    public init(_ settings: Settings, log: Logger) {
        self.settings = settings
        logger = log
    }

    /// - Parameters:
    ///   - say: a line for whoever started it.
    ///   - progress: what is being done, how much of it is done, and how much there is.
    public func run(
        say: @escaping @Sendable (String) -> Void,
        progress: @escaping @Sendable (String, Int, Int) -> Void
    ) async throws {
        let example = try settings.example.map { try ExampleFolder($0, in: settings.examples) }
        let installation = try await Installation.open(
            folder: settings.data, server: settings.database, keyFile: settings.keyFile,
            entering: example?.profile ?? Profile(settings), by: .commandLine(), logger: logger, now: { Date() })
        do {
            try await serve(installation, example: example, say: say, progress: progress)
        } catch {
            await installation.close()
            throw error
        }
        await installation.close()
    }

    private func serve(
        _ installation: Installation, example: ExampleFolder?, say: @escaping @Sendable (String) -> Void,
        progress: @escaping @Sendable (String, Int, Int) -> Void
    ) async throws {
        let press = Press(configuration: .init(settings, logger: logger))
        let signIn = SignInAddresses(SignInAddress(at: installation.now()))
        let program = try await Program(
            installation, settings: settings, press: press, signIn: signIn, logger: logger)
        try await program.desk.tidyAfterStop()
        if let example {
            try await load(example, into: program, progress: progress)
            await signIn.add(try await example.signIns(in: installation))
        }
        let (settings, name) = (settings, installation.profile.name)
        let folder = settings.data
        let server = program.server(
            host: settings.host, port: settings.port, backups: settings.backups, logger: logger
        ) { port in
            let base = settings.baseAddress(port: port)
            say("\(name) is at \(base)")
            if case .missing = await press.status { say("\(await press.status)") }
            let note = SignInNote(folder: folder)
            await signIn.announce { person, token, place in
                let address = "\(base)/sign-in/\(token.text)"
                say("Sign in, once, as \(person.title), at \(address)")
                note.write(address, at: place)
            }
        }
        let disk = DiskWatch(of: installation.records, folder: folder)
        let clock = ClockWatch(installation.records, logger: logger, now: installation.now)
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await server.runService() }
                group.addTask { try await disk.run() }
                group.addTask { await clock.run() }
                // Whichever ends first ends the other.
                try await group.next()
                group.cancelAll()
            }
        } catch let error as IOError {
            throw ListeningFault(host: settings.host, port: settings.port, code: error.errnoCode)
        }
    }

    /// Imports what the example gives, by the way every other file takes.
    private func load(
        _ example: ExampleFolder, into program: Program, progress: @Sendable (String, Int, Int) -> Void
    ) async throws {
        guard try await program.desk.isNew() else { return }
        try await example.whoIsWho.enter(into: program.installation, at: program.installation.now())
        let files = example.files
        let intake = Intake(program.installation, desk: program.desk)
        for (index, file) in files.enumerated() {
            _ = try await intake.take(file.bytes, named: file.name, as: file.kind)
            progress("Loading the example", index + 1, files.count)
        }
    }
}

extension Press.Configuration {
    init(_ settings: Settings, logger: Logger) {
        self.init(
            python: Press.findPython(explicit: settings.press), cacheFolder: settings.data, logger: logger)
    }
}

/// The one-time addresses in a file that only the operator can read, for when the terminal has scrolled away: a line for
/// each, in the order in which they are told at start.
private final class SignInNote: Sendable {
    private let path: String
    private let addresses = Mutex<[String]>([])

    init(folder: String) {
        path = folder + "/sign-in-address.txt"
    }

    func write(_ address: String, at line: Int) {
        addresses.withLock { addresses in
            if line < addresses.count { addresses[line] = address } else { addresses.append(address) }
            let manager = FileManager.default
            // It is made anew each time, so that it never keeps an older file's wider permissions.
            try? manager.removeItem(atPath: path)
            let text = addresses.map { $0 + "\n" }.joined()
            _ = manager.createFile(atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        }
    }
}
