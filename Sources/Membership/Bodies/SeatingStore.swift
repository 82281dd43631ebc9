import Foundation
import Storage

/// Who sits where, and who may sit there instead: what permissions come from.
public struct SeatingStore: Sendable {
    private let database: Database
    private let identities: Identities
    private let permissions: Set<Permission>
    private let news: (any SeatingNews)?

    /// - Parameters:
    ///   - permissions: all that the program declares.
    ///   - news: tells those it is about; nil tells nobody.
    public init(
        _ database: Database, identities: Identities, permissions: Set<Permission>, news: (any SeatingNews)? = nil
    ) {
        self.database = database
        self.identities = identities
        self.permissions = permissions
        self.news = news
    }

    /// Appoints a person to a seat nobody holds in that time.
    ///
    /// - Throws: ``MembershipRefusal``, `DatabaseFault`
    public func appoint(
        _ person: ID<Person>, to seat: ID<Seat>, for term: Term, by member: Member, at time: Date
    ) async throws {
        let id: ID<Appointment> = identities.new(at: time)
        let entry = Entry(.appointed, of: .init("seat", seat), by: member.actor, at: time)
        let (permissions, news) = (permissions, news)
        try await database.write(entry) { db in
            let found = try db.seat(seat, for: person, seatedBy: member, permissions)
            if found.holders.contains(where: { $0.term.meets(term) }) { throw MembershipRefusal.seatIsTaken }
            try db.run(
                """
                INSERT INTO seat_holder (id, partnership, seat, person, begins_on, ends_on)
                VALUES (\(id), \(db.partnership), \(seat), \(person), \(term.beginsOn), \(term.endsOn))
                """)
            try db.endSessionsHere(of: person, besides: member, at: time)
            db.changed("holder", from: String?.none, to: try db.name(of: person))
            db.changed("from", from: String?.none, to: term.beginsOn)
            try db.tell(news, .appointed(term), to: person, in: found, by: member.actor, at: time)
            try db.tellOfficers(news, of: person, in: found, seatedBy: member, permissions, at: time)
        }
    }

    /// Names who may sit in a seat instead of its holder, from a day on.
    ///
    /// - Throws: ``MembershipRefusal``, `DatabaseFault`
    public func substitute(
        _ person: ID<Person>, in seat: ID<Seat>, from day: Day, by member: Member, at time: Date
    ) async throws {
        let id: ID<Appointment> = identities.new(at: time)
        let entry = Entry(.substituteNamed, of: .init("seat", seat), by: member.actor, at: time)
        let (permissions, news) = (permissions, news)
        try await database.write(entry) { db in
            let found = try db.seat(seat, for: person, seatedBy: member, permissions)
            let term = try Term(from: day)
            func meets(_ others: [Appointment]) -> Bool {
                others.contains { $0.person == person && $0.term.meets(term) }
            }
            if meets(found.holders) { throw MembershipRefusal.holdsItThemselves }
            if meets(found.substitutes) { throw MembershipRefusal.substitutesAlready }
            try db.run(
                """
                INSERT INTO seat_substitute (id, partnership, seat, person, begins_on)
                VALUES (\(id), \(db.partnership), \(seat), \(person), \(day))
                """)
            try db.endSessionsHere(of: person, besides: member, at: time)
            db.changed("substitute", from: String?.none, to: try db.name(of: person))
            db.changed("from", from: String?.none, to: day)
            try db.tell(news, .namedSubstitute(from: day), to: person, in: found, by: member.actor, at: time)
            try db.tellOfficers(news, of: person, in: found, seatedBy: member, permissions, at: time)
        }
    }

    /// Ends somebody's time in a seat, as holder or as substitute. What it granted, it grants no more from that day.
    ///
    /// - Parameter appointment: as it is believed to be.
    /// - Throws: `ChangedMeanwhile` where it has another end; ``MembershipRefusal``, `DatabaseFault`
    public func end(
        _ appointment: Appointment, in seat: ID<Seat>, on day: Day, by actor: Entry.Actor, at time: Date
    ) async throws {
        let id = appointment.id
        let entry = Entry(.seatingEnded, of: .init("seat", seat), by: actor, at: time)
        let news = news
        try await database.write(entry) { db in
            guard let found = try db.structure().seat(seat),
                let before = (found.holders + found.substitutes).first(where: { $0.id == id })
            else { throw MembershipRefusal.notHere }
            guard before.term.endsOn == appointment.term.endsOn else { throw ChangedMeanwhile() }
            _ = try Term(from: before.term.beginsOn, to: day)
            // Who was unseated is not seated again but by somebody who answers for it.
            if let end = before.term.endsOn, day > end { throw MembershipRefusal.laterEnd }
            let officers = try db.firstDayWithoutOfficer(from: Day(time))
            try db.run(
                """
                UPDATE seat_holder SET ends_on = \(day)
                WHERE partnership = \(db.partnership) AND id = \(id)
                """)
            try db.run(
                """
                UPDATE seat_substitute SET ends_on = \(day)
                WHERE partnership = \(db.partnership) AND id = \(id)
                """)
            try db.endSessionsHere(of: before.person, at: time)
            db.changed("of", from: before.name, to: before.name)
            db.changed("ends", from: before.term.endsOn, to: day)
            try db.requireAnOfficer(on: Day(time), asBefore: officers)
            try db.tell(news, .ended(on: day), to: before.person, in: found, by: actor, at: time)
        }
    }
}

