import Foundation
import Membership
import Press
import Publishing
import Storage

/// The minutes of a meeting that an example brings along. Whoever is not named as absent was there.
public struct PreparedMinutes: Sendable {
    let apologies: [Apology]
    let others: [String]
    let items: [Item]
    let closed: String

    /// Somebody who did not come.
    public struct Apology: Sendable {
        let name: String
        /// Who sat in for them; nil where nobody did.
        let substitute: String?

        public init(of name: String, substitute: String?) {
            (self.name, self.substitute) = (name, substitute)
        }
    }

    public struct Item: Sendable {
        /// Its place on the agenda, from 1.
        let place: Int
        /// In Markdown.
        let discussion: String
        let decisions: [Taken]

        public init(at place: Int, discussion: String, decisions: [Taken]) {
            (self.place, self.discussion, self.decisions) = (place, discussion, decisions)
        }
    }

    /// Something that was decided, by a motion that was carried without a vote or, where nobody moved it, by consent.
    public struct Taken: Sendable {
        let recommendedTo: String
        let points: [String]
        let about: [String]
        let mover: String?
        let seconder: String?

        /// - Parameter about: the recommendations that it is about, as ``Decision/concerns`` has them.
        public init(
            recommendedTo body: String, _ points: [String], about: [String], mover: String?, seconder: String?
        ) {
            (recommendedTo, self.points, self.about) = (body, points, about)
            (self.mover, self.seconder) = (mover, seconder)
        }
    }

    /// - Parameter closed: "20:25".
    public init(apologies: [Apology], others: [String], items: [Item], closed: String) {
        (self.apologies, self.others, self.items, self.closed) = (apologies, others, items, closed)
    }
}

/// Makes deeds of minutes that are prepared, in an order in which each may be done.
private struct DeedsOfPreparedMinutes {
    private let prepared: PreparedMinutes
    private var record: MinutesRecord
    private(set) var all: [Deed] = []

    /// - Throws: ``MinutesRefusal`` where somebody is named who was not there, or an item that is not on the agenda.
    init(_ prepared: PreparedMinutes, at meeting: MinutedMeeting) throws(MinutesRefusal) {
        (self.prepared, record) = (prepared, MinutesRecord(of: meeting))
        meeting.seats.forEach { attend($0) }
        if !prepared.others.isEmpty { write(.others(prepared.others.joined(separator: "\n"))) }
        for item in prepared.items {
            guard let known = meeting.items.first(where: { $0.number == item.place }) else { throw .notHere }
            if !item.discussion.isEmpty { write(.discussion(item: known.key, text: item.discussion)) }
            for taken in item.decisions { try decide(taken, item: known.key) }
        }
        write(.close(time: prepared.closed))
    }

    /// By which a deed is known when it is sent again.
    static func key(_ number: Int) -> String { "example-\(number)" }

    private mutating func write(_ deed: Deed) {
        all.append(deed)
        record.apply(deed, number: all.count)
    }

    private mutating func attend(_ seat: MinutedMeeting.SeatAtTable) {
        let apology = prepared.apologies.first { $0.name == seat.name }
        let presence: Attendance.Presence =
            apology == nil ? .present : apology?.substitute == nil ? .apologies : .substituted
        write(.attend(seat: seat.key, Attendance(presence, substitute: apology?.substitute ?? "")))
    }

    private mutating func decide(_ taken: PreparedMinutes.Taken, item: String) throws(MinutesRefusal) {
        let decision = Decision(
            id: Self.key(all.count + 1), style: .recommended, to: taken.recommendedTo,
            text: taken.points.joined(separator: "\n"),
            about: taken.about.isEmpty ? nil : taken.about.joined(separator: " "))
        guard let mover = taken.mover, let seconder = taken.seconder else {
            return write(.decide(item: item, decision))
        }
        let place = Deed.QuestionPlace(item: item, motion: decision.id)
        write(.move(item: item, decision, mover: try seat(mover)))
        write(.second(place, seat: try seat(seconder)))
        write(.vote(place, .affirmation))
    }

    private func seat(_ name: String) throws(MinutesRefusal) -> String {
        guard let seat = record.meeting.seats.first(where: { record.name(of: $0.key) == name }) else {
            throw .notEntitled(name)
        }
        return seat.key
    }
}

extension MinutesDesk {
    /// Takes the minutes of a meeting of an example, by the way everything takes.
    ///
    /// - Throws: whatever the stores refuse.
    public func write(
        _ prepared: PreparedMinutes, of id: ID<MinutedMeeting>, by actor: Entry.Actor, at time: Date
    ) async throws {
        guard let meeting = try await meetings.meeting(id) else { throw MinutesRefusal.notHere }
        for (index, deed) in try DeedsOfPreparedMinutes(prepared, at: meeting).all.enumerated() {
            let change = MinutesChange(deed, key: DeedsOfPreparedMinutes.key(index + 1))
            try await minutes.write(change, into: meeting, by: actor, at: time)
        }
    }

    /// Sends them round.
    ///
    /// - Parameters:
    ///   - day: of the annual meeting from which minutes are numbered.
    ///   - first: the first number that is given to the body’s minutes of that year.
    /// - Throws: whatever the stores refuse.
    public func circulate(
        _ id: ID<MinutedMeeting>, numberedSince day: Day, from first: Int, by actor: Entry.Actor, at time: Date
    ) async throws {
        guard let meeting = try await meetings.meeting(id) else { throw MinutesRefusal.notHere }
        let isSettled = try await standings.numbering(of: meeting).isSettled
        try await standings.circulate(
            meeting, asOf: minutes.record(of: meeting).newest, numbering: isSettled ? nil : (day, first), by: actor,
            at: time)
    }

    /// Lays the draft before everybody. Where nothing can be printed it stays with those who sit on the body.
    ///
    /// - Throws: whatever the stores refuse.
    public func publish(_ id: ID<MinutedMeeting>, by actor: Entry.Actor, at time: Date) async throws {
        guard let meeting = try await meetings.meeting(id) else { throw MinutesRefusal.notHere }
        let (record, standing) = (try await minutes.record(of: meeting), try await standings.standing(of: id))
        var desk = self
        desk.now = { time }
        let opened = Opened(
            meeting: meeting, record: record, standing: standing, writes: true,
            document: MinutesDocument(record, numbers: standing.numbers))
        do {
            try await desk.publish(opened, after: 0, by: actor)
        } catch is PressError {
            return
        }
    }
}
