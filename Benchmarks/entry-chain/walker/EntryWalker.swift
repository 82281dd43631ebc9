import Foundation
import Logging
import Storage

/// Makes a data folder with no entries but its own, moves one to PostgreSQL, or walks every chain of entries and prints,
/// as one line of JSON, how long that took. See Benchmarks/entry-chain/run.
///
///     EntryWalker make FOLDER
///     EntryWalker move FOLDER ADDRESS
///     EntryWalker walk FOLDER [ADDRESS]
@main
struct EntryWalker {
    private struct Misuse: Error {}

    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            guard arguments.count > 1 else { throw Misuse() }
            let (folder, server) = (arguments[1], arguments.count > 2 ? PostgreSQLAddress(arguments[2]) : nil)
            switch arguments[0] {
            case "make":
                await (try opened(folder, nil)).close()
            case "move":
                guard let server else { throw Misuse() }
                try await Database.move(folder: folder, to: server, migrations: [])
            case "walk":
                let database = try await opened(folder, server)
                try await walk(database)
                await database.close()
            default:
                throw Misuse()
            }
        } catch {
            print(error)
            exit(1)
        }
    }

    private static func opened(_ folder: String, _ server: PostgreSQLAddress?) async throws -> Database {
        let silent = Logger(label: "walker") { _ in SwiftLogNoOpLogHandler() }
        let time = Date(timeIntervalSince1970: 1_455_019_200)
        return try await Database.open(folder: folder, server: server, migrations: [], at: time, logger: silent)
    }

    private static func walk(_ database: Database) async throws {
        let start = ContinuousClock.now
        let checks = try await database.verifyEveryChain()
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        var entries = 0
        var heads: [String: String] = [:]
        for (partnership, check) in checks {
            guard case .whole(let count, let head) = check else {
                print("\(partnership): \(check)")
                exit(1)
            }
            entries += count
            heads["\(partnership)"] = head.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        }
        let found = Found(entries: entries, heads: heads, seconds: seconds)
        print(String(decoding: try JSONEncoder().encode(found), as: UTF8.self))
    }

    private struct Found: Encodable {
        let entries: Int
        let heads: [String: String]
        let seconds: Double
    }
}
