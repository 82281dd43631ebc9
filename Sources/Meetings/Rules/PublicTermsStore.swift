import Foundation
import Membership
import Storage
import WorkingDays

/// What the public may bring before each body's meetings. A later word stands beside the earlier ones.
public struct PublicTermsStore: Sendable {
    private let database: Database

    public init(_ database: Database) {
        self.database = database
    }

    /// What was said of a body, by the day from which it holds; of two for one day the later word.
    ///
    /// - Throws: `DatabaseFault`
    public func terms(of body: ID<Body>) async throws -> [DatedPublicTerms] {
        try await database.read { db in
            let found = try db.rows(
                """
                SELECT * FROM meeting_public_terms WHERE partnership = \(db.partnership) AND body = \(body)
                ORDER BY number
                """
            ).map { row in try DatedPublicTerms(row) }
            return Array(found.reduce(into: [Day: DatedPublicTerms]()) { $0[$1.from] = $1 }.values)
        }
    }

    /// What holds for a body's meeting on a day; nil where nobody ever said anything.
    ///
    /// - Throws: `DatabaseFault`
    public func terms(of body: ID<Body>, on day: Day) async throws -> PublicTerms? {
        try await terms(of: body).terms(on: day)
    }

    /// - Throws: `DatabaseFault`
    public func set(
        _ terms: PublicTerms, of body: ID<Body>, from day: Day, because why: String, by actor: Entry.Actor,
        at time: Date
    ) async throws {
        let named = PublicTerms.Kind.allCases.filter { terms.allowed[$0] != nil }.map(\.rawValue)
        let entry = Entry(
            .publicTermsSet, of: .init("body", body), by: actor, at: time, why: why,
            changes: [
                .init(
                    "public may bring", from: String?.none,
                    to: named.isEmpty ? "nothing" : named.joined(separator: ", ")),
                .init("from", from: Day?.none, to: day),
            ])
        let allowed = Dictionary(uniqueKeysWithValues: terms.allowed.map { ($0.key.rawValue, $0.value) })
        try await database.write(entry) { db in
            let count: Int? = try db.value("SELECT count(*) FROM meeting_public_terms WHERE body = \(body)")
            try db.run(
                """
                INSERT INTO meeting_public_terms (
                    partnership, body, number, from_day, allowed, counting, cutoff, source, entered_by, entered_at)
                VALUES (
                    \(db.partnership), \(body), \((count ?? 0) + 1), \(day), \(JSON(allowed)),
                    \(terms.counting.rawValue), \(terms.cutoff), \(terms.source), \(actor.shownName), \(time))
                """)
        }
    }
}

extension DatedPublicTerms {
    fileprivate init(_ row: Row) throws {
        let allowed: JSON<[String: PublicTerms.Terms]> = try row("allowed")
        let counting: String = try row("counting")
        let known = allowed.content.compactMap { name, terms in PublicTerms.Kind(rawValue: name).map { ($0, terms) } }
        try self.init(
            from: row("from_day"),
            terms: PublicTerms(
                allowed: Dictionary(known, uniquingKeysWith: { first, _ in first }),
                counting: DayCounting(rawValue: counting) ?? .strict, cutoff: row("cutoff"), source: row("source")))
    }
}
