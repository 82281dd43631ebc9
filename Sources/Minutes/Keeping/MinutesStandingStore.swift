import Foundation
import Membership
import Notices
import Storage

/// What becomes of minutes after they were taken.
public struct MinutesStandingStore: Sendable {
    private let database: Database
    private let identities: Identities
    private let news: (any DecisionNews)?

    /// - Parameter news: who is told what was decided.
    public init(_ database: Database, identities: Identities, news: (any DecisionNews)? = nil) {
        (self.database, self.identities, self.news) = (database, identities, news)
    }

    /// - Throws: `DatabaseFault`
    public func standing(of meeting: ID<MinutedMeeting>) async throws -> MinutesStanding {
        try await database.read { db in try db.standing(of: meeting) }
    }

    /// How the next minutes of a body are numbered that met on a day.
    ///
    /// - Throws: `DatabaseFault`
    public func numbering(of meeting: MinutedMeeting) async throws -> YearNumbering {
        try await database.read { db in try db.numbering(of: meeting) }
    }

    /// Those of earlier meetings whose minutes have no number yet, in the same year.
    ///
    /// - Throws: `DatabaseFault`
    public func unnumbered(_ earlier: [OtherMeeting], before meeting: MinutedMeeting) async throws -> [OtherMeeting] {
        try await database.read { db in
            try db.standing(of: meeting.id).numbers.isEmpty ? db.unnumbered(earlier, before: meeting) : []
        }
    }

    /// Sends the draft round to those who sit on the body. Each minute has its number from then on.
    ///
    /// - Parameters:
    ///   - newest: the last deed that whoever circulates saw.
    ///   - numbering: when the year began and with which number, where no number of it was given yet.
    ///   - earlier: meetings of the body before it; none where somebody said that these minutes are numbered first.
    ///   - today: nil for the day of the time.
    /// - Throws: ``MinutesRefusal``, `DatabaseFault`
    public func circulate(
        _ meeting: MinutedMeeting, asOf newest: Int, numbering: (beginsOn: Day, first: Int)?,
        after earlier: [OtherMeeting] = [], by actor: Entry.Actor, at time: Date, on today: Day? = nil
    ) async throws {
        let entry = Entry(.minutesCirculated, of: .init("minutes", meeting.id), by: actor, at: time)
        let people = Set(meeting.seats.compactMap(\.person)).sorted { $0.description < $1.description }
        let notices = people.map { ($0, identities.new(at: time) as ID<PersonalNotice>) }
        try await database.write(entry) { db in
            let (record, standing) = (try db.record(of: meeting), try db.standing(of: meeting.id))
            guard standing.confirmation == nil else { throw MinutesRefusal.isConfirmed }
            guard record.newest == newest else { throw MinutesRefusal.changedMeanwhile }
            guard record.newest > 0, standing.circulations.last?.upTo != newest else {
                throw MinutesRefusal.nothingToCirculate
            }
            try Circulating(record, on: today ?? Day(time)).check()
            if let numbering { try db.settle(numbering, for: meeting, by: actor, at: time) }
            let waiting = standing.numbers.isEmpty ? try db.unnumbered(earlier, before: meeting) : []
            guard waiting.isEmpty else { throw MinutesRefusal.earlierFirst(waiting.map(\.day.words)) }
            try db.number(meeting, besides: standing.numbers)
            try db.run(
                """
                INSERT INTO minutes_circulation (partnership, meeting, number, up_to, circulated_by, circulated_at)
                VALUES (
                    \(db.partnership), \(meeting.id), \(standing.circulations.count + 1), \(newest),
                    \(actor.shownName), \(time))
                """)
            let numbers = try db.standing(of: meeting.id).numbers
            try news?.decided(record.decided(numbers: numbers), at: meeting, by: actor, at: time, in: db)
            for (person, id) in notices {
                try db.notify(
                    person, "Draft minutes are there to read: \(meeting.title)",
                    at: "/committees/meetings/\(meeting.id)/minutes", because: "You sit on this body.", id: id, at: time
                )
            }
        }
    }

