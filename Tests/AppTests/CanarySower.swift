import Administration
import DataRegister
import Foundation
import Membership
import Partnership
import ScratchDatabases
import Testing

@testable import Storage

/// Puts canaries where the schema has room for them, and knows when it does not know a column.
struct CanarySower {
    private(set) var canaries: Canaries
    private let database: Database

    init(_ database: Database, _ canaries: Canaries) {
        (self.database, self.canaries) = (database, canaries)
    }

    /// A canary for what a test of another file writes.
    mutating func hatch(_ field: String, isOurs: Bool, readers: Readers) -> String {
        canaries.hatch(field, row: "", isOurs: isOurs, readers: readers)
    }

    /// A column of text or bytes.
    struct Column: Hashable {
        let table: String
        let name: String

        var field: String { "\(table).\(name)" }
    }

    /// All columns of text and of bytes there are. The search index holds what `search_document` holds.
    static func columns(of database: Database) async throws -> [Column] {
        try await database.read { db in
            try db.rows(
                """
                SELECT tables.name AS table_name, columns.name AS column_name
                FROM sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS columns
                WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%'
                    AND tables.name NOT LIKE 'search_index%' AND columns.type NOT IN ('INTEGER', 'REAL')
                ORDER BY tables.name, columns.cid
                """
            ).map { try Column(table: $0("table_name"), name: $0("column_name")) }
        }
    }

    /// Writes a canary into every row of every column that is to have one.
    mutating func sow() async throws {
        let columns = try await Self.columns(of: database)
        let names = Set(columns.map(\.field))
        for name in Secrecy.ofColumns.keys where !names.contains(name) {
            Issue.record("There is no column \(name) any more.")
        }
        for column in columns {
            switch Secrecy.ofColumns[column.field] {
            case .kept(let readers, let shape): try await sow(column, readers, shape)
            case .sownElsewhere, .plain: continue
            case nil:
                let isPlain = try await saysByItself(column)
                #expect(isPlain, "Give \(column.field) a canary in CanaryFields, or say why it needs none.")
            }
        }
    }

    /// Whether every value is an identifier, a moment or a day, and there is one.
    private func saysByItself(_ column: Column) async throws -> Bool {
        let values = try await database.read { db in
            try db.rows(
                SQL(verbatim: "SELECT \(column.name) AS found FROM \(column.table) WHERE \(column.name) IS NOT NULL")
            ).map { $0.values[0] }
        }
        let texts = values.compactMap { String(sqlValue: $0) }
        let plain = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\d([T ][0-9:.]+Z?)?/
        return texts.count == values.count && texts.allSatisfy { $0.wholeMatch(of: plain) != nil }
            && (!texts.isEmpty || Self.known.contains(column.name))
    }

    /// What is never set in this house, and is an identifier, a day or a moment by its name.
    private static let known: Set = [
        "id", "partnership", "publication", "person", "agency", "seat", "parent", "superseded_by", "since", "begins_on",
        "ends_on",
        "at", "invited_at", "ends_at", "last_at", "leased_until", "mailed_at", "read_at", "used_at",
    ]

    private struct Place {
        let row: Int
        let isOurs: Bool
        let person: ID<Person>?
    }

    private mutating func sow(_ column: Column, _ readers: Readers, _ shape: Shape) async throws {
        let places = try await places(of: column, readers)
        #expect(!places.isEmpty, "Nothing stands in \(column.field): make a row in CanaryRows.")
        var writes: [(row: Int, text: String)] = []
        for place in places {
            let text = canaries.hatch(
                column.field, row: "\(column.table) \(place.row)", isOurs: place.isOurs, readers: readers,
                person: place.person, as: shape)
            writes.append((place.row, text))
        }
        let entry = Entry(
            .canariesSown, of: .init("column", column.field), by: .job("a test"), at: Date(timeIntervalSince1970: 0))
        try await database.write(entry) { [writes] db in
            // Tables that keep what was written once keep it from tests too.
            try db.run(SQL(verbatim: "DROP TRIGGER IF EXISTS \(column.table)_not_changed"))
            for write in writes {
                let value: any SQLConvertible = shape == .secret ? Array(write.text.utf8) : write.text
                try db.run(
                    """
                    UPDATE \(SQL(verbatim: "\(column.table) SET \(column.name)")) = \(value.sqlValue)
                    WHERE rowid = \(write.row)
                    """)
            }
        }
    }

