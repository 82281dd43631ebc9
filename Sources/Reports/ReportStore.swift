import Foundation
import Membership
import Notices
import Storage

/// The reports of a partnership: begun, listed, and opened through what lets somebody open them.
public struct ReportStore: Sendable {
    let database: Database
    let identities: Identities

    public init(_ database: Database, identities: Identities) {
        (self.database, self.identities) = (database, identities)
    }

    /// Begins a report by what it is called.
    ///
    /// - Throws: `DatabaseFault`
    public func begin(_ title: String, by actor: Entry.Actor, at time: Date) async throws -> ID<Report> {
        let id: ID<Report> = identities.new(at: time)
        let entry = Entry(.reportBegun, of: .init("report", id), by: actor, at: time)
        try await database.write(entry) { db in
            let person = try db.person(actor)
            try db.run(
                """
                INSERT INTO report (
                    id, partnership, title, state, newest, changed_at, begun_by, begun_by_person, final_is_open)
                VALUES (
                    \(id), \(db.partnership), \(title), \(Report.State.draft), 0, \(time), \(actor.shownName), \(person),
                    \(false))
                """)
            try db.save(PartAnswers(["title": title]), at: .part(.title), of: id, by: actor, at: time)
        }
        return id
    }

    /// A report, and what a member may do with it; nil where it is not theirs to see.
    ///
    /// - Throws: `DatabaseFault`
    public func open(_ id: ID<Report>, by member: Member, on day: Day) async throws -> OpenReport? {
        try await database.read { db in try db.open("report.id = \(id)", by: member, on: day).first }
    }

    /// Those that a member may open, what changed last first.
    ///
    /// - Throws: `DatabaseFault`
    public func reports(for member: Member, on day: Day) async throws -> [OpenReport] {
        try await database.read { db in try db.open("TRUE", by: member, on: day) }
    }

    /// What the report is called, with all that is in it, as it is now or was at a version.
    ///
    /// - Throws: `DatabaseFault`
    func content(of report: ID<Report>, asOf version: Int? = nil) async throws -> ReportContent {
        try await database.read { db in try db.content(of: report, asOf: version) }
    }

    /// What the bodies there are now are called, by their identifiers.
    ///
    /// - Throws: `DatabaseFault`
    func bodyNames() async throws -> [String: String] {
        try await database.read { db in try db.bodyNames() }
    }
}

extension Entry.Actor {
    /// Whether it is somebody, by their identifier.
    fileprivate func person(among people: [ID<Person>]) -> ID<Person>? { people.first { isMember($0) } }
}

extension Reading {
    /// The person who acts; nil where it is none of the partnership's.
    func person(_ actor: Entry.Actor) throws -> ID<Person>? {
        let people: [ID<Person>] = try rows("SELECT person FROM membership WHERE partnership = \(partnership)")
            .map { try $0("person") }
        return actor.person(among: people)
    }

    func report(_ id: ID<Report>) throws -> Report? {
        try row("SELECT * FROM report WHERE partnership = \(partnership) AND id = \(id)").map(Report.init)
    }

    /// What the bodies of the partnership are called, whether they are still there or not.
    func bodyNames() throws -> [String: String] {
        let found = try rows("SELECT id, name FROM body WHERE partnership = \(partnership)").map { row in
            try ((row("id") as ID<Body>).description, row("name") as String)
        }
        return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }

    /// Through the rows that let the member: being an author, having been asked, or sitting on a body it goes to.
    fileprivate func open(_ condition: SQL, by member: Member, on day: Day) throws -> [OpenReport] {
        let asked = try asked(of: member.id)
        return try rows(
            """
            SELECT report.*,
                CASE WHEN report.begun_by_person = \(member.id) THEN 1 ELSE 0 END AS began,
                (SELECT COUNT(*) FROM report_author
                    WHERE report_author.report = report.id AND report_author.person = \(member.id)) AS named,
                (SELECT COUNT(*) FROM clearance_request
                    WHERE clearance_request.report = report.id AND clearance_request.person = \(member.id)) AS asked,
                (SELECT COUNT(*) FROM report_path
                    JOIN seat ON seat.partnership = report_path.partnership AND seat.body = report_path.body
                    JOIN (\(SQL.sittings(of: member.id, in: partnership, on: day))) AS sitting ON sitting.seat = seat.id
                    WHERE report_path.report = report.id AND report_path.is_final = \(true)
                        AND seat.begins_on <= \(day) AND (seat.ends_on IS NULL OR seat.ends_on > \(day))) AS sits
            FROM report WHERE report.partnership = \(partnership) AND \(condition)
            ORDER BY report.changed_at DESC, report.id
            """
        ).compactMap { row in
            let report = try Report(row)
            let reach = try ReportReach(
                of: member, to: report, began: (row("began") as Int) > 0, isAuthor: (row("named") as Int) > 0,
                wasAsked: (row("asked") as Int) > 0, asked: asked[report.id] ?? [],
                sitsInPath: (row("sits") as Int) > 0,
                isOpen: row("final_is_open"))
            return reach.map { OpenReport(report: report, reach: $0) }
        }
    }

    /// What somebody is asked to clear now: nobody was asked after them.
    private func asked(of person: ID<Person>) throws -> [ID<Report>: Set<Implication>] {
        var asked: [ID<Report>: Set<Implication>] = [:]
        for row in try rows(
            """
            SELECT report, implication FROM clearance_request
            WHERE partnership = \(partnership) AND person = \(person) AND number = (
                SELECT MAX(later.number) FROM clearance_request AS later
                WHERE later.report = clearance_request.report AND later.implication = clearance_request.implication)
            """)
        {
            let report: ID<Report> = try row("report")
            try asked[report, default: []].insert(row("implication"))
        }
        return asked
    }
}

extension SQL {
    /// The seats that somebody holds or substitutes in on a day.
    fileprivate static func sittings(of person: ID<Person>, in partnership: ID<Tenant>, on day: Day) -> SQL {
        """
        SELECT seat FROM seat_holder
        WHERE partnership = \(partnership) AND person = \(person)
            AND begins_on <= \(day) AND (ends_on IS NULL OR ends_on > \(day))
        UNION
        SELECT seat FROM seat_substitute
        WHERE partnership = \(partnership) AND person = \(person)
            AND begins_on <= \(day) AND (ends_on IS NULL OR ends_on > \(day))
        """
    }
}

extension Report {
    init(_ row: Row) throws {
        try self.init(
            id: row("id"), title: row("title"), state: row("state"), to: row("addressed_to"), newest: row("newest"),
            changedAt: row("changed_at"), begunBy: row("begun_by"), finalNumber: row("final_number"),
            finalTitle: row("final_title"))
    }
}
