import Foundation
import Storage

/// A partnership's bodies and seats, whole: it is small, and its rules look at all of it.
public struct Structure: Hashable, Sendable {
    public let bodies: [Body]
    public let seats: [Seat]

    /// Bodies stand by name; seats by role, chairs first, and then by title.
    public init(bodies: [Body], seats: [Seat]) {
        self.bodies = bodies.sorted { $0.name.stands(before: $1.name) ?? ($0.id < $1.id) }
        self.seats = seats.sorted { first, second in
            let ranks = (first.role == .chair ? 0 : 1, second.role == .chair ? 0 : 1)
            guard ranks.0 == ranks.1 else { return ranks.0 < ranks.1 }
            return first.title.stands(before: second.title) ?? (first.id < second.id)
        }
    }

    public func body(_ id: ID<Body>) -> Body? {
        bodies.first { $0.id == id }
    }

    public func seat(_ id: ID<Seat>) -> Seat? {
        seats.first { $0.id == id }
    }

    /// The seats a body has on a day.
    public func seats(of body: ID<Body>, on day: Day) -> [Seat] {
        seats.filter { $0.body == body && $0.term.holds(on: day) }
    }

    /// The seats a person holds or substitutes in on a day, on bodies there are that day.
    public func seats(for person: ID<Person>, on day: Day) -> [Seat] {
        seats.filter { seat in
            seat.seats(person, on: day) && body(seat.body)?.term.holds(on: day) == true
        }
    }

    /// As it is shown to a person who does not keep it: who sits on a private panel is for its members, and for nobody else.
    public func seen(by person: ID<Person>, on day: Day) -> Structure {
        let closed = Set(bodies.filter { $0.details.regime == .privatePanel }.map(\.id))
        let own = Set(seats(for: person, on: day).map(\.body))
        return Structure(
            bodies: bodies,
            seats: seats.map { closed.contains($0.body) && !own.contains($0.body) ? $0.concealed : $0 })
    }

    /// The bodies right below one on a day, or those at the top. One whose parent is not there that day is at the top.
    public func bodies(below parent: ID<Body>?, on day: Day) -> [Body] {
        bodies.filter { candidate in
            guard candidate.term.holds(on: day) else { return false }
            let above = candidate.parent.flatMap(body).flatMap { $0.term.holds(on: day) ? $0.id : nil }
            return above == parent
        }
    }

    /// Whether a body may be put below another: never below itself.
    public func mayLie(_ body: ID<Body>, below parent: ID<Body>?) -> Bool {
        var above = parent
        var steps = 0
        while let next = above, steps <= bodies.count {
            if next == body { return false }
            above = self.body(next)?.parent
            steps += 1
        }
        return true
    }
}