    private func places(of column: Column, _ readers: Readers) async throws -> [Place] {
        let ours = "'\(database.partnership)'"
        let owner =
            switch column.table {
            case "agency": "id IN (SELECT agency FROM partnership_agency WHERE partnership = \(ours))"
            case "person": "id IN (SELECT person FROM membership WHERE partnership = \(ours))"
            case "credential", "second_factor": "1"
            default: "partnership = \(ours)"
            }
        let person =
            switch readers {
            case .oneself(let column), .oneselfAndHolders(let column, _): column
            default: "NULL"
            }
        return try await database.read { db in
            try db.rows(
                SQL(
                    verbatim: """
                        SELECT rowid AS place, \(owner) AS is_ours, \(person) AS whom FROM \(column.table)
                        WHERE \(column.name) IS NOT NULL
                        """)
            ).map { row in
                try Place(row: row("place"), isOurs: (row("is_ours") as Int) == 1, person: row("whom"))
            }
        }
    }
}

extension CanarySower {
    private struct Refusal: Refused {
        let reason: String
    }

    /// Entries with a canary in each part that tells of people; a refused one among them.
    mutating func sowEntries(in database: Database, at time: Date) async throws {
        let isOurs = database.partnership == self.database.partnership
        var hatched: [String: String] = [:]
        let details = ["actor_name", "why", "changes", "refusal"].map { "entry_detail." + $0 }
        for field in ["entry.subject_address"] + details {
            hatched[field] = canaries.hatch(field, row: "", isOurs: isOurs, readers: .nobody)
        }
        func text(_ field: String) -> String { hatched[field] ?? "" }
        let person: ID<Person> = FirstOfficerStore.person
        let entry = Entry(
            .canariesSown, of: .init("test", text("entry.subject_address")),
            by: .member(person, name: text("entry_detail.actor_name")), at: time, why: text("entry_detail.why"),
            changes: [.init("x", from: String?.none, to: text("entry_detail.changes"))])
        let reason = text("entry_detail.refusal")
        await #expect(throws: Refusal.self) {
            try await database.write(entry) { _ in throw Refusal(reason: reason) }
        }
    }

    /// Entries about things that are shown, with a canary in what tells of them: for those who may read activity and see such
    /// things, or for those alone whom it is about.
    mutating func sowTold(in database: Database, about people: [ID<Person>], at time: Date) async throws {
        let isOurs = database.partnership == self.database.partnership
        var sorts: [(Act, Entry.Subject, Readers, ID<Person>?)] = [
            (.canariesRead, .init("release", "1"), .holdersOfBoth(.readActivity, .readAssessments), nil),
            (.canariesNamed, .init("body", "1"), .holdersOfBoth(.readActivity, .seeWhoIsWho), nil),
            (.canariesSent, .init("letter", "1"), .holdersOfBoth(.readActivity, .lookAfterSystem), nil),
        ]
        for person in people {
            sorts.append((.canariesChosen, .init("person", person), .oneself("person"), person))
        }
        for (act, subject, readers, person) in sorts {
            var texts: [String] = []
            for field in ["why", "changes", "refusal"] {
                texts.append(
                    canaries.hatch(
                        "told.\(field)", row: "\(act)", isOurs: isOurs, readers: readers, person: person))
            }
            let entry = Entry(
                act, of: subject, by: .job("a test"), at: time, why: texts[0],
                changes: [.init("x", from: String?.none, to: texts[1])])
            let reason = texts[2]
            await #expect(throws: Refusal.self) {
                try await database.write(entry) { _ in throw Refusal(reason: reason) }
            }
        }
    }

    /// Something that only those who keep people may find, and something that everybody here may.
    mutating func sowFindings(in database: Database, at time: Date) async throws {
        let isOurs = database.partnership == self.database.partnership
        for (number, permission) in [Permission.keepPeople, .search].enumerated() {
            var texts: [String] = []
            for field in ["search_document.title", "search_document.text"] {
                texts.append(
                    canaries.hatch(field, row: permission.name, isOurs: isOurs, readers: .holders(permission)))
            }
            let (title, text) = (texts[0], texts[1])
            let subject: ID<Person> = Identities.seeded(UInt64(900 + number)).new(at: time)
            let entry = Entry(.canariesSown, of: .init("test", "search"), by: .job("a test"), at: time)
            try await database.write(entry) { db in
                try db.index(
                    SearchDocument(
                        .person, subject, title: title, text: text, audience: SearchAudience(permission.name)))
            }
        }
    }
}
