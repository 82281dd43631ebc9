import Foundation
import Storage

/// Something to be done once: `note 3-17 1455019200000 4` is a kind, a name that no other order has, a time in
/// milliseconds, and a number that the bytes of a file are made from.
struct Order: Sendable {
    enum Kind: String {
        /// One write. What became of it is never asked again.
        case note
        /// The same with a once-key: sent again after a crash, it is done once (S100).
        case once
        /// A file is kept, then a row that names it, with a once-key (S105).
        case file
        /// The rules say no: the deed is undone, the entry is kept.
        case refusal
        /// How many orders are there: reading goes on when writing has stopped.
        case count
    }

    let kind: Kind
    let name: String
    let time: Date
    let content: Int

    init?(_ line: String) {
        let words = line.split(separator: " ").map(String.init)
        guard words.count == 4, let kind = Kind(rawValue: words[0]), let milliseconds = Double(words[2]),
            let content = Int(words[3])
        else { return nil }
        (self.kind, name, self.content) = (kind, words[1], content)
        time = Date(timeIntervalSince1970: milliseconds / 1_000)
    }

    /// Does it, and says what became of it.
    func answer(from records: Database) async -> String {
        do {
            try await run(on: records.opened(for: partnership))
            return "ack \(name)"
        } catch is Refusal {
            return "ack \(name)"
        } catch DatabaseFault.writingStopped {
            return "fault \(name) stopped"
        } catch DatabaseFault.unknownOutcome {
            return "fault \(name) unknown"
        } catch {
            return "fault \(name) \(error)"
        }
    }

    private func run(on records: Database) async throws {
        switch kind {
        case .note:
            try await records.write(entry) { db in try keep(in: db) }
        case .once:
            try await records.write(entry, once: key) { db in try keep(in: db) }
        case .file:
            let writer = try records.files.receive()
            try writer.write(bytes)
            let kept = try await writer.finish()
            try await records.write(entry, once: key) { db in try keep(in: db, file: kept.hash) }
        case .refusal:
            try await records.write(entry) { db in
                _ = try keep(in: db)
                throw Refusal()
            }
        case .count:
            _ = try await records.read { db in try db.value("SELECT count(*) FROM crash_order") ?? 0 }
        }
    }

    /// A row, and a tally beside it: either without the other would be half a deed.
    private func keep(in db: Writing, file: FileHash? = nil) throws -> Int {
        try db.run(
            """
            INSERT INTO crash_order (id, partnership, name, file)
            VALUES (\(Identities.system.new(Order.self, at: time)), \(db.partnership), \(name), \(file))
            """)
        try db.run(
            """
            INSERT INTO crash_tally (partnership, orders) VALUES (\(db.partnership), 1)
            ON CONFLICT (partnership) DO UPDATE SET orders = crash_tally.orders + 1
            """)
        return 1
    }

    private var entry: Entry { Entry(.orderKept, of: .init("order", name), by: .job("crash"), at: time) }

    private var key: OnceKey { OnceKey(form: name, content: [kind.rawValue], by: .job("crash")) }

    /// The same for every order with the same number, so that files with the same bytes meet.
    private var bytes: [UInt8] {
        Array(String(repeating: "content \(content)\n", count: 400 * (content + 1)).utf8)
    }

    /// One of three, so that writes of several partnerships are saved together.
    private var partnership: ID<Tenant> {
        let number = name.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) % 3 }
        return ID("01942f3e-8b70-7cc3-98c8-3c5f2a1d0e4\(number)") ?? .installation
    }
}

struct Refusal: Refused {
    let reason = "This order is one of those that are refused."
}

extension Act {
    static let orderKept = Act("order kept", "An order of the crash harness was kept.")
}
