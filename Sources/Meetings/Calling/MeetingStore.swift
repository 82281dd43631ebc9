import Foundation
import Membership
import Storage

/// The meetings of a partnership's bodies.
public struct MeetingStore: Sendable {
    let database: Database
    private let identities: Identities

    public init(_ database: Database, identities: Identities) {
        (self.database, self.identities) = (database, identities)
    }

    /// All of them, by day and hour.
    ///
    /// - Parameter body: of one body only.
    /// - Throws: `DatabaseFault`
    public func meetings(of body: ID<Body>? = nil) async throws -> [Meeting] {
        try await database.read { db in
            try db.meetings(body.map { "meeting.body = \($0)" } ?? "TRUE")
        }
    }

    /// - Throws: `DatabaseFault`
    public func meeting(_ id: ID<Meeting>) async throws -> Meeting? {
        try await database.read { db in try db.meeting(id) }
    }

    /// Calls one meeting or several, all of them or none.
    ///
    /// - Throws: ``MeetingsRefusal``, `DatabaseFault`
    @discardableResult
    public func call(
        _ all: [MeetingDetails], of body: ID<Body>, by actor: Entry.Actor, at time: Date
    ) async throws -> [ID<Meeting>] {
        let ids = all.map { _ in identities.new(at: time) as ID<Meeting> }
        guard let first = ids.first else { return [] }
        let entry = Entry(
            .meetingCalled, of: .init("meeting", first), by: actor, at: time,
            changes: all.map { .init("day", from: Day?.none, to: $0.day) })
        return try await database.write(entry) { db in
            let others = try db.meetings("meeting.body = \(body)")
            for (details, id) in zip(all, ids) {
                if let other = others.first(where: { $0.stands(at: details) }) {
                    throw MeetingsRefusal.calledAlready(other.details.when)
                }
                try db.run(
                    "INSERT INTO meeting (id, partnership, body) VALUES (\(id), \(db.partnership), \(body))")
                try db.enter(
                    MeetingState(
                        number: 1, details: details, calledOff: nil, isAnnounced: false, by: actor.shownName, at: time),
                    of: id)
            }
            return ids
        }
    }

    /// Changes when or where it is, or what is known of it.
    ///
    /// - Parameters:
    ///   - known: the meeting as it is believed to be.
    ///   - why: it is moved, for everybody to read; empty where nothing is said.
    /// - Throws: ``MeetingsRefusal``, `ChangedMeanwhile`, `DatabaseFault`
    public func change(
        _ known: Meeting, of body: Body, to details: MeetingDetails, because why: String = "", by actor: Entry.Actor,
        at time: Date
    ) async throws {
        let isMoved = !details.isAsArranged(in: known.details)
        let entry = Entry(
            isMoved ? .meetingMoved : .meetingChanged, of: .init("meeting", known.id), by: actor, at: time,
            why: why.isEmpty ? nil : why)
        try await database.write(entry) { db in
            let others = try db.meetings("meeting.body = \(known.body)").filter { $0.id != known.id }
            if let other = others.first(where: { $0.stands(at: details) }) {
                throw MeetingsRefusal.calledAlready(other.details.when)
            }
            let before = try db.unchanged(known)
            db.changed("day", from: before.day, to: details.day)
            db.changed("starts", from: before.details.startsAt.words, to: details.startsAt.words)
            db.changed("place", from: before.details.place, to: details.place)
            db.changed("kind", from: before.details.kind, to: details.kind)
            let state = before.next(
                details, calledOff: before.now.calledOff, isAnnounced: before.now.isAnnounced, by: actor.shownName,
                at: time)
            try db.enter(state, of: before, body: body, because: why, by: actor)
        }
    }

    /// - Throws: `ChangedMeanwhile`, `DatabaseFault`
    public func callOff(_ known: Meeting, of body: Body, because why: String, by actor: Entry.Actor, at time: Date)
        async throws
    {
        let entry = Entry(.meetingCalledOff, of: .init("meeting", known.id), by: actor, at: time, why: why)
        try await database.write(entry) { db in
            let before = try db.unchanged(known)
            let state = before.next(
                before.details, calledOff: why, isAnnounced: before.now.isAnnounced, by: actor.shownName, at: time)
            try db.enter(state, of: before, body: body, because: why, by: actor)
        }
    }

