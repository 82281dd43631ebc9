import Foundation
import Storage

/// A body as everybody is told of it: what it is, and who sits on it.
public struct PublishedBody: Codable, Hashable, Sendable {
    public var name: String
    /// "A committee or panel of a council in England"
    public var kind: String
    /// By which rules it meets: "Local Government Act 1972, Part VA".
    public var rules: String
    /// What it is for: its terms of reference in brief. Empty where nobody has said.
    public var purpose: String
    /// "every month"; empty where nobody has said.
    public var frequency: String
    /// The body it answers to, as it is called in the records of whoever publishes.
    public var parent: String?
    /// "2015-05-12"
    public var beginsOn: String
    /// The first day on which there is no such body.
    public var endsOn: String?
    public var seats: [Seat]

    /// A place on it.
    public struct Seat: Codable, Hashable, Sendable {
        public var key: String
        /// "Chairman"
        public var title: String
        public var isChair: Bool
        public var isVoting: Bool
        /// Whose place it is; empty where it is nobody's in particular.
        public var agency: String
        public var beginsOn: String
        public var endsOn: String?
        /// The latest first.
        public var holders: [Holder]

        public init(
            key: String, title: String, isChair: Bool, isVoting: Bool, agency: String, beginsOn: String,
            endsOn: String?, holders: [Holder]
        ) {
            (self.key, self.title, self.isChair, self.isVoting) = (key, title, isChair, isVoting)
            (self.agency, self.beginsOn, self.endsOn, self.holders) = (agency, beginsOn, endsOn, holders)
        }

        /// Who holds it that day.
        public func holder(on day: Day) -> Holder? { holders.first { $0.term.holds(on: day) } }
        public var term: PublishedTerm { PublishedTerm(beginsOn: beginsOn, endsOn: endsOn) }
        /// Whether who holds it leads the body, or stands in for who does.
        public var isOffice: Bool { isChair || title.localizedStandardContains("chair") }
    }

    /// Somebody in a seat, for a time.
    public struct Holder: Codable, Hashable, Sendable {
        public var key: String
        /// Who it is in the records of whoever publishes; never shown.
        public var person: String
        public var name: String
        public var beginsOn: String
        /// The first day on which they hold it no more.
        public var endsOn: String?

        public init(key: String, person: String, name: String, beginsOn: String, endsOn: String?) {
            (self.key, self.person, self.name) = (key, person, name)
            (self.beginsOn, self.endsOn) = (beginsOn, endsOn)
        }

        public var term: PublishedTerm { PublishedTerm(beginsOn: beginsOn, endsOn: endsOn) }
    }

    public init(
        name: String, kind: String, rules: String, purpose: String, frequency: String, parent: String?,
        beginsOn: String, endsOn: String?, seats: [Seat]
    ) {
        (self.name, self.kind, self.rules, self.purpose) = (name, kind, rules, purpose)
        (self.frequency, self.parent, self.seats) = (frequency, parent, seats)
        (self.beginsOn, self.endsOn) = (beginsOn, endsOn)
    }

    public var term: PublishedTerm { PublishedTerm(beginsOn: beginsOn, endsOn: endsOn) }

    /// What is different from another state of it, a line for each thing.
    public func changes(since before: PublishedBody) -> [String] {
        var lines: [String] = []
        if name != before.name { lines.append("It is called \(name), and was called \(before.name)") }
        if (kind, rules) != (before.kind, before.rules) { lines.append("It is \(kind.begunSmall)") }
        if purpose != before.purpose {
            lines.append(
                purpose.isEmpty ? "Nothing is said any more of what it is for" : "What it is for reads: ‘\(purpose)’")
        }
        if frequency != before.frequency { lines.append("How often it meets is said otherwise") }
        if parent != before.parent { lines.append("It answers to another body") }
        if term != before.term { lines.append("It begins or ends on another day") }
        return lines + sittings(since: before)
    }

    private func sittings(since before: PublishedBody) -> [String] {
        let (now, then) = (named, before.named)
        let come = now.filter { one in !then.contains { $0.0 == one.0 } }.map { "\($0.1) is there now" }
        let gone = then.filter { one in !now.contains { $0.0 == one.0 } }.map { "\($0.1) is there no more" }
        let other = now.compactMap { one in
            then.contains { $0.0 == one.0 && $0 != one } ? "\(one.1) stands otherwise than before" : nil
        }
        let seats = (seats.map(\.withoutHolders) != before.seats.map(\.withoutHolders)) ? ["Its seats are others"] : []
        return come + gone + other + seats
    }

    private var named: [(String, String, Holder)] {
        seats.flatMap { seat in seat.holders.map { ($0.key, "\($0.name), \(seat.title)", $0) } }
    }
}

extension PublishedBody.Seat {
    fileprivate var withoutHolders: Self {
        var seat = self
        seat.holders = []
        return seat
    }
}

extension String {
    fileprivate var begunSmall: String { prefix(1).lowercased() + dropFirst() }
}

/// From when until when something holds that was published.
public struct PublishedTerm: Hashable, Sendable {
    public let beginsOn: Day?
    /// The first day on which it holds no more.
    public let endsOn: Day?

    init(beginsOn: String, endsOn: String?) {
        (self.beginsOn, self.endsOn) = (Day(beginsOn), endsOn.flatMap { Day($0) })
    }

    public func holds(on day: Day) -> Bool { (beginsOn.map { $0 <= day } ?? true) && !hasEnded(on: day) }
    public func hasEnded(on day: Day) -> Bool { endsOn.map { $0 <= day } ?? false }
}

/// A body as everybody was told of it at one time. It is never changed: what changes is told anew.
public struct BodyVersion: Hashable, Sendable {
    /// From 1.
    public let number: Int
    public let body: PublishedBody
    public let at: Date
    /// Who published it, as they were called then.
    public let by: String
}