extension Reading {
    /// A seat that a person may be put in by a member: nobody seats themselves where they could do more than now.
    fileprivate func seat(
        _ id: ID<Seat>, for person: ID<Person>, seatedBy member: Member, _ permissions: Set<Permission>
    ) throws -> Seat {
        guard let seat = try structure().seat(id), let state = try state(of: person), state != .left else {
            throw MembershipRefusal.notHere
        }
        if person == member.id {
            let gained = permissions.filter { $0.isHeld(by: [seat.role]) && !member.holds($0) }
            guard gained.isEmpty else { throw MembershipRefusal.moreThanOwn }
        }
        return seat
    }

    /// The first day, of this one and those after it, on which nobody is an officer; nil where there is always one.
    func firstDayWithoutOfficer(from day: Day) throws -> Day? {
        // Only where something ends can there be one less.
        let ends: [Day] = try rows(
            """
            SELECT ends_on FROM body WHERE partnership = \(partnership) AND ends_on > \(day)
            UNION SELECT ends_on FROM seat
                WHERE partnership = \(partnership) AND role = \(Role.officer) AND ends_on > \(day)
            UNION SELECT seat_holder.ends_on FROM seat_holder
                JOIN seat ON seat.partnership = seat_holder.partnership AND seat.id = seat_holder.seat
                WHERE seat_holder.partnership = \(partnership) AND seat.role = \(Role.officer)
                    AND seat_holder.ends_on > \(day)
            """
        ).map { try $0("ends_on") }
        return try ([day] + ends.sorted()).first { try !isThereAnOfficer(on: $0) }
    }

    /// Refuses what left nobody an officer, now or sooner than it was to be anyhow: nobody could then put it right.
    ///
    /// - Parameter before: the first day without one as it was before.
    func requireAnOfficer(on day: Day, asBefore before: Day?) throws {
        guard let first = try firstDayWithoutOfficer(from: day) else { return }
        if first > day, let before, before <= first { return }
        throw MembershipRefusal.lastOfficer
    }

    /// Refuses to let somebody take back the end of a seat that would seat themselves where they could do more than now.
    func requireNoMore(by seat: Seat, of actor: Entry.Actor, on day: Day) throws {
        let own = (seat.holders + seat.substitutes).first { actor.isMember($0.person) && !$0.term.hasEnded(on: day) }
        guard let own, try !roles(of: own.person, on: day).contains(seat.role) else { return }
        throw MembershipRefusal.moreThanOwn
    }

    /// Whether somebody with an active membership holds an officer's seat on a day.
    func isThereAnOfficer(on day: Day) throws -> Bool {
        try row(
            """
            SELECT seat.id FROM seat
            JOIN body ON body.partnership = seat.partnership AND body.id = seat.body
            JOIN seat_holder ON seat_holder.partnership = seat.partnership AND seat_holder.seat = seat.id
            JOIN membership ON membership.partnership = seat_holder.partnership
                AND membership.person = seat_holder.person
            WHERE seat.partnership = \(partnership) AND seat.role = \(Role.officer)
                AND membership.state = \(MembershipState.active)
                AND body.begins_on <= \(day) AND (body.ends_on IS NULL OR body.ends_on > \(day))
                AND seat.begins_on <= \(day) AND (seat.ends_on IS NULL OR seat.ends_on > \(day))
                AND seat_holder.begins_on <= \(day)
                AND (seat_holder.ends_on IS NULL OR seat_holder.ends_on > \(day))
            LIMIT 1
            """) != nil
    }
}

extension Act {
    static let appointed = Act("appointed", "A person was appointed to a seat.")
    static let substituteNamed = Act("substitute named", "A person was named who may sit in a seat instead.")
    static let seatingEnded = Act("seating ended", "A person’s time in a seat, or as its substitute, was given an end.")
}