    /// It takes place after all.
    ///
    /// - Throws: ``MeetingsRefusal``, `ChangedMeanwhile`, `DatabaseFault`
    public func takeUpAgain(_ known: Meeting, of body: Body, by actor: Entry.Actor, at time: Date) async throws {
        let entry = Entry(.meetingTakenUp, of: .init("meeting", known.id), by: actor, at: time)
        try await database.write(entry) { db in
            let before = try db.unchanged(known)
            let state = before.next(
                before.details, calledOff: nil, isAnnounced: before.now.isAnnounced, by: actor.shownName, at: time)
            try db.enter(state, of: before, body: body, because: "", by: actor)
        }
    }
}

extension Meeting {
    /// Whether it takes place at that very moment, so that another would be the same called twice.
    fileprivate func stands(at other: MeetingDetails) -> Bool {
        !isCalledOff && day == other.day && details.startsAt == other.startsAt
    }

    /// The state that follows.
    func next(
        _ details: MeetingDetails, calledOff: String?, isAnnounced: Bool = false, by name: String, at time: Date
    ) -> MeetingState {
        MeetingState(
            number: now.number + 1, details: details, calledOff: calledOff, isAnnounced: isAnnounced, by: name,
            at: time)
    }
}

extension Reading {
    func meeting(_ id: ID<Meeting>) throws -> Meeting? { try meetings("meeting.id = \(id)").first }

    func meetings(_ condition: SQL) throws -> [Meeting] {
        let states = try rows(
            """
            SELECT meeting_state.*, meeting.body AS body FROM meeting_state
            JOIN meeting ON meeting.id = meeting_state.meeting
            WHERE meeting_state.partnership = \(partnership) AND \(condition)
            ORDER BY meeting_state.meeting, meeting_state.number
            """
        ).map { row in try (id: row("meeting") as ID<Meeting>, body: row("body") as ID<Body>, state: MeetingState(row))
        }
        return Dictionary(grouping: states, by: \.id).compactMap { id, states in
            states.first.flatMap { Meeting(id: id, body: $0.body, states: states.map(\.state)) }
        }.sorted { one, other in
            (one.day, one.details.startsAt, one.id) < (other.day, other.details.startsAt, other.id)
        }
    }

    /// - Throws: `ChangedMeanwhile` where somebody else was quicker.
    func unchanged(_ known: Meeting) throws -> Meeting {
        guard let meeting = try meeting(known.id) else { throw MeetingsRefusal.notHere }
        guard meeting.now.number == known.now.number else { throw ChangedMeanwhile() }
        return meeting
    }
}

extension MeetingState {
    fileprivate init(_ row: Row) throws {
        try self.init(
            number: row("number"),
            details: MeetingDetails(
                kind: row("kind"), day: row("day"), startsAt: row("starts_at"), endsAt: row("ends_at"),
                place: row("place"), joining: row("joining"),
                contact: .init(
                    name: row("contact_name"), telephone: row("contact_telephone"), email: row("contact_email")),
                note: row("note"), decidesBudget: row("decides_budget")),
            calledOff: row("called_off"), isAnnounced: row("is_announced"), by: row("entered_by"),
            at: row("entered_at"))
    }
}

extension Writing {
    func enter(_ state: MeetingState, of meeting: ID<Meeting>) throws {
        let details = state.details
        try run(
            """
            INSERT INTO meeting_state (
                partnership, meeting, number, kind, day, starts_at, ends_at, place, joining, contact_name,
                contact_telephone, contact_email, note, decides_budget, called_off, is_announced, entered_by, entered_at)
            VALUES (
                \(partnership), \(meeting), \(state.number), \(details.kind), \(details.day), \(details.startsAt),
                \(details.endsAt), \(details.place), \(details.joining), \(details.contact.name),
                \(details.contact.telephone), \(details.contact.email), \(details.note), \(details.decidesBudget),
                \(state.calledOff), \(state.isAnnounced), \(state.by), \(state.at))
            """)
    }
}
