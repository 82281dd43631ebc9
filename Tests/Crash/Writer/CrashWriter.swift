import Foundation
import Logging
import Storage

/// Opens the records for real, says what it found there, then does the orders that come on its standard input and
/// answers each on its standard output when it is done. Others end it; see `Tests/Crash`.
@main
struct CrashWriter {
    static func main() async {
        let voice = Voice()
        do {
            let options = try Options(CommandLine.arguments.dropFirst())
            let records = try await options.open()
            voice.say("found \(try await Finding.of(records, onSQLite: options.server == nil).json)")
            voice.say("ready")
            await withDiscardingTaskGroup { group in
                for await order in orders() {
                    group.addTask { voice.say(await order.answer(from: records)) }
                }
            }
            let isSound = records.health == .sound
            await records.close()
            // S104: whoever started it is to know that the disk failed.
            exit(isSound ? 0 : 1)
        } catch {
            voice.say("failed \(error)")
            exit(2)
        }
    }

    /// The orders as they come, read on a thread of its own: reading waits.
    private static func orders() -> AsyncStream<Order> {
        AsyncStream { continuation in
            DispatchQueue.global().async {
                while let line = readLine() {
                    if let order = Order(line) { continuation.yield(order) }
                }
                continuation.finish()
            }
        }
    }
}

/// Where the records are, and how they are to be opened.
private struct Options {
    var folder = ""
    var server: PostgreSQLAddress?
    /// How many of the layout's steps this program knows: as if it were an older or a newer one.
    var layout = Migrations.crashLayouts.count
    var time = Date(timeIntervalSince1970: 1_455_019_200)
    var synchronous = Synchronous.full

    struct Misuse: Error {
        let option: String
    }

    init(_ arguments: ArraySlice<String>) throws {
        var rest = arguments
        while let option = rest.popFirst() {
            let value = rest.popFirst()
            switch (option, value) {
            case ("--data", let value?): folder = value
            case ("--database", let value?): server = PostgreSQLAddress(value)
            case ("--layout", let value?): layout = Int(value) ?? layout
            case ("--at", let value?): time = Date(timeIntervalSince1970: (Double(value) ?? 0) / 1_000)
            case ("--synchronous", let value?): synchronous = Synchronous(rawValue: value) ?? .full
            default: throw Misuse(option: option)
            }
        }
    }

    func open() async throws -> Database {
        let migrations = [Migrations(slice: "crash", Array(Migrations.crashLayouts.prefix(layout)))]
        let logger = Logger(label: "crash") { _ in SwiftLogNoOpLogHandler() }
        guard synchronous == .full else {
            return try await Database.openCarelessly(
                folder: folder, synchronous: synchronous, migrations: migrations, at: time, logger: logger)
        }
        return try await Database.open(
            folder: folder, server: server, migrations: migrations, at: time, logger: logger)
    }
}

/// Standard output, a whole line at a time and nothing kept back.
private final class Voice: Sendable {
    private let turn = NSLock()

    func say(_ line: String) {
        turn.withLock {
            var rest = Array("\(line)\n".utf8)[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
                // Nobody listens any more.
                guard count > 0 else { exit(3) }
                rest = rest.dropFirst(count)
            }
        }
    }
}
