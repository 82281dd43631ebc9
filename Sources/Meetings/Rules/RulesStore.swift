import Foundation
import Membership
import Storage
import WorkingDays

/// The rules that a partnership set for a body's meetings, and the days on which its offices are closed.
public struct RulesStore: Sendable {
    private let database: Database

    public init(_ database: Database) {
        self.database = database
    }

    /// What was set for a body, by the day from which it holds; of two for one day the later word.
    ///
    /// - Throws: `DatabaseFault`
    public func ownRules(of body: ID<Body>) async throws -> [DatedRules] {
        try await database.read { db in try db.ownRules(of: body) }
    }

    /// The rules that hold for a body's meeting on a day: its own, or else those of its regime.
    ///
    /// - Throws: `DatabaseFault`
    public func rules(of body: Body, on day: Day) async throws -> MeetingRules? {
        let own = try await ownRules(of: body.id)
        return own.rules(on: day) ?? body.details.regime.rules.rules(on: day)
    }

    /// - Throws: `DatabaseFault`
    public func set(
        _ rules: MeetingRules, of body: ID<Body>, from day: Day, because why: String, by actor: Entry.Actor,
        at time: Date
    ) async throws {
        let entry = Entry(
            .meetingRulesSet, of: .init("body", body), by: actor, at: time, why: why,
            changes: [
                .init("clear days", from: Int?.none, to: rules.clearDays), .init("from", from: Day?.none, to: day),
            ])
        try await database.write(entry) { db in
            let count: Int? = try db.value("SELECT count(*) FROM meeting_rules WHERE body = \(body)")
            try db.run(
                """
                INSERT INTO meeting_rules (
                    partnership, body, number, from_day, is_open, clear_days, counting, cutoff, finals_days,
                    notice_days, call_in_days, quorum_one_in, quorum_least, allows_substitutes, source, entered_by,
                    entered_at)
                VALUES (
                    \(db.partnership), \(body), \((count ?? 0) + 1), \(day), \(rules.isOpen), \(rules.clearDays),
                    \(rules.counting.rawValue), \(rules.cutoff), \(rules.finalsDays), \(rules.noticeDays),
                    \(rules.callInDays), \(rules.quorum.oneIn), \(rules.quorum.least), \(rules.allowsSubstitutes),
                    \(rules.source), \(actor.shownName), \(time))
                """)
        }
    }

    /// - Throws: `DatabaseFault`
    public func closures() async throws -> [OfficeClosure] {
        try await database.read { db in
            try db.rows(
                "SELECT * FROM office_closure WHERE partnership = \(db.partnership) ORDER BY day, id"
            ).map { row in
                try OfficeClosure(
                    id: row("id"), day: row("day"), reason: row("reason"), isProclaimed: row("is_proclaimed"))
            }
        }
    }

    /// - Throws: `DatabaseFault`
    public func close(
        _ day: Day, because reason: String, isProclaimed: Bool, as id: ID<OfficeClosure>, by actor: Entry.Actor,
        at time: Date
    ) async throws {
        let entry = Entry(
            .officesClosed, of: .init("office closure", id), by: actor, at: time, why: reason,
            changes: [.init("day", from: Day?.none, to: day)])
        try await database.write(entry) { db in
            try db.run(
                """
                INSERT INTO office_closure (id, partnership, day, reason, is_proclaimed)
                VALUES (\(id), \(db.partnership), \(day), \(reason), \(isProclaimed))
                """)
        }
    }

    /// Takes a day back that was entered by mistake.
    ///
    /// - Throws: `DatabaseFault`
    public func open(_ closure: OfficeClosure, by actor: Entry.Actor, at time: Date) async throws {
        let entry = Entry(
            .officesOpened, of: .init("office closure", closure.id), by: actor, at: time,
            changes: [.init("day", from: closure.day, to: Day?.none)])
        try await database.write(entry) { db in
            try db.run("DELETE FROM office_closure WHERE partnership = \(db.partnership) AND id = \(closure.id)")
        }
    }
}

/// A day on which the offices are closed, or that was proclaimed a holiday for all.
public struct OfficeClosure: Hashable, Sendable {
    public let id: ID<OfficeClosure>
    public let day: Day
    public let reason: String
    /// Whether it is a day for the whole country, and not only for these offices.
    public let isProclaimed: Bool
}

extension Sequence<OfficeClosure> {
    /// As days are counted by them.
    public var asDays: Closures {
        var closures = Closures()
        for one in self {
            if one.isProclaimed {
                closures.proclaimed[one.day] = one.reason
            } else {
                closures.offices[one.day] = one.reason
            }
        }
        return closures
    }
}

extension Reading {
    fileprivate func ownRules(of body: ID<Body>) throws -> [DatedRules] {
        let found = try rows(
            "SELECT * FROM meeting_rules WHERE partnership = \(partnership) AND body = \(body) ORDER BY number"
        ).map { row in
            let counting: String = try row("counting")
            return try DatedRules(
                from: row("from_day"),
                rules: MeetingRules(
                    isOpen: row("is_open"), clearDays: row("clear_days"),
                    counting: DayCounting(rawValue: counting) ?? .strict, cutoff: row("cutoff"),
                    finalsDays: row("finals_days"), noticeDays: row("notice_days"), callInDays: row("call_in_days"),
                    quorum: .init(oneIn: row("quorum_one_in"), least: row("quorum_least")),
                    allowsSubstitutes: row("allows_substitutes"), source: row("source")))
        }
        return Array(found.reduce(into: [Day: DatedRules]()) { $0[$1.from] = $1 }.values)
    }
}
