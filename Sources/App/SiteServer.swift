import DataRegister
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
        OpenFiles.raiseLimit()
        // Before anything is made or loaded.
        try await ListeningFault.check(host: settings.host, port: settings.port)
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
        for site in program.sites.all { try await site.desk.tidyAfterStop() }
        if let example {
            try await load(example, into: program.first, progress: progress)
            await signIn.add(try await example.signIns(in: installation))
        }
        let note = SignInNote(folder: settings.data)
        let settings = settings
        let server = program.server(
            host: settings.host, port: settings.port, beside: doors(to: installation, program.sites)
        ) { port in
            if case .missing = await press.status { say("\(await press.status)") }
            await program.sites.announce { site in
                await Self.announce(site, at: settings, port: port, on: note, say: say)
                await site.desk.followAtStart()
            }
        }
        let disk = DiskWatch(of: installation.records)
        let room = RoomWatch(installation, logger: logger)
        let clock = ClockWatch(installation.records, logger: logger, now: installation.now)
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await server.runService() }
                group.addTask { try await disk.run() }
                group.addTask { await clock.run() }
                group.addTask { await room.run() }
                // A SQLite file is this process's alone, and nobody else enters a partnership into it.
                if settings.database != nil { group.addTask { await watch(program.sites) } }
                // Whichever ends first ends the other.
                try await group.next()
                group.cancelAll()
            }
        } catch let error as IOError {
            throw ListeningFault(host: settings.host, port: settings.port, code: error.errnoCode)
        }
    }

    /// Where the operator is heard. Where PostgreSQL keeps the records, the command line reaches them beside this program.
    private func doors(to installation: Installation, _ sites: Sites) -> [OperatorDoor] {
        guard settings.database == nil else { return [] }
        let desk = OrderDesk(installation: installation, settings: settings, changed: sites.refresh)
        return [OperatorDoor(desk: desk, folder: settings.data, logger: logger)]
    }

    /// Says where a partnership's site is, and how to sign in to it.
    private static func announce(
        _ site: PartnershipSite, at settings: Settings, port: Int, on note: SignInNote,
        say: @escaping @Sendable (String) -> Void
    ) async {
        let partnership = site.installation.partnership
        let base = settings.baseAddress(port: port, host: partnership.host)
        say("\(partnership.profile.name) is at \(base)")
        let page = note.page(for: partnership.id)
        let sessions = SessionStore(site.installation.database, permissions: Program.permissions)
        let now = site.installation.now()
        // Where the records cannot be asked, it is told: whoever runs the program can do no harm with it.
        await site.signIn.announce(where: { (try? await sessions.takesPart($0, at: now)) ?? true }) {
            person, token, place in
            let address = "\(base)/sign-in/\(token.text)"
            // What is said is there already for whoever then looks for it.
            note.write(address, on: page, at: place)
            say("Sign in, once, as \(person.title), at \(address)")
        }
    }

    /// Finds partnerships that another process entered or changed.
    private func watch(_ sites: Sites) async {
        while (try? await Task.sleep(for: .seconds(30))) != nil {
            do {
                try await sites.refresh()
            } catch {
                logger.error("The partnerships could not be looked at.", metadata: ["reason": "\(error)"])
            }
        }
    }

    /// Imports what the example gives, by the way every other file takes.
    private func load(
        _ example: ExampleFolder, into site: PartnershipSite, progress: @Sendable (String, Int, Int) -> Void
    ) async throws {
        guard try await site.desk.isNew() else { return }
        try await example.whoIsWho.enter(into: site.installation, at: site.installation.now())
        let files = example.files
        let intake = Intake(site.installation, desk: site.desk)
        for (index, file) in files.enumerated() {
            _ = try await intake.take(file.bytes, named: file.name, as: file.kind)
            progress("Loading the example", index + 1, files.count)
        }
        try await example.assessment.enter(into: site)
        try await example.committees().enter(into: site)
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
    /// Those of each partnership.
    private let pages = Mutex<[(partnership: ID<Tenant>, addresses: [String])]>([])

    init(folder: String) {
        path = folder + "/sign-in-address.txt"
        // An address of an earlier start works no more, and there may be no new one.
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Where a partnership's addresses stand.
    func page(for partnership: ID<Tenant>) -> Int {
        pages.withLock { pages in
            if let page = pages.firstIndex(where: { $0.partnership == partnership }) { return page }
            pages.append((partnership, []))
            return pages.count - 1
        }
    }

    func write(_ address: String, on page: Int, at line: Int) {
        pages.withLock { pages in
            if line < pages[page].addresses.count {
                pages[page].addresses[line] = address
            } else {
                pages[page].addresses.append(address)
            }
            let manager = FileManager.default
            // It is made anew each time, so that it never keeps an older file's wider permissions.
            try? manager.removeItem(atPath: path)
            let text = pages.flatMap(\.addresses).map { $0 + "\n" }.joined()
            _ = manager.createFile(atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        }
    }
}
