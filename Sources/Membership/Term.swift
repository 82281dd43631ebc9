import Storage

/// From when until when something holds: an agency's part, a body's life, a person's time in a seat.
public struct Term: Hashable, Sendable {
    /// The first day on which it holds.
    public let beginsOn: Day
    /// The first day on which it holds no more; nil where no end is known.
    public let endsOn: Day?

    /// - Throws: ``MembershipRefusal/endsBeforeItBegins``
    public init(from beginsOn: Day, to endsOn: Day? = nil) throws(MembershipRefusal) {
        if let endsOn, endsOn < beginsOn { throw .endsBeforeItBegins }
        self.beginsOn = beginsOn
        self.endsOn = endsOn
    }

    public func holds(on day: Day) -> Bool {
        beginsOn <= day && !hasEnded(on: day)
    }

    public func hasEnded(on day: Day) -> Bool {
        endsOn.map { $0 <= day } ?? false
    }

    /// Whether another end would let it hold for longer than this one does.
    func isPutOff(to day: Day?) -> Bool {
        guard let endsOn else { return false }
        return day.map { $0 > endsOn } ?? true
    }

    /// Whether there is a day on which both hold.
    public func meets(_ other: Term) -> Bool {
        !isEmpty && !other.isEmpty
            && (endsOn.map { other.beginsOn < $0 } ?? true) && (other.endsOn.map { beginsOn < $0 } ?? true)
    }

    /// It was ended on the day it began.
    private var isEmpty: Bool { endsOn == beginsOn }
}

extension Term {
    init(row: Row) throws {
        try self.init(from: row("begins_on"), to: row("ends_on"))
    }
}
