import Foundation
import Storage

/// A partnership's bodies and seats, whole: it is small, and its rules look at all of it.
public struct Structure: Hashable, Sendable {
    /// So many bodies may lie below one another: more than any partnership has, and few enough to be drawn.
    public static let deepest = 12

    public let bodies: [Body]
    public let seats: [Seat]
    private let byID: [ID<Body>: Body]
    private let byParent: [ID<Body>?: [Body]]
    private let seatsByBody: [ID<Body>: [Seat]]

    /// Bodies stand by name; seats by role, chairs first, and then by title.
    public init(bodies: [Body], seats: [Seat]) {
        self.bodies = bodies.sorted { $0.name.stands(before: $1.name) ?? ($0.id < $1.id) }
        self.seats = seats.sorted { first, second in
            let ranks = (first.role == .chair ? 0 : 1, second.role == .chair ? 0 : 1)
            guard ranks.0 == ranks.1 else { return ranks.0 < ranks.1 }
            return first.title.stands(before: second.title) ?? (first.id < second.id)
        }
        byID = Dictionary(bodies.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        byParent = Dictionary(grouping: self.bodies, by: \.parent)
        seatsByBody = Dictionary(grouping: self.seats, by: \.body)
    }

    public func body(_ id: ID<Body>) -> Body? {
        byID[id]
    }

    public func seat(_ id: ID<Seat>) -> Seat? {
        seats.first { $0.id == id }
    }

    /// The seats a body has on a day.
    public func seats(of body: ID<Body>, on day: Day) -> [Seat] {
        (seatsByBody[body] ?? []).filter { $0.term.holds(on: day) }
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
        if let parent {
            guard body(parent)?.term.holds(on: day) == true else { return [] }
            return (byParent[parent] ?? []).filter { $0.term.holds(on: day) }
        }
        return bodies.filter { candidate in
            candidate.term.holds(on: day) && candidate.parent.flatMap(body)?.term.holds(on: day) != true
        }
    }

    /// The bodies there are on a day, each followed by those below it.
    public func bodiesInOrder(on day: Day) -> [Body] {
        var (found, waiting) = ([Body](), Array(bodies(below: nil, on: day).reversed()))
        while let next = waiting.popLast() {
            found.append(next)
            waiting += bodies(below: next.id, on: day).reversed()
        }
        return found
    }

    /// Whether a body, or a new one, would lie below no more bodies than ``deepest``, with all that lie below it.
    public func isShallow(_ body: ID<Body>?, below parent: ID<Body>?) -> Bool {
        var (above, next) = (0, parent)
        while let one = next, above <= Self.deepest {
            above += 1
            next = self.body(one)?.parent
        }
        var (height, level) = (1, body.map { byParent[$0] ?? [] } ?? [])
        while !level.isEmpty, height <= Self.deepest {
            height += 1
            level = level.flatMap { byParent[$0.id] ?? [] }
        }
        return above + height <= Self.deepest
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
