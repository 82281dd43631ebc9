import Foundation
import Storage

/// The seats on bodies. Who sits in them is ``SeatingStore``’s.
public struct SeatStore: Sendable {
    private let database: Database
    private let identities: Identities
    private let news: (any SeatingNews)?

    /// - Parameter news: tells those who sit in a seat; nil tells nobody.
    public init(_ database: Database, identities: Identities, news: (any SeatingNews)? = nil) {
        self.database = database
        self.identities = identities
        self.news = news
    }

    /// Puts a seat on a body.
    ///
    /// - Throws: ``MembershipRefusal``, `DatabaseFault`
    @discardableResult
    public func add(
        _ details: SeatDetails, to body: ID<Body>, from day: Day, by actor: Entry.Actor, at time: Date
    ) async throws -> ID<Seat> {
        let id: ID<Seat> = identities.new(at: time)
        let entry = Entry(
            .seatAdded, of: .init("seat", id), by: actor, at: time,
            changes: [
                .init("title", from: String?.none, to: details.title),
                .init("role", from: String?.none, to: details.role),
            ])
        return try await database.write(entry) { db in
            guard let found = try db.structure().body(body) else { throw MembershipRefusal.notHere }
            guard found.term.beginsOn <= day else { throw MembershipRefusal.beginsBeforeItsBody }
            try db.requireAgency(details.agency)
            try db.insert(details, as: id, on: body, from: day)
            try db.index(seat: id)
            return id
        }
    }

    /// Changes a seat's title and whose it is. Its role stays, for permissions hang on it: end the seat and make another.
    ///
    /// - Parameter seat: as it is believed to be.
    /// - Throws: `ChangedMeanwhile` where its details are others; ``MembershipRefusal``, `DatabaseFault`
    public func change(
        _ seat: Seat, title: String, agency: ID<Agency>?, by actor: Entry.Actor, at time: Date
    ) async throws {
        let id = seat.id
        let entry = Entry(.seatChanged, of: .init("seat", id), by: actor, at: time)
        try await database.write(entry) { db in
            guard let before = try db.structure().seat(id) else { throw MembershipRefusal.notHere }
            guard before.details == seat.details else { throw ChangedMeanwhile() }
            try db.requireAgency(agency)
            try db.run(
                """
                UPDATE seat SET title = \(title), agency = \(agency)
                WHERE partnership = \(db.partnership) AND id = \(id)
                """)
            db.changed("title", from: before.title, to: title)
            db.changed("agency", from: before.agency, to: agency)
            try db.index(seat: id)
        }
    }

    /// Ends a seat, or takes the end back.
    ///
    /// - Parameters:
    ///   - seat: as it is believed to be.
    ///   - day: the first day there is no such seat; nil where it goes on.
    /// - Throws: `ChangedMeanwhile` where it has another end; ``MembershipRefusal``, `DatabaseFault`
    public func end(_ seat: Seat, on day: Day?, by actor: Entry.Actor, at time: Date) async throws {
        let id = seat.id
        let entry = Entry(day == nil ? .seatResumed : .seatEnded, of: .init("seat", id), by: actor, at: time)
        let news = news
        try await database.write(entry) { db in
            guard let before = try db.structure().seat(id) else { throw MembershipRefusal.notHere }
            guard before.term.endsOn == seat.term.endsOn else { throw ChangedMeanwhile() }
            _ = try Term(from: before.term.beginsOn, to: day)
            if before.term.isPutOff(to: day) { try db.requireNoMore(by: before, of: actor, on: Day(time)) }
            let officers = try db.firstDayWithoutOfficer(from: Day(time))
            try db.run("UPDATE seat SET ends_on = \(day) WHERE partnership = \(db.partnership) AND id = \(id)")
            db.changed("ends", from: before.term.endsOn, to: day)
            try db.index(seat: id)
            try db.requireAnOfficer(on: Day(time), asBefore: officers)
            guard let day else { return }
            try db.tell(news, .seatEnded(on: day), toAllIn: before, on: day, by: actor, at: time)
        }
    }
}

extension Writing {
    func insert(_ details: SeatDetails, as id: ID<Seat>, on body: ID<Body>, from day: Day) throws {
        try run(
            """
            INSERT INTO seat (id, partnership, body, title, role, agency, begins_on)
            VALUES (
                \(id), \(partnership), \(body), \(details.title), \(details.role), \(details.agency), \(day))
            """)
    }
}

extension Act {
    static let seatAdded = Act("seat added", "A seat was put on a body.")
    static let seatChanged = Act("seat changed", "A seat’s title, or whose it is, was changed.")
    static let seatEnded = Act("seat ended", "A seat was given an end.")
    static let seatResumed = Act("seat resumed", "The end of a seat was taken back.")
}
