import Foundation
import Membership
import Notices
import Storage

/// What was said of reports while they were written.
struct ReportCommentStore: Sendable {
    private let database: Database
    private let identities: Identities

    init(_ database: Database, identities: Identities) {
        (self.database, self.identities) = (database, identities)
    }

    /// As many of one person's may wait to be settled.
    static let mostOpen = 50

    /// In the order in which they were made.
    ///
    /// - Throws: `DatabaseFault`
    func comments(on report: ID<Report>) async throws -> [ReportComment] {
        try await database.read { db in try db.comments(on: report) }
    }

    /// Keeps a comment, and tells the authors and whoever began the report.
    ///
    /// - Throws: ``ReportRefusal``, `DatabaseFault`
    @discardableResult
    func comment(
        _ text: String, at place: ReportPlace, of report: ID<Report>, by member: Member, at time: Date
    ) async throws -> ID<ReportComment> {
        let (id, identities): (ID<ReportComment>, Identities) = (identities.new(at: time), identities)
        let entry = Entry(.reportCommented, of: .init("report", report), by: member.actor, at: time)
        return try await database.write(entry) { db in
            try db.requireDraft(report)
            guard try db.content(of: report)[place] != nil else { throw ReportRefusal.notHere }
            let open = try db.comments(on: report).count { $0.person == member.id && $0.isOpen }
            guard open < Self.mostOpen else { throw ReportRefusal.manyComments(open) }
            try db.run(
                """
                INSERT INTO report_comment (id, partnership, report, place, text, written_by, person, written_at)
                VALUES (
                    \(id), \(db.partnership), \(report), \(place), \(text), \(member.name), \(member.id), \(time))
                """)
            for person in try db.owners(of: report) where person != member.id {
                try db.notify(
                    person, "\(member.name) commented on a report of yours", at: "/reports/\(report)/comments",
                    because: "You wrote or began the report.", id: identities.new(at: time), at: time)
            }
            return id
        }
    }

    /// - Parameter settles: whether nothing more is to be done about it.
    /// - Throws: ``ReportRefusal``, `DatabaseFault`
    func answer(
        _ comment: ID<ReportComment>, _ text: String, settling settles: Bool, of report: ID<Report>,
        by actor: Entry.Actor, at time: Date
    ) async throws {
        let identities = identities
        let entry = Entry(
            settles ? .reportCommentSettled : .reportCommentAnswered, of: .init("report", report), by: actor, at: time)
        try await database.write(entry) { db in
            guard let known = try db.comments(on: report).first(where: { $0.id == comment }) else {
                throw ReportRefusal.notHere
            }
            try db.run(
                """
                INSERT INTO report_comment_answer
                    (partnership, report_comment, number, text, settles, written_by, written_at)
                VALUES (
                    \(db.partnership), \(comment), \(known.answers.count + 1), \(text), \(settles), \(actor.shownName),
                    \(time))
                """)
            guard !actor.isMember(known.person) else { return }
            try db.notify(
                known.person, "\(actor.shownName) \(settles ? "settled" : "answered") your comment on a report",
                at: "/reports/\(report)/comments", because: "The comment is yours.", id: identities.new(at: time),
                at: time)
        }
    }
}

extension Reading {
    /// Those of its authors who are people of the partnership, and whoever began it.
    fileprivate func owners(of report: ID<Report>) throws -> [ID<Person>] {
        try rows(
            """
            SELECT membership.person FROM membership WHERE membership.partnership = \(partnership) AND (
                membership.person IN (SELECT report_author.person FROM report_author WHERE report_author.report = \(report))
                OR membership.person IN (SELECT report.begun_by_person FROM report WHERE report.id = \(report)))
            ORDER BY membership.person
            """
        ).map { try $0("person") }
    }

    fileprivate func comments(on report: ID<Report>) throws -> [ReportComment] {
        var answers: [ID<ReportComment>: [ReportComment.Answer]] = [:]
        for row in try rows(
            """
            SELECT report_comment_answer.* FROM report_comment_answer
            JOIN report_comment ON report_comment.id = report_comment_answer.report_comment
            WHERE report_comment_answer.partnership = \(partnership) AND report_comment.report = \(report)
            ORDER BY report_comment_answer.number
            """)
        {
            let comment: ID<ReportComment> = try row("report_comment")
            try answers[comment, default: []].append(
                ReportComment.Answer(
                    text: row("text"), settles: row("settles"), writtenBy: row("written_by"),
                    writtenAt: row("written_at")))
        }
        return try rows(
            """
            SELECT * FROM report_comment WHERE partnership = \(partnership) AND report = \(report)
            ORDER BY written_at, id
            """
        ).map { row in
            let id: ID<ReportComment> = try row("id")
            return try ReportComment(
                id: id, place: row("place"), text: row("text"), writtenBy: row("written_by"), person: row("person"),
                writtenAt: row("written_at"), answers: answers[id] ?? [])
        }
    }
}
