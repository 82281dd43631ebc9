import Membership
import Storage
import Wording
import WorkingDays

/// What rules a body's meetings are under: which days its papers need, who may come, and when it can decide.
public struct MeetingRules: Hashable, Sendable {
    /// Whether everybody may attend, and read the open papers.
    public var isOpen: Bool
    /// So many clear days lie between the day its agenda is published and the meeting; 0 where none are asked for.
    public var clearDays: Int
    /// Which days count, as ``DayCounting`` calls it.
    public var counting: DayCounting
    /// What is published after this time counts as published on the next day that the offices are open; nil where the whole day counts.
    public var cutoff: TimeOfDay?
    /// Reports must be finished so many working days before the agenda is published.
    public var finalsDays: Int
    /// A key decision, or a meeting in private, must be told of so many clear days before; nil where no such rule is.
    public var noticeDays: Int?
    /// Decisions may be called in for so many working days after they are published; nil where none may be.
    public var callInDays: Int?
    public var quorum: Quorum
    public var allowsSubstitutes: Bool
    /// The law, the constitution or the terms of reference that say so.
    public var source: String

    /// How many must be there.
    public struct Quorum: Hashable, Sendable {
        /// One in so many of the seats.
        public var oneIn: Int
        /// And never fewer than this.
        public var least: Int

        public init(oneIn: Int, least: Int) {
            (self.oneIn, self.least) = (oneIn, least)
        }

        /// Of so many seats, whole people: a quarter of 14 is 4.
        public func members(of seats: Int) -> Int {
            max(least, (seats + oneIn - 1) / max(oneIn, 1))
        }

        /// "a quarter of the members, and never fewer than 3"
        public var words: String {
            let share =
                switch oneIn {
                case 1: "all members"
                case 2: "half the members"
                case 3: "a third of the members"
                case 4: "a quarter of the members"
                default: "one in \(oneIn.grouped) members"
                }
            return least > 1 ? "\(share), and never fewer than \(least.grouped)" : share
        }
    }
}

/// Rules from a day on.
public struct DatedRules: Hashable, Sendable {
    public let from: Day
    public let rules: MeetingRules

    public init(from: Day, rules: MeetingRules) {
        (self.from, self.rules) = (from, rules)
    }
}

extension Sequence<DatedRules> {
    /// Those that hold on a day: the ones that began last.
    func rules(on day: Day) -> MeetingRules? {
        filter { $0.from <= day }.max { $0.from < $1.from }?.rules
    }
}
