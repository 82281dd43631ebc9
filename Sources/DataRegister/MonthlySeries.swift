import DataFiles

/// Counts month by month. A month whose file is not here is nil: missing, never zero.
public struct MonthlySeries: Sendable, Hashable {
    public let period: Period
    /// One for each month of the period.
    public let counts: [Int?]

    public init(period: Period, counts: [Int?]) {
        precondition(counts.count == period.count, "a count, or nil, for every month")
        self.period = period
        self.counts = counts
    }

    /// The sum over the months that are known.
    public var total: Int { counts.reduce(0) { $0 + ($1 ?? 0) } }

    /// How many months are known.
    public var known: Int { counts.count { $0 != nil } }

    /// "2014", or "2014 (10 of 12 months)" where some are missing, so that a total never passes for that of a whole year.
    public var heading: String {
        isWhole ? "\(period)" : "\(period) (\(known) of \(period.count) months)"
    }

    public var missing: [Month] {
        zip(period.months, counts).filter { $0.1 == nil }.map(\.0)
    }

    public var isWhole: Bool { counts.allSatisfy { $0 != nil } }

    /// The counts of the months that both this and another series know, place by place, so that a change never sets
    /// eleven months against twelve.
    public func known(with other: MonthlySeries) -> (mine: [Int], other: [Int]) {
        let pairs = zip(counts, other.counts).compactMap { mine, theirs in
            mine.flatMap { mine in theirs.map { (mine, $0) } }
        }
        return (pairs.map(\.0), pairs.map(\.1))
    }
}
