import Foundation
import Membership
import Notices
import Storage

/// What partners said of an assessment while it was written.
public struct ReviewStore: Sendable {
    private let database: Database
    private let identities: Identities

    public init(_ database: Database, identities: Identities) {
        (self.database, self.identities) = (database, identities)
    }

    /// As many of one person's may wait to be settled: more than anybody has to say, and few enough to be read.
    static let mostOpen = 50

    /// In the order in which they were made.
    ///
    /// - Throws: `DatabaseFault`
    public func comments(on assessment: ID<AnnualAssessment>) async throws -> [ReviewComment] {
        try await database.read { db in try db.comments(on: assessment) }
    }

    /// Keeps a comment, and tells those who write the assessment.
    ///
    /// - Parameter news: what they and whoever commented are told of, and where it is.
    /// - Throws: `DatabaseFault`
    @discardableResult
    public func comment(
        _ text: String, at place: TextPlace, of assessment: ID<AnnualAssessment>, from reviewer: Reviewer,
        telling news: ReviewNews, by actor: Entry.Actor, at time: Date
    ) async throws -> ID<ReviewComment> {
        let id: ID<ReviewComment> = identities.new(at: time)
        let entry = Entry(
            .commentMade, of: .init("strategic assessment", assessment), by: actor, at: time,
            changes: [.init("part", from: String?.none, to: place.description)])
        let identities = identities
        return try await database.write(entry) { db in
            let open = try db.comments(on: assessment).count { $0.person == reviewer.person && $0.isOpen }
            guard open < Self.mostOpen else { throw StrategicRefusal.manyComments(open) }
            try db.run(
                """
                INSERT INTO review_comment
                    (id, partnership, annual_assessment, place, text, written_by, agency, written_at, person)
                VALUES (
                    \(id), \(db.partnership), \(assessment), \(place), \(text), \(reviewer.name), \(reviewer.agency),
                    \(time), \(reviewer.person))
                """)
            let writers = try db.people(seatedAs: Permission.writeStrategicAssessments.holders, on: Day(time))
            for writer in writers where writer.id != reviewer.person {
                try db.notify(
                    writer.id, "\(reviewer.name) commented on \(news.title)", at: news.address,
                    because: "You write the strategic assessment.", id: identities.new(at: time), at: time)
            }
            return id
        }
    }

    /// - Parameter settles: whether nothing more is to be done about it.
    /// - Throws: ``StrategicRefusal/notHere``, `DatabaseFault`
    public func answer(
        _ comment: ID<ReviewComment>, _ text: String, settling settles: Bool, of assessment: ID<AnnualAssessment>,
        telling news: ReviewNews, by actor: Entry.Actor, at time: Date
    ) async throws {
        let identities = identities
        let entry = Entry(
            settles ? .commentSettled : .commentAnswered, of: .init("strategic assessment", assessment), by: actor,
            at: time)
        try await database.write(entry) { db in
            guard let known = try db.comments(on: assessment).first(where: { $0.id == comment }) else {
                throw StrategicRefusal.notHere
            }
            db.changed("part", from: String?.none, to: known.place.description)
            try db.run(
                """
                INSERT INTO comment_answer (partnership, review_comment, number, text, settles, written_by, written_at)
                VALUES (
                    \(db.partnership), \(comment), \(known.answers.count + 1), \(text), \(settles), \(actor.shownName),
                    \(time))
                """)
            guard let person = known.person, !actor.isMember(person) else { return }
            try db.notify(
                person, "\(actor.shownName) \(settles ? "settled" : "answered") your comment on \(news.title)",
                at: news.address, because: "The comment is yours.", id: identities.new(at: time), at: time)
        }
    }
}

/// What people are told of when something is said of a part.
public struct ReviewNews: Sendable {
    /// "‘Levels and patterns’ of the strategic assessment 2015/16"
    let title: String
    /// Within the site.
    let address: String

    public init(_ title: String, at address: String) {
        (self.title, self.address) = (title, address)
    }
}

extension Reading {
    fileprivate func comments(on assessment: ID<AnnualAssessment>) throws -> [ReviewComment] {
        var answers: [ID<ReviewComment>: [ReviewComment.Answer]] = [:]
        for row in try rows(
            """
            SELECT comment_answer.* FROM comment_answer
            JOIN review_comment ON review_comment.id = comment_answer.review_comment
            WHERE comment_answer.partnership = \(partnership) AND review_comment.annual_assessment = \(assessment)
            ORDER BY comment_answer.number
            """)
        {
            let comment: ID<ReviewComment> = try row("review_comment")
            try answers[comment, default: []].append(
                ReviewComment.Answer(
                    text: row("text"), settles: row("settles"), writtenBy: row("written_by"),
                    writtenAt: row("written_at")))
        }
        return try rows(
            """
            SELECT * FROM review_comment WHERE partnership = \(partnership) AND annual_assessment = \(assessment)
            ORDER BY written_at, id
            """
        ).map { row in
            let id: ID<ReviewComment> = try row("id")
            return try ReviewComment(
                id: id, place: row("place"), text: row("text"), writtenBy: row("written_by"), agency: row("agency"),
                writtenAt: row("written_at"), answers: answers[id] ?? [], person: row("person"))
        }
    }
}
