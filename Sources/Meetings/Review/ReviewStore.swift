import Foundation
import Membership
import Notices
import Storage

/// What became of papers that are kept from the public: looked at again, kept on, or opened. Nothing opens by itself.
public struct ReviewStore: Sendable {
    private let database: Database
    private let identities: Identities

    public init(_ database: Database, identities: Identities) {
        (self.database, self.identities) = (database, identities)
    }

    /// Items whose day to be looked at again has come, the longest due first.
    ///
    /// - Throws: `DatabaseFault`
    public func reviews(dueBy day: Day) async throws -> [WithheldReview] {
        try await database.read { db in try db.reviews(dueBy: day) }
    }

    /// - Throws: `DatabaseFault`
    func kept(_ item: AgendaItem) async throws -> KeptItem {
        try await database.read { db in try db.kept(item) }
    }

    /// What was opened of a meeting, by the item.
    ///
    /// - Throws: `DatabaseFault`
    public func openings(of meeting: ID<Meeting>) async throws -> [ID<AgendaItem>: PaperOpening] {
        try await database.read { db in
            let rows = try db.rows(
                """
                SELECT agenda_opening.* FROM agenda_opening
                JOIN agenda_item ON agenda_item.id = agenda_opening.agenda_item
                WHERE agenda_opening.partnership = \(db.partnership) AND agenda_item.meeting = \(meeting)
                """
            ).map { row in (try row("agenda_item") as ID<AgendaItem>, try PaperOpening(row)) }
            return Dictionary(rows, uniquingKeysWith: { first, _ in first })
        }
    }

    /// Enters that it stays kept from the public until another day.
    ///
    /// - Parameters:
    ///   - after: how often it was looked at before, as whoever enters it knows.
    ///   - today: the day on which it is entered.
    /// - Throws: ``MeetingsRefusal``, `DatabaseFault`
    func keep(
        _ item: AgendaItem, of meeting: ID<Meeting>, until day: Day, because why: String, after: Int,
        by actor: Entry.Actor, at time: Date, on today: Day
    ) async throws {
        let entry = Entry(
            .withholdingKept, of: .init("meeting", meeting), by: actor, at: time, why: why,
            changes: [.init("item", from: String?.none, to: item.title)])
        try await database.write(entry) { db in
            let kept = try db.kept(item)
            guard kept.reviews.count == after else { throw MeetingsRefusal.agendaMoved }
            try kept.checkKeeping(until: day, on: today)
            db.changed("looked at again", from: kept.due, to: day)
            try db.run(
                """
                INSERT INTO agenda_review (partnership, agenda_item, number, until, why, entered_by, entered_at)
                VALUES (\(db.partnership), \(item.id), \(after + 1), \(day), \(why), \(actor.shownName), \(time))
                """)
        }
    }

    /// Reminds the clerks of what is to be looked at again, once for each day that was set. Where nobody is seated as a clerk,
    /// the officers are reminded.
    ///
    /// - Throws: `DatabaseFault`
    public func remind(on today: Day, by actor: Entry.Actor, at time: Date) async throws {
        let due = try await database.read { db in
            try db.reviews(dueBy: today).filter { try !db.isReminded($0) }
        }
        let identities = identities
        for review in due {
            let entry = Entry(
                .reviewReminded, of: .init("meeting", review.meeting), by: actor, at: time,
                changes: [.init("item", from: String?.none, to: review.title)])
            try await database.write(entry) { db in
                let clerks = try db.people(seatedAs: [.clerk], on: today)
                let people = clerks.isEmpty ? try db.people(seatedAs: [.officer], on: today) : clerks
                for person in people {
                    try db.notify(
                        person.id, "What is kept from the public is to be looked at again",
                        at: "/committees/meetings/\(review.meeting)/agenda/items/\(review.item)/review",
                        because: "Its day was \(review.due.words), and you arrange meetings.",
                        id: identities.new(at: time), at: time)
                }
                try db.run(
                    """
                    INSERT INTO agenda_review_reminder (partnership, agenda_item, due_on, reminded_at)
                    VALUES (\(db.partnership), \(review.item), \(review.due), \(time))
                    """)
            }
        }
    }
}

extension Reading {
    fileprivate func kept(_ item: AgendaItem) throws -> KeptItem {
        let reviews = try rows(
            """
            SELECT * FROM agenda_review WHERE partnership = \(partnership) AND agenda_item = \(item.id) ORDER BY number
            """
        ).map { row in
            WithholdingReview(
                number: try row("number"), until: try row("until"), why: try row("why"), by: try row("entered_by"),
                at: try row("entered_at"))
        }
        let opening = try row(
            "SELECT * FROM agenda_opening WHERE partnership = \(partnership) AND agenda_item = \(item.id)")
        return KeptItem(item: item, reviews: reviews, opening: try opening.map(PaperOpening.init))
    }

    fileprivate func reviews(dueBy day: Day) throws -> [WithheldReview] {
        try rows(
            """
            SELECT id, meeting, title, due_on FROM (
                SELECT agenda_item.id AS id, agenda_item.meeting AS meeting, agenda_item.title AS title,
                    COALESCE((
                        SELECT max(agenda_review.until) FROM agenda_review
                        WHERE agenda_review.agenda_item = agenda_item.id AND agenda_review.number = (
                            SELECT max(newer.number) FROM agenda_review AS newer
                            WHERE newer.agenda_item = agenda_item.id)
                    ), agenda_item.withheld_until) AS due_on
                FROM agenda_item
                WHERE agenda_item.partnership = \(partnership) AND agenda_item.withholding = \(Withholding.Sort.exempt)
                    AND agenda_item.is_taken_off = \(false) AND NOT EXISTS (
                        SELECT 1 FROM agenda_opening WHERE agenda_opening.agenda_item = agenda_item.id)
            ) AS kept WHERE due_on <= \(day) ORDER BY due_on, id
            """
        ).map { row in
            WithheldReview(
                item: try row("id"), meeting: try row("meeting"), title: try row("title"), due: try row("due_on"))
        }
    }

    fileprivate func isReminded(_ review: WithheldReview) throws -> Bool {
        let known: Int? = try value(
            """
            SELECT count(*) FROM agenda_review_reminder
            WHERE partnership = \(partnership) AND agenda_item = \(review.item) AND due_on = \(review.due)
            """)
        return known != 0
    }
}

extension Writing {
    /// Enters that an item’s papers were laid before everybody, with what they were published as.
    ///
    /// - Throws: ``MeetingsRefusal/openedAlready``, `DatabaseFault`
    func open(_ item: AgendaItem, as opening: PaperOpening, at time: Date) throws {
        guard try kept(item).opening == nil else { throw MeetingsRefusal.openedAlready }
        try run(
            """
            INSERT INTO agenda_opening (partnership, agenda_item, publication_slug, opened_on, why, opened_by, opened_at)
            VALUES (
                \(partnership), \(item.id), \(opening.slug), \(opening.on), \(opening.why), \(opening.by), \(time))
            """)
    }
}

extension PaperOpening {
    fileprivate init(_ row: Row) throws {
        self.init(
            slug: try row("publication_slug"), on: try row("opened_on"), why: try row("why"), by: try row("opened_by"))
    }
}
