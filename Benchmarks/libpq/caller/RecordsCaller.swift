import Foundation
import Logging
import Storage

/// Asks or changes records in PostgreSQL as the program does, from several tasks at once, and prints, as one line of
/// JSON, how many a second that were and how long each took. See Benchmarks/libpq/run.
///
///     RecordsCaller FOLDER ADDRESS fill ROWS
///     RecordsCaller FOLDER ADDRESS query|together|apart CLIENTS SECONDS ROWS
@main
struct RecordsCaller {
    private struct Misuse: Error {}

    static let mostClients = 64
    static let time = Date(timeIntervalSince1970: 1_455_019_200)

    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            guard arguments.count > 3, let server = PostgreSQLAddress(arguments[1]) else { throw Misuse() }
            let database = try await Database.open(
                folder: arguments[0], server: server, migrations: [.ofBench], at: time,
                logger: Logger(label: "caller") { _ in SwiftLogNoOpLogHandler() })
            if arguments[2] == "fill" {
                try await fill(database, rows: Int(arguments[3]) ?? 0)
            } else {
                try await measure(database, arguments)
            }
            await database.close()
        } catch {
            print(error)
            exit(1)
        }
    }

    /// The partnerships there are, one for each client.
    private static func partnership(_ number: Int) throws -> ID<Tenant> {
        let text = "0152c9f8-e800-7cc3-98c8-0000000000" + (number < 16 ? "0" : "") + String(number, radix: 16)
        guard let id = ID<Tenant>(text) else { throw Misuse() }
        return id
    }

    private static func fill(_ database: Database, rows: Int) async throws {
        for number in 0..<mostClients {
            let id = try partnership(number)
            let entry = Entry(.rowsMade, of: .init("partnership", id), by: .commandLine(), at: time)
            try await database.opened(for: id).write(entry) { db in
                try db.insert(1...rows, into: "bench_row", columns: ["partnership", "number", "name", "count"]) { row in
                    [id, row, "row \(row)", 0]
                }
            }
        }
    }

    private static func query(_ database: Database, row: Int) async throws {
        let name: String? = try await database.read { db in
            let found = try db.row(
                """
                SELECT number, name, count FROM bench_row
                WHERE partnership = \(db.partnership) AND number = \(row)
                """)
            return try found?("name")
        }
        guard name == "row \(row)" else { throw Misuse() }
    }

    private static func change(_ database: Database, row: Int) async throws {
        let entry = Entry(
            .rowChanged, of: .init("row", "\(row)"), by: .commandLine("bench"), at: time,
            changes: [.init("counted", from: false, to: true)])
        try await database.write(entry) { db in
            let changed = try db.run(
                """
                UPDATE bench_row SET count = count + 1 WHERE partnership = \(db.partnership) AND number = \(row)
                """)
            guard changed == 1 else { throw Misuse() }
        }
    }

    private static func measure(_ database: Database, _ arguments: [String]) async throws {
        guard arguments.count == 6, let clients = Int(arguments[3]), let seconds = Double(arguments[4]),
            let rows = Int(arguments[5]), clients <= mostClients
        else { throw Misuse() }
        let start = ContinuousClock.now
        let times = try await load(
            database, clients: clients, seconds: seconds, rows: rows, together: arguments[2] != "apart",
            arguments[2] == "query" ? query : change
        ).sorted()
        let spent = (ContinuousClock.now - start) / .seconds(1)
        func percentile(_ share: Double) -> Double { times[min(times.count - 1, Int(Double(times.count) * share))] }
        let found = [
            "rate": Double(times.count) / spent, "p50": percentile(0.5), "p95": percentile(0.95),
            "p99": percentile(0.99),
        ]
        print(String(decoding: try JSONEncoder().encode(found), as: UTF8.self))
    }

    /// Each client asks again as soon as it is answered, as pgbench's do.
    ///
    /// - Parameter together: whether all of them ask one partnership's records, rather than each its own.
    private static func load(
        _ database: Database, clients: Int, seconds: Double, rows: Int, together: Bool,
        _ ask: @escaping @Sendable (Database, Int) async throws -> Void
    ) async throws -> [Double] {
        let end = ContinuousClock.now + .seconds(seconds)
        return try await withThrowingTaskGroup(of: [Double].self) { group in
            for client in 0..<clients {
                let own = database.opened(for: try partnership(together ? 0 : client))
                group.addTask {
                    var times: [Double] = []
                    while ContinuousClock.now < end {
                        let start = ContinuousClock.now
                        try await ask(own, Int.random(in: 1...rows))
                        times.append((ContinuousClock.now - start) / .milliseconds(1))
                    }
                    return times
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
    }
}

extension Act {
    fileprivate static let rowsMade = Act("rows made", "The rows were laid out.")
    fileprivate static let rowChanged = Act("row changed", "A row was counted up.")
}

extension Migrations {
    fileprivate static let ofBench = Migrations(
        slice: "bench",
        [
            Migration(
                "2026-11-26 rows",
                [
                    """
                    CREATE TABLE bench_row (
                        partnership \(.id) NOT NULL,
                        number \(.integer) NOT NULL,
                        name \(.text) NOT NULL,
                        count \(.integer) NOT NULL,
                        PRIMARY KEY (partnership, number)
                    )
                    """
                ])
        ])
}
