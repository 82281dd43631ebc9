import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import ScratchDatabases
import ServiceLifecycle
import Storage
import Testing

@testable import App

@Suite("Whoever runs the program can ask things of it while it serves, and nobody else can", .timeLimit(.minutes(30)))
struct OperatorTests {
    /// A house whose door for orders is open.
    private struct Open {
        let house: House
        let folder: String
        let doorkeeper: ServiceGroup
        let desk: Operator
        let call: OperatorCall

        func ask(_ order: Order) async throws -> Order.Outcome {
            try await desk.carryOut(order) { _, _, _ in }
        }

        /// Keeps enough files that a backup takes a while.
        func fill() async throws {
            for number in 1...150 {
                let writer = try house.database.files.receive()
                try writer.write(Array("file \(number)".utf8))
                _ = try await writer.finish()
            }
        }
    }

    private func opened(_ body: @Sendable (Open) async throws -> Void) async throws {
        try await Scratch.sqlite.withFolder { folder in
            // Longer than the path of a socket may be.
            let data = "\(folder)/\(String(repeating: "long-", count: 30))/data"
            try await House.open(folder: data) { house in
                let settings = try await Settings(
                    options: ["data": data, "address": "https://safer.example.org"], environment: [:])
                let door = OperatorDoor(
                    desk: OrderDesk(installation: house.installation, settings: settings), folder: data, logger: .silent
                )
                let doorkeeper = ServiceGroup(services: [door], logger: .silent)
                let open = Open(
                    house: house, folder: folder, doorkeeper: doorkeeper, desk: Operator(settings, log: .silent),
                    call: OperatorCall(folder: data, process: nil))
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask { try await doorkeeper.run() }
                    while (try? await open.call.carryOut(.people(.list, of: nil)) { _, _, _ in }) == nil {
                        await Task.yield()
                    }
                    do {
                        try await body(open)
                    } catch {
                        await doorkeeper.triggerGracefulShutdown()
                        throw error
                    }
                    await doorkeeper.triggerGracefulShutdown()
                    try await group.waitForAll()
                }
            }
        }
    }

    @Test("a backup is made while the program serves, restored for a trial, and leaves an entry")
    func backup() async throws {
        try await opened { open in
            try await open.fill()
            let outcome = try await open.ask(.backUp(to: open.folder + "/backup"))

            #expect(outcome.said.first?.contains("150 kept files, all whole") == true, "\(outcome)")
            try await Backup(of: open.folder + "/backup").check()
            let entries = try await open.house.installation.records.read { try $0.entries(1) }
            #expect(entries.map(\.act) == ["backup made"])
            await #expect(throws: OrderFault.refused("\(MovingFault.exists(open.folder + "/backup"))")) {
                try await open.ask(.backUp(to: open.folder + "/backup"))
            }
            await #expect(throws: OrderFault.refused("\(OrderFault.noWholePath("backup"))")) {
                try await open.ask(.backUp(to: "backup"))
            }
        }
    }

    @Test("people are looked after, the records verified and the search index made anew meanwhile")
    func others() async throws {
        try await opened { open in
            let invited = try await open.ask(
                .people(.invite(email: "ada@example.org", name: "Ada Byron", site: nil), of: nil))
            #expect(invited.said.last?.hasPrefix("https://safer.example.org/invitation/") == true, "\(invited)")
            let elsewhere = try await open.ask(
                .people(.invite(email: "ada@example.org", name: nil, site: "https://other.example.org"), of: nil))
            #expect(elsewhere.said.last?.hasPrefix("https://other.example.org/invitation/") == true)
            #expect(try await open.ask(.people(.list, of: nil)).said.contains("ada@example.org\tinvited\tAda Byron"))
            await #expect(throws: OrderFault.refused("\(UserFault.unknown("bob@example.org"))")) {
                try await open.ask(.people(.reset(email: "bob@example.org", secondStep: false, site: nil), of: nil))
            }
            #expect(try await open.ask(.reindex).said.first?.hasSuffix("things can be found.") == true)

            let verified = try await open.ask(.verify)
            #expect(verified.complaints.isEmpty)
            #expect(verified.said[0].hasPrefix("The installation: ") && verified.said[1].hasPrefix("Testham Community"))
            #expect(verified.said.count == 3, "the installation’s chain, the partnership’s, and the files: \(verified)")
        }
    }

    @Test("a kept file that was altered is complained of")
    func damage() async throws {
        try await opened { open in
            let writer = try open.house.database.files.receive()
            try writer.write(Array("as it came".utf8))
            let kept = try await writer.finish()
            let url = try #require(open.house.database.files.url(for: kept.hash))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: url.path)
            try Data("altered".utf8).write(to: url)

            let verified = try await open.ask(.verify)

            #expect(verified.complaints == ["The kept file \(kept.hash) is not as it was received."])
        }
    }

    @Test("only the account that runs the program can enter, and no browser finds it")
    func closed() async throws {
        try await opened { open in
            func mode(_ name: String) throws -> Int? {
                try FileManager.default.attributesOfItem(atPath: "\(open.house.folder)/\(name)")[.posixPermissions]
                    as? Int
            }
            #expect(try mode("operator") == 0o700)
            #expect(try mode("operator/socket") == 0o600)
            for method in [HTTPRequest.Method.get, .post] {
                let answer = try await open.house.officer().ask(method, OperatorCall.path)
                #expect(answer.status == .notFound)
            }
        }
    }

    @Test("an order that the program does not know says that its version is another")
    func unknown() async throws {
        try await opened { open in
            for order in [#"{"sing":{}}"#, "", "{", #"{"backUp":{}}"#] {
                await #expect(throws: OrderFault.otherVersion(folder: open.house.folder)) {
                    try await open.call.ask(Array(order.utf8)) { _, _, _ in }
                }
            }
        }
    }

    @Test("a program that holds the folder and takes no orders is told of, with what to do")
    func nobody() async throws {
        try await House.open { house in
            let settings = try await Settings(options: ["data": house.folder], environment: [:])
            await #expect(
                throws: OrderFault.nobodyListens(
                    folder: house.folder, process: Int(ProcessInfo.processInfo.processIdentifier))
            ) {
                try await Operator(settings, log: .silent).carryOut(.people(.list, of: nil)) { _, _, _ in }
            }
        }
    }

    @Test("when the program is told to stop, a backup that is under way ends, says so, and leaves nothing")
    func stopped() async throws {
        try await opened { open in
            try await open.fill()
            await #expect(throws: OrderFault.refused("\(OrderFault.stopping)")) {
                try await open.desk.carryOut(.backUp(to: open.folder + "/backup")) { _, _, _ in
                    Task { await open.doorkeeper.triggerGracefulShutdown() }
                }
            }
            #expect(!FileManager.default.fileExists(atPath: open.folder + "/backup"))
        }
    }

    @Test("whoever stops waiting for a backup ends it, and nothing is left of it")
    func hungUp() async throws {
        try await opened { open in
            try await open.fill()
            let (told, telling) = AsyncStream.makeStream(of: Void.self)
            let asking = Task {
                try await open.desk.carryOut(.backUp(to: open.folder + "/backup")) { _, _, _ in telling.yield() }
            }
            for await _ in told { break }
            asking.cancel()
            _ = await asking.result

            while FileManager.default.fileExists(atPath: open.folder + "/backup") { await Task.yield() }
            #expect(try await open.ask(.people(.list, of: nil)).said.count == 1, "and the program goes on")
        }
    }
}
