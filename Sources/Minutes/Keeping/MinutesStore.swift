import Foundation
import Storage

/// One thing that was written into minutes, as it is kept.
public struct WrittenDeed: Hashable, Sendable {
    /// From 1, through the minutes of the meeting.
    public let number: Int
    public let deed: Deed
    public let by: String
    public let at: Date
}

/// What is about to be written into minutes.
public struct MinutesChange: Hashable, Sendable {
    /// Made by whoever writes, and the same when it is sent again: it is done once.
    public let key: String
    public let deed: Deed
    /// The number of the deed that stood in its place when it was begun, 0 where there was none.
    public let after: Int

    public init(_ deed: Deed, key: String, after: Int = 0) {
        (self.deed, self.key, self.after) = (deed, key, after)
    }

    /// Letters, digits and hyphens, enough that no two are alike.
    var hasKey: Bool {
        (8...64).contains(key.utf8.count)
            && key.utf8.allSatisfy {
                $0 == UInt8(ascii: "-") || Character(UnicodeScalar($0)).isLetter || $0 < 58 && $0 > 47
            }
    }
}

/// Minutes of meetings, kept as the deeds that made them.
public struct MinutesStore: Sendable {
    let database: Database
    let identities: Identities

    public init(_ database: Database, identities: Identities) {
        (self.database, self.identities) = (database, identities)
    }

    /// The first first.
    ///
    /// - Throws: `DatabaseFault`
    public func deeds(of meeting: MinutedMeeting) async throws -> [WrittenDeed] {
        try await database.read { db in try db.deeds(of: meeting.id) }
    }

    /// What stands in them now.
    ///
    /// - Throws: `DatabaseFault`
    public func record(of meeting: MinutedMeeting) async throws -> MinutesRecord {
        try await database.read { db in try db.record(of: meeting) }
    }

    /// One deed, as it stands there.
    func deed(_ number: Int, of meeting: MinutedMeeting) async throws -> Deed? {
        try await database.read { db in
            try db.rows(
                """
                SELECT deed FROM minutes_deed
                WHERE partnership = \(db.partnership) AND meeting = \(meeting.id) AND number = \(number)
                """
            ).first.map { (try $0("deed") as JSON<Deed>).content }
        }
    }

    /// Writes into them. What was written before by the same key is not written again.
    ///
    /// - Parameter today: nil for the day of the time.
    /// - Returns: the number of the deed.
    /// - Throws: ``MinutesRefusal``; `ChangedMeanwhile` where somebody wrote in its place since it was begun;
    ///   `DatabaseFault`
    @discardableResult
    public func write(
        _ change: MinutesChange, into meeting: MinutedMeeting, by actor: Entry.Actor, at time: Date,
        on today: Day? = nil
    ) async throws -> Int {
        guard change.hasKey else { throw MinutesRefusal.unreadable }
        if case .close(let hour) = change.deed, !hour.isEmpty, let early = meeting.notHeld(on: today ?? Day(time)) {
            throw early
        }
        let known: Int? = try await database.read { db in try db.number(of: change.key, in: meeting.id) }
        if let known { return known }
        let entry = Entry(
            .minutesWritten, of: .init("minutes", meeting.id), by: actor, at: time,
            changes: [.init("part", from: String?.none, to: String(change.deed.place.prefix { $0 != " " }))])
        // The key alone makes it itself: a browser that was signed out meanwhile sends it in another session.
        let once = OnceKey(form: "minutes \(meeting.id) \(change.key)", content: [], by: actor)
        return try await database.write(entry, once: once) { db in
            if let known = try db.number(of: change.key, in: meeting.id) { return known }
            guard !meeting.called.isCalledOff else { throw MinutesRefusal.calledOff }
            if let confirmed = try db.confirmation(of: meeting.id) {
                guard try MinutesDocument(written: confirmed.content).takes(change.deed) else {
                    throw MinutesRefusal.isConfirmed
                }
            }
            let record = try db.record(of: meeting)
            if change.deed.replaces, record.revisions[change.deed.place] ?? 0 != change.after {
                throw ChangedMeanwhile()
            }
            try record.check(change.deed)
            if record.newest == 0 { try db.begin(meeting, at: time) }
            return try db.enter(change, as: record.newest + 1, in: meeting.id, by: actor, at: time)
        }
    }
}

extension Reading {
    func deeds(of meeting: ID<MinutedMeeting>) throws -> [WrittenDeed] {
        try rows(
            """
            SELECT * FROM minutes_deed WHERE partnership = \(partnership) AND meeting = \(meeting) ORDER BY number
            """
        ).map { row in
            WrittenDeed(
                number: try row("number"), deed: (try row("deed") as JSON<Deed>).content, by: try row("written_by"),
                at: try row("written_at"))
        }
    }

    func record(of meeting: MinutedMeeting) throws -> MinutesRecord {
        var record = MinutesRecord(of: meeting)
        for written in try deeds(of: meeting.id) { record.apply(written.deed, number: written.number) }
        return record
    }

    fileprivate func number(of key: String, in meeting: ID<MinutedMeeting>) throws -> Int? {
        try value(
            """
            SELECT number FROM minutes_deed
            WHERE partnership = \(partnership) AND meeting = \(meeting) AND once_key = \(key)
            """)
    }
}

extension Writing {
    fileprivate func begin(_ meeting: MinutedMeeting, at time: Date) throws {
        try run(
            """
            INSERT INTO minutes (meeting, partnership, body, title, begun_at)
            VALUES (\(meeting.id), \(partnership), \(meeting.body.key), \(meeting.title), \(time))
            """)
    }

    fileprivate func enter(
        _ change: MinutesChange, as number: Int, in meeting: ID<MinutedMeeting>, by actor: Entry.Actor, at time: Date
    ) throws -> Int {
        try run(
            """
            INSERT INTO minutes_deed (
                partnership, meeting, number, once_key, place, deed, written_by, written_at)
            VALUES (
                \(partnership), \(meeting), \(number), \(change.key), \(change.deed.place), \(JSON(change.deed)),
                \(actor.shownName), \(time))
            """)
        return number
    }
}
