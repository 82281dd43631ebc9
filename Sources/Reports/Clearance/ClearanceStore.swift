import Foundation
import Membership
import Notices
import Storage

/// Who was asked to clear what of reports, and what they said.
public struct ClearanceStore: Sendable {
    private let database: Database
    private let identities: Identities

    public init(_ database: Database, identities: Identities) {
        (self.database, self.identities) = (database, identities)
    }

    /// Every asking of a report, the first first.
    ///
    /// - Throws: `DatabaseFault`
    func requests(of report: ID<Report>) async throws -> [ClearanceRequest] {
        try await database.read { db in try db.clearanceRequests(of: report) }
    }

    /// Whoever may open reports at all, by surname.
    ///
    /// - Throws: `DatabaseFault`
    func people(on day: Day) async throws -> [Participant] {
        try await database.read { db in try db.people(seatedAs: Permission.readReports.holders, on: day) }
    }

    /// Those who can be asked to clear an implication, by surname.
    ///
    /// - Throws: `DatabaseFault`
    func peopleToClear(on day: Day) async throws -> [Participant] {
        try await database.read { db in try db.peopleToClear(on: day) }
    }

    /// Asks an officer to clear an implication by a day, and tells them. Whoever was asked before is asked no more, and is told so.
    ///
    /// - Throws: ``ReportRefusal``, `DatabaseFault`
    @discardableResult
    public func ask(
        _ person: ID<Person>, toClear implication: Implication, of report: ID<Report>, by due: Day,
        as actor: Entry.Actor, at time: Date
    ) async throws -> ID<ClearanceRequest> {
        let (id, identities): (ID<ClearanceRequest>, Identities) = (identities.new(at: time), identities)
        let entry = Entry(
            .clearanceAsked, of: .init("report", report), by: actor, at: time,
            changes: [.init("implication", from: String?.none, to: implication.title)])
        try await database.write(entry) { db in
            try db.requireDraft(report)
            let able = try db.peopleToClear(on: Day(time))
            guard let found = able.first(where: { $0.id == person }) else { throw ReportRefusal.notHere }
            let before = try db.clearanceRequests(of: report)
            let last = before.last { $0.implication == implication }
            db.changed("asked", from: last?.name, to: found.name)
            db.changed("due on", from: last?.due, to: due)
            let asker = try db.person(actor)
            try db.run(
                """
                INSERT INTO clearance_request (
                    id, partnership, report, number, implication, person, name, due_on, asked_by, asked_by_person,
                    asked_at)
                VALUES (
                    \(id), \(db.partnership), \(report), \(before.count + 1), \(implication), \(person), \(found.name),
                    \(due), \(actor.shownName), \(asker), \(time))
                """)
            let news = ClearanceNews(report, implication, by: actor.shownName)
            if person != asker {
                try db.notify(
                    person, news.asked(until: due), at: news.address, because: "You are asked to clear it.",
                    id: identities.new(at: time), at: time)
            }
            if let last, last.person != person, last.person != asker {
                try db.notify(
                    last.person, news.askedAnother, at: news.address, because: "You were asked to clear it before.",
                    id: identities.new(at: time), at: time)
            }
        }
        return id
    }

    /// Clears an implication as it is, or says what must change: for the asked officer alone.
    ///
    /// - Parameter version: of the report that they had before them; it must be the newest.
    /// - Throws: ``ReportRefusal``, `DatabaseFault`, `EncodingError`
    public func answer(
        _ kind: ClearanceAnswer.Kind, _ words: String, about implication: Implication, of report: ID<Report>,
        asShownIn version: Int, by person: ID<Person>, as actor: Entry.Actor, at time: Date
    ) async throws {
        let identities = identities
        let entry = Entry(
            kind == .signed ? .clearanceGiven : .clearanceWithheld, of: .init("report", report), by: actor, at: time,
            changes: [.init("implication", from: String?.none, to: implication.title)])
        try await database.write(entry) { db in
            try db.requireDraft(report)
            let request = try db.clearanceRequests(of: report).last { $0.implication == implication }
            guard let request, request.person == person else { throw ReportRefusal.notAsked }
            guard try db.report(report)?.newest == version else { throw ReportRefusal.changedSinceShown }
            let content = try db.content(of: report)
            guard kind != .signed || !content[implication.part]["text"].isEmpty else {
                throw ReportRefusal.nothingToClear
            }
            db.changed("version", from: Int?.none, to: version)
            try db.run(
                """
                INSERT INTO clearance_answer (
                    partnership, clearance_request, number, kind, words, text_hash, substance_hash, version, given_by,
                    given_at)
                VALUES (
                    \(db.partnership), \(request.id), \(request.answers.count + 1), \(kind), \(words),
                    \(content.text(of: implication)), \(content.substance()), \(version), \(actor.shownName), \(time))
                """)
            guard let asker = request.asker, asker != person else { return }
            let news = ClearanceNews(report, implication, by: actor.shownName)
            try db.notify(
                asker, kind == .signed ? news.signed : news.withheld, at: news.address,
                because: "You asked for the clearance.", id: identities.new(at: time), at: time)
        }
    }