    /// - Throws: ``MinutesRefusal``, `DatabaseFault`
    public func propose(
        _ text: String, to item: String, of meeting: MinutedMeeting, by member: Member, at time: Date
    ) async throws {
        let id: ID<MinutesStanding.Correction> = identities.new(at: time)
        let entry = Entry(.correctionProposed, of: .init("minutes", meeting.id), by: member.actor, at: time)
        try await database.write(entry) { db in
            let standing = try db.standing(of: meeting.id)
            guard standing.confirmation == nil else { throw MinutesRefusal.isConfirmed }
            guard standing.isCirculated, meeting.item(item) != nil else { throw MinutesRefusal.notHere }
            try db.run(
                """
                INSERT INTO minutes_correction (
                    id, partnership, meeting, item, text, proposed_by, person, proposed_at)
                VALUES (
                    \(id), \(db.partnership), \(meeting.id), \(item), \(text), \(member.actor.shownName), \(member.id),
                    \(time))
                """)
        }
    }

    /// - Throws: ``MinutesRefusal``, `DatabaseFault`
    public func answer(
        _ correction: ID<MinutesStanding.Correction>, of meeting: MinutedMeeting, accepting: Bool, saying words: String,
        by actor: Entry.Actor, at time: Date
    ) async throws {
        let notice: ID<PersonalNotice> = identities.new(at: time)
        let entry = Entry(
            .correctionAnswered, of: .init("minutes", meeting.id), by: actor, at: time,
            changes: [.init("accepted", from: Bool?.none, to: accepting)])
        try await database.write(entry) { db in
            let standing = try db.standing(of: meeting.id)
            guard standing.confirmation == nil else { throw MinutesRefusal.isConfirmed }
            guard let known = standing.corrections.first(where: { $0.id == correction }), known.answer == nil else {
                throw MinutesRefusal.notHere
            }
            try db.run(
                """
                INSERT INTO minutes_correction_answer (
                    partnership, minutes_correction, is_accepted, words, answered_by, answered_at)
                VALUES (\(db.partnership), \(correction), \(accepting), \(words), \(actor.shownName), \(time))
                """)
            try db.notify(
                known.person, "Your correction to draft minutes was \(accepting ? "accepted" : "not accepted")",
                at: "/committees/meetings/\(meeting.id)/minutes", because: "You proposed it.", id: notice, at: time)
        }
    }

    /// Enters that a later meeting confirmed them. From then on they are never changed.
    ///
    /// - Parameters:
    ///   - newest: the last deed that whoever enters it saw.
    ///   - content: what was confirmed, made of the record and the numbers as they stand.
    /// - Returns: the SHA-256 of the confirmed words.
    /// - Throws: ``MinutesRefusal``, `DatabaseFault`
    @discardableResult
    public func confirm(
        _ meeting: MinutedMeeting, at later: OtherMeeting, asOf newest: Int, by actor: Entry.Actor, at time: Date
    ) async throws -> FileHash {
        guard later.isSuitable else { throw MinutesRefusal.notSuitable }
        let entry = Entry(
            .minutesConfirmed, of: .init("minutes", meeting.id), by: actor, at: time,
            changes: [.init("confirmed on", from: Day?.none, to: later.day)])
        let hash = try await database.write(entry) { db -> String in
            let (record, standing) = (try db.record(of: meeting), try db.standing(of: meeting.id))
            guard standing.confirmation == nil else { throw MinutesRefusal.isConfirmed }
            guard record.newest == newest else { throw MinutesRefusal.changedMeanwhile }
            let obstacles = Confirming(record, standing).obstacles
            guard obstacles.isEmpty else { throw MinutesRefusal.obstacles(obstacles) }
            let content = try MinutesDocument(record, numbers: standing.numbers).written()
            let hash = FileHash(of: Array(content.utf8))
            db.changed("SHA-256", from: String?.none, to: hash.description)
            try news?.decided(record.decided(numbers: standing.numbers), at: meeting, by: actor, at: time, in: db)
            try db.run(
                """
                INSERT INTO minutes_confirmation (
                    partnership, meeting, confirmed_at_meeting, confirmed_on, content, content_hash, entered_by, entered_at)
                VALUES (
                    \(db.partnership), \(meeting.id), \(later.id), \(later.day), \(content), \(hash),
                    \(actor.shownName), \(time))
                """)
            return hash.description
        }
        guard let hash = FileHash(hash) else { throw MinutesRefusal.notHere }
        return hash
    }
}
