import Foundation
import Storage

extension Writing {
    /// Puts a letter into the outbox, in the same transaction as the deed that causes it: neither is without the other.
    ///
    /// Ask first whether mail is sent at all: where it is not, a letter waits for a day and is given up.
    ///
    /// - Parameter id: made at the moment of the deed; the letter is due from then on.
    /// - Throws: ``LetterFault``, `DatabaseFault`
    public func post(_ letter: Letter, id: ID<Letter>) throws {
        try letter.check()
        try run(
            """
            INSERT INTO letter (id, partnership, recipient, subject, text)
            VALUES (\(id), \(partnership), \(letter.to), \(letter.subject), \(letter.text))
            """)
        try ask(for: Outbox.delivery, about: id)
    }
}

extension Reading {
    /// The letters that wait, the oldest first: for tests, to see what was written to whom.
    package func waitingLetters() throws -> [Letter] {
        try rows("SELECT * FROM letter WHERE partnership = \(partnership) ORDER BY id").map(Letter.init)
    }
}

/// The letters that wait to be sent.
struct LetterStore: Sendable {
    /// The installation's records.
    let database: Database

    /// - Throws: `DatabaseFault`
    func letter(_ id: ID<Letter>, of partnership: ID<Tenant>) async throws -> Letter? {
        try await database.opened(for: partnership).read { db in
            try db.row("SELECT * FROM letter WHERE partnership = \(partnership) AND id = \(id)").map(Letter.init)
        }
    }

    /// Takes a letter away, for good: what stood in it, and whom it was to, are nobody's business any more.
    ///
    /// - Parameters:
    ///   - act: what became of it.
    ///   - reason: why it was given up, if it was.
    /// - Throws: `DatabaseFault`
    func settle(
        _ id: ID<Letter>, of partnership: ID<Tenant>, _ act: Act, because reason: String? = nil, at time: Date
    ) async throws {
        let entry = Entry(act, of: .init("letter", id), by: .job("outbox"), at: time, why: reason)
        try await database.opened(for: partnership).write(entry) { db in
            try db.run("DELETE FROM letter WHERE partnership = \(partnership) AND id = \(id)")
        }
    }
}

extension Letter {
    init(_ row: Row) throws {
        try self.init(to: row("recipient"), subject: row("subject"), text: row("text"))
    }
}

extension Act {
    static let letterSent = Act("letter sent", "A letter was handed to the mail server.")
    static let letterGivenUp = Act(
        "letter given up", "A letter could not be sent, and was not tried again.")

    /// The acts of this module.
    public static let ofNotices: [Act] = [
        .letterSent, .letterGivenUp, .noticesRead, .noticesChosen, .noticesMailed,
    ]
}
