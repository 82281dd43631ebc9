import Foundation
import Storage

/// What lies in the records after a crash, for the ledger to compare; and whatever is wrong with it by itself.
struct Finding: Encodable, Sendable {
    /// The name of each order that is stored, as often as it is there.
    var stored: [String] = []
    /// The name of each order that an entry says was done, and of each that an entry says was refused.
    var done: [String] = []
    var refused: [String] = []
    /// The hash of the file of each order that has one.
    var files: [String: String] = [:]
    var problems: [String] = []

    var json: String {
        get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
    }

    static func of(_ records: Database, onSQLite: Bool) async throws -> Finding {
        var finding = try await records.read { db in
            var finding = Finding()
            if onSQLite { try finding.checkPages(db) }
            try finding.readOrders(db)
            try finding.readEntries(db)
            try finding.checkWholeness(db)
            return finding
        }
        for (partnership, check) in try await records.verifyEveryChain() where check.isBroken {
            finding.problems.append("the chain of \(partnership): \(check)")
        }
        for hash in Set(finding.files.values).sorted() {
            do {
                if let hash = FileHash(hash) { try await records.files.check(hash) }
            } catch {
                finding.problems.append("\(error)")
            }
        }
        return finding
    }

    private mutating func checkPages(_ db: Reading) throws {
        let said: [String] = try db.rows("PRAGMA integrity_check").map { try $0("integrity_check") }
        if said != ["ok"] { problems.append("integrity_check: \(said.prefix(3))") }
    }

    private mutating func readOrders(_ db: Reading) throws {
        for row in try db.rows("SELECT name, file FROM crash_order ORDER BY id") {
            let name: String = try row("name")
            let file: String? = try row("file")
            stored.append(name)
            if let file { files[name] = file }
        }
    }

    private mutating func readEntries(_ db: Reading) throws {
        let act = Act.orderKept.name
        for row in try db.rows(
            "SELECT subject_address, outcome FROM entry WHERE act = \(act) ORDER BY partnership, number")
        {
            let name: String = try row("subject_address")
            let outcome: String = try row("outcome")
            if outcome == "done" { done.append(name) } else { refused.append(name) }
        }
    }

    /// What is changed together is there together: a row and its tally, a migration and what it did.
    private mutating func checkWholeness(_ db: Reading) throws {
        let tallied: Int = try db.value("SELECT coalesce(sum(orders), 0) FROM crash_tally") ?? 0
        if tallied != stored.count { problems.append("\(stored.count) orders, but a tally of \(tallied)") }
        let steps: Int = try db.value("SELECT count(*) FROM crash_layout") ?? 0
        let applied: Int = try db.value("SELECT count(*) FROM migration WHERE slice = 'crash'") ?? 0
        if steps != applied { problems.append("\(applied) migrations, of which \(steps) did their work") }
    }
}