    /// What somebody is asked to clear now, of reports that are drafts, with each report’s newest content.
    ///
    /// - Throws: `DatabaseFault`
    func waiting(for person: ID<Person>) async throws -> [(
        report: Report, request: ClearanceRequest, content: ReportContent
    )] {
        try await database.read { db in
            let reports = try db.rows(
                """
                SELECT * FROM report WHERE partnership = \(db.partnership) AND state = \(Report.State.draft)
                    AND id IN (
                        SELECT report FROM clearance_request
                        WHERE partnership = \(db.partnership) AND person = \(person))
                """
            ).map(Report.init)
            return try reports.flatMap { report in
                let requests = try db.clearanceRequests(of: report.id)
                let own = Implication.allCases.compactMap { implication in
                    requests.last { $0.implication == implication }
                }.filter { $0.person == person }
                let content = try db.content(of: report.id)
                return own.map { (report, $0, content) }
            }
        }
    }
}

/// What people are told of clearances. It may be mailed, and names no title: a draft’s may be for few eyes.
private struct ClearanceNews {
    let report: ID<Report>
    let implication: Implication
    let who: String

    init(_ report: ID<Report>, _ implication: Implication, by who: String) {
        (self.report, self.implication, self.who) = (report, implication, who)
    }

    private var what: String { "the \(implication.title.lowercased()) implications of a report" }

    func asked(until day: Day) -> String { "\(who) asks you to clear \(what) by \(day.words)" }
    var askedAnother: String { "\(who) asked somebody else to clear \(what)" }
    var signed: String { "\(who) cleared \(what)" }
    var withheld: String { "\(who) says what must change before they clear \(what)" }
    var address: String { "/reports/\(report)/clearance/\(implication.rawValue)" }
}

extension Reading {
    /// Every asking of a report with what was answered, the first first.
    func clearanceRequests(of report: ID<Report>) throws -> [ClearanceRequest] {
        var answers: [ID<ClearanceRequest>: [ClearanceAnswer]] = [:]
        for row in try rows(
            """
            SELECT clearance_answer.* FROM clearance_answer
            JOIN clearance_request ON clearance_request.id = clearance_answer.clearance_request
            WHERE clearance_answer.partnership = \(partnership) AND clearance_request.report = \(report)
            ORDER BY clearance_answer.number
            """)
        {
            let request: ID<ClearanceRequest> = try row("clearance_request")
            try answers[request, default: []].append(
                ClearanceAnswer(
                    kind: row("kind"), words: row("words"), text: row("text_hash"), substance: row("substance_hash"),
                    version: row("version"), by: row("given_by"), at: row("given_at")))
        }
        return try rows(
            """
            SELECT * FROM clearance_request WHERE partnership = \(partnership) AND report = \(report) ORDER BY number
            """
        ).map { row in
            let id: ID<ClearanceRequest> = try row("id")
            return try ClearanceRequest(
                id: id, report: report, implication: row("implication"), person: row("person"), name: row("name"),
                due: row("due_on"), askedBy: row("asked_by"), asker: row("asked_by_person"), askedAt: row("asked_at"),
                answers: answers[id] ?? [])
        }
    }
}

extension Reading {
    /// No councillor is asked: officers answer for what they advise.
    fileprivate func peopleToClear(on day: Day) throws -> [Participant] {
        let able = try people(seatedAs: Permission.readReports.holders, on: day)
        let councillors = try councillors(on: day)
        return able.filter { !councillors.contains($0.id) }
    }

    /// Whoever sits on a body of a council with a vote.
    private func councillors(on day: Day) throws -> Set<ID<Person>> {
        let regimes: [Body.Regime] = [.councilEngland, .executiveEngland, .councilWales, .executiveWales]
        let rows = try rows(
            """
            SELECT DISTINCT seat_holder.person FROM seat_holder
            JOIN seat ON seat.partnership = seat_holder.partnership AND seat.id = seat_holder.seat
            JOIN body ON body.partnership = seat.partnership AND body.id = seat.body
            WHERE seat_holder.partnership = \(partnership) AND body.regime IN \(regimes)
                AND seat.role IN \([Role.chair, .member])
                AND seat_holder.begins_on <= \(day) AND (seat_holder.ends_on IS NULL OR seat_holder.ends_on > \(day))
            """)
        return Set(try rows.map { try $0("person") as ID<Person> })
    }
}
