/// How a trend is scored: by what its interval makes sure of, never by the percentage, which is mostly chance where counts
/// are small.
///
/// No clear change is 3, whatever the percentage, and so is one that is not clear. A clear rise is 4, and 5 where even the low end of the interval is a
/// large rise; a clear fall is 2, and 1 where even the high end is a large fall.
public struct TrendScore: Hashable, Sendable {
    /// The ratio from which a rise is large: 1.2 for a fifth more. A fall is large where it undoes such a rise.
    public let large: Double

    /// - Throws: `StatisticsRefusal` unless `large` is a number above 1.
    public init(large: Double = 1.2) throws(StatisticsRefusal) {
        guard large > 1, large.isFinite else { throw .notPositive(large - 1) }
        self.large = large
    }

    /// - Returns: nil where chance cannot be told from change, or the two were not gathered alike.
    public func score(_ change: Change) -> Score? {
        switch change.verdict {
        case .rise: change.interval.lower >= large ? .five : .four
        case .fall: change.interval.upper <= 1 / large ? .one : .two
        case .noClearChange, .notClear: .three
        case .untold, .unjudged: nil
        }
    }
}
