import Foundation
import Storage

extension Writing {
    /// Tells a person something, in the same transaction as the deed they are told of.
    ///
    /// - Parameters:
    ///   - title: a sentence that may be mailed.
    ///   - address: within the site, where there is more.
    ///   - why: why they of all people are told, as a sentence.
    ///   - isMailed: whether a letter of its own goes out about it, whatever they chose: then no other does.
    /// - Throws: `DatabaseFault`
    public func notify<Person>(
        _ person: ID<Person>, _ title: String, at address: String, because why: String, id: ID<PersonalNotice>,
        isMailed: Bool = false, at time: Date
    ) throws {
        try run(
            """
            INSERT INTO personal_notice (id, partnership, person, title, address, why, told_at, mailed_at)
            VALUES (
                \(id), \(partnership), \(person), \(title), \(address), \(why), \(time), \(isMailed ? time : nil))
            """)
    }
}

/// What people of a partnership were told, and how they want to hear of it.
public struct NoticeStore: Sendable {
    private let database: Database

    public init(_ database: Database) {
        self.database = database
    }

    /// How many there are for a person, and how many of them they have not read.
    ///
    /// - Throws: `DatabaseFault`
    public func count<Person>(of person: ID<Person>) async throws -> (all: Int, unread: Int) {
        try await database.read { db in
            let row = try db.row(
                """
                SELECT count(*) AS told, count(*) - count(read_at) AS unread FROM personal_notice
                WHERE partnership = \(db.partnership) AND person = \(person)
                """)
            return try (all: row?("told") ?? 0, unread: row?("unread") ?? 0)
        }
    }

    /// How many a person has not read.
    ///
    /// - Throws: `DatabaseFault`
    public func unread<Person>(of person: ID<Person>) async throws -> Int {
        try await database.read { db in
            try db.value(
                """
                SELECT count(*) FROM personal_notice
                WHERE partnership = \(db.partnership) AND person = \(person) AND read_at IS NULL
                """) ?? 0
        }
    }

    /// A person's notices, the latest first.
    ///
    /// - Throws: `DatabaseFault`
    public func notices<Person>(
        of person: ID<Person>, _ limit: Int, after offset: Int
    ) async throws -> [PersonalNotice] {
        try await database.read { db in
            try db.rows(
                """
                SELECT * FROM personal_notice WHERE partnership = \(db.partnership) AND person = \(person)
                ORDER BY told_at DESC, id DESC LIMIT \(limit) OFFSET \(offset)
                """
            ).map(PersonalNotice.init)
        }
    }

    /// Notes that a person has read their notices.
    ///
    /// - Parameter last: the latest they were shown: what came after it is still new.
    /// - Throws: `DatabaseFault`
    public func markRead<Person>(
        of person: ID<Person>, upTo last: ID<PersonalNotice>, by actor: Entry.Actor, at time: Date
    ) async throws {
        let entry = Entry(.noticesRead, of: .init("person", person), by: actor, at: time)
        try await database.write(entry) { db in
            let count = try db.run(
                """
                UPDATE personal_notice SET read_at = \(time)
                WHERE partnership = \(db.partnership) AND person = \(person) AND read_at IS NULL AND told_at <= (
                    SELECT shown.told_at FROM personal_notice AS shown
                    WHERE shown.partnership = \(db.partnership) AND shown.person = \(person) AND shown.id = \(last))
                """)
            db.changed("unread", from: count, to: 0)
        }
    }

    /// - Throws: `DatabaseFault`
    public func choice<Person>(of person: ID<Person>) async throws -> NoticeChoice {
        try await database.read { db in
            try db.value(
                "SELECT choice FROM notice_choice WHERE partnership = \(db.partnership) AND person = \(person)")
                ?? .daily
        }
    }

    /// - Throws: `DatabaseFault`
    public func choose<Person>(
        _ choice: NoticeChoice, for person: ID<Person>, by actor: Entry.Actor, at time: Date
    ) async throws {
        let entry = Entry(.noticesChosen, of: .init("person", person), by: actor, at: time)
        try await database.write(entry) { db in
            let before: NoticeChoice? = try db.value(
                "SELECT choice FROM notice_choice WHERE partnership = \(db.partnership) AND person = \(person)")
            try db.run(
                """
                INSERT INTO notice_choice (partnership, person, choice)
                VALUES (\(db.partnership), \(person), \(choice))
                ON CONFLICT (partnership, person) DO UPDATE SET choice = excluded.choice
                """)
            db.changed("notices", from: before, to: choice)
        }
    }
}

extension NoticeStore {
    /// Who is to be written to about what they have neither read nor been written about.
    ///
    /// - Parameter start: older ones are no news any more.
    /// - Throws: `DatabaseFault`
    public func awaiting<Person>(
        _ choice: NoticeChoice, since start: Date, as person: Person.Type = Person.self
    ) async throws -> [ID<Person>] {
        try await database.read { db in
            try db.rows(
                """
                SELECT DISTINCT personal_notice.person FROM personal_notice
                LEFT JOIN notice_choice ON notice_choice.partnership = personal_notice.partnership
                    AND notice_choice.person = personal_notice.person
                WHERE personal_notice.partnership = \(db.partnership) AND personal_notice.read_at IS NULL
                    AND personal_notice.mailed_at IS NULL AND personal_notice.told_at > \(start)
                    AND COALESCE(notice_choice.choice, \(NoticeChoice.daily)) = \(choice)
                ORDER BY personal_notice.person
                """
            ).map { try $0("person") }
        }
    }

    /// Posts a letter about what a person has neither read nor been written about, unless somebody else just did (S126).
    ///
    /// - Parameters:
    ///   - start: older ones are no news any more.
    ///   - letter: made of the notices, the oldest first.
    /// - Returns: whether there was anything to write about.
    /// - Throws: ``LetterFault``, `DatabaseFault`
    public func mail<Person>(
        _ person: ID<Person>, since start: Date, id: ID<Letter>, at time: Date,
        _ letter: @escaping @Sendable ([PersonalNotice]) -> Letter
    ) async throws -> Bool {
        let entry = Entry(.noticesMailed, of: .init("person", person), by: .job("notices"), at: time)
        do {
            try await database.write(entry) { db in
                let news = try db.rows(
                    """
                    SELECT * FROM personal_notice
                    WHERE partnership = \(db.partnership) AND person = \(person) AND read_at IS NULL
                        AND mailed_at IS NULL AND told_at > \(start)
                    ORDER BY told_at, id
                    """
                ).map(PersonalNotice.init)
                guard !news.isEmpty else { throw NothingNew() }
                try db.run(
                    """
                    UPDATE personal_notice SET mailed_at = \(time)
                    WHERE partnership = \(db.partnership) AND id IN \(news.map(\.id))
                    """)
                try db.post(letter(news), id: id)
                db.changed("notices", from: Int?.none, to: news.count)
            }
            return true
        } catch is NothingNew {
            return false
        }
    }

    /// Ends a transaction that found nothing to do, so that it leaves no entry.
    private struct NothingNew: Error {}
}

extension Act {
    static let noticesRead = Act("notices read", "Somebody noted that they have read their notices.")
    static let noticesChosen = Act("notices chosen", "Somebody chose how they want to hear of their notices.")
    static let noticesMailed = Act("notices mailed", "A letter about what is new for somebody was posted.")
}
