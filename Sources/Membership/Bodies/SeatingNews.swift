import Foundation
import Storage

/// What became of somebody's place in a seat.
public struct SeatingChange: Sendable {
    public enum Deed: Sendable, Hashable {
        /// They hold it from a day on, until a day where an end is set.
        case appointed(Term)
        case namedSubstitute(from: Day)
        /// Their own time in it was given an end.
        case ended(on: Day)
        /// The seat itself was.
        case seatEnded(on: Day)
        /// The body it is on was.
        case bodyEnded(on: Day)
        /// An officer is told that somebody was seated where they may do more than whoever seated them.
        case seatedAbove(who: String, by: String)
    }

    public let deed: Deed
    public let person: ID<Person>
    public let seat: ID<Seat>
    /// "District Commander".
    public let title: String
    /// The body's name.
    public let body: String
    /// Who did it.
    public let by: Entry.Actor
    public let at: Date
}

/// Tells people what became of their seats, within the transaction in which it did: what is told has happened.
public protocol SeatingNews: Sendable {
    func tell(_ change: SeatingChange, in db: Writing) throws
}

extension Writing {
    /// Tells a person what became of their seat, unless they did it themselves.
    func tell(
        _ news: (any SeatingNews)?, _ deed: SeatingChange.Deed, to person: ID<Person>, in seat: Seat,
        by actor: Entry.Actor, at time: Date
    ) throws {
        guard let news, !actor.isMember(person) else { return }
        let body = try structure().body(seat.body)?.name ?? ""
        let change = SeatingChange(
            deed: deed, person: person, seat: seat.id, title: seat.title, body: body, by: actor, at: time)
        try news.tell(change, in: self)
    }

    /// Tells the officers where somebody seats another where they may do more than they may themselves. It must be
    /// possible, or nobody who looks after people could; but nobody is to make, unseen, a person of their own who may
    /// read what they may not.
    func tellOfficers(
        _ news: (any SeatingNews)?, of person: ID<Person>, in seat: Seat, seatedBy member: Member,
        _ permissions: Set<Permission>, at time: Date
    ) throws {
        guard person != member.id, permissions.contains(where: { $0.isHeld(by: [seat.role]) && !member.holds($0) })
        else { return }
        let who = try name(of: person) ?? ""
        for officer in try people(seatedAs: [.officer], on: Day(time)) where officer.id != person {
            try tell(
                news, .seatedAbove(who: who, by: member.name), to: officer.id, in: seat, by: member.actor, at: time)
        }
    }

    /// Tells all who sit in a seat, or may, on a day or later.
    func tell(
        _ news: (any SeatingNews)?, _ deed: SeatingChange.Deed, toAllIn seat: Seat, on day: Day, by actor: Entry.Actor,
        at time: Date
    ) throws {
        let sitting = (seat.holders + seat.substitutes).filter { !$0.term.hasEnded(on: day) }
        for person in Set(sitting.map(\.person)).sorted() {
            try tell(news, deed, to: person, in: seat, by: actor, at: time)
        }
    }
}
