import Dispatch

/// The intervals of a whole column of rates at once: a million rows in a few thousandths of a second.
///
/// They are those of `Rate`, exact below 10 events and Byar's from 10, to within a few units in the last of 16 digits. The
/// limits depend on the count alone and are only divided by the population; so those of small counts are worked out once,
/// and the rows of larger ones each take two square roots. Rows are shared among the processors, and nothing is allocated
/// for a row.
public struct RateIntervals: Sendable {
    /// The number of people the rates are expressed for.
    public let per: Double
    public let confidence: Double

    private let checked: Confidence
    private let kernel: RateKernel

    /// - Parameters:
    ///   - per: 1000 for rates per 1,000 people.
    ///   - confidence: between 0 and 1.
    public init(per: Double = 1000, confidence: Double = 0.95) throws(StatisticsRefusal) {
        self.per = try per.admittedExposure()
        checked = try Confidence(confidence)
        self.confidence = confidence
        kernel = RateKernel(per: per, confidence: checked, tabled: Self.fewestTabled)
    }

    /// Fills two columns with the limits of the rates of two others.
    ///
    /// - Parameters:
    ///   - counts: of events. A row whose count is missing has no rate: leave it out.
    ///   - populations: above 0, in the order of the counts.
    ///   - lower: the lower limits, for every `per` people. Made as long as `counts` if it isn't; give the same column again
    ///     and nothing is allocated at all.
    ///   - upper: the upper limits, likewise.
    /// - Throws: `StatisticsRefusal` for columns of different lengths, or, with the number of the first such row, what
    ///   `Rate` refuses. The limits are then of no use.
    public func fill(
        lower: inout [Double], upper: inout [Double], counts: [Int], populations: [Double]
    ) throws(StatisticsRefusal) {
        try counts.admitAsMany(as: populations)
        let rows = counts.count
        if lower.count != rows { lower = [Double](repeating: 0, count: rows) }
        if upper.count != rows { upper = [Double](repeating: 0, count: rows) }
        let refused = lower.withUnsafeMutableBufferPointer { lower in
            upper.withUnsafeMutableBufferPointer { upper in
                counts.withUnsafeBufferPointer { counts in
                    populations.withUnsafeBufferPointer { populations in
                        firstRefused(RateColumns(counts, populations, lower, upper))
                    }
                }
            }
        }
        guard let refused else { return }
        do {
            _ = try Rate(count: counts[refused], population: populations[refused], per: per, confidence: confidence)
        } catch {
            throw .row(refused + 1, error)
        }
    }

    /// The limits of rates as two new columns.
    public func limits(
        counts: [Int], populations: [Double]
    ) throws(StatisticsRefusal) -> (lower: [Double], upper: [Double]) {
        var (lower, upper) = ([Double](), [Double]())
        try fill(lower: &lower, upper: &upper, counts: counts, populations: populations)
        return (lower, upper)
    }

    /// The rows that a processor takes at a time: with what they are worked out from they fit its own memory.
    private static let stretch = 8192

    /// How many counts have their limits in a table. The large one still fits a processor's own memory.
    private static let (fewestTabled, mostTabled) = (1024, 1 << 16)

    /// A kernel with a larger table, where the first counts say that it will be used, and there are rows enough to pay for
    /// making it. It changes no limit, not even in its last digit.
    private func kernel(for columns: RateColumns) -> RateKernel {
        guard columns.count >= 4 * Self.mostTabled else { return kernel }
        let large = columns.counts.prefix(Self.stretch).count { $0 >= Self.fewestTabled }
        guard large > Self.stretch / 100 else { return kernel }
        return RateKernel(per: per, confidence: checked, tabled: Self.mostTabled)
    }

    /// Works all rows out, and answers the first that `Rate` refuses.
    private func firstRefused(_ columns: RateColumns) -> Int? {
        let stretches = (columns.count + Self.stretch - 1) / Self.stretch
        let kernel = kernel(for: columns)
        if stretches < 2 { return work(columns, 0..<columns.count, kernel) }
        var refused = [Int?](repeating: nil, count: stretches)
        refused.withUnsafeMutableBufferPointer { refused in
            // Each iteration writes its own place, and none is read before all are done.
            nonisolated(unsafe) let refused = refused
            DispatchQueue.concurrentPerform(iterations: stretches) { number in
                let first = number * Self.stretch
                refused[number] = work(columns, first..<min(first + Self.stretch, columns.count), kernel)
            }
        }
        return refused.lazy.compactMap(\.self).first
    }

    /// Works some rows out, and answers the first that is refused. Where something in them is not as most rows are, it is
    /// sought by halves, and worked out by itself.
    private func work(_ columns: RateColumns, _ rows: Range<Int>, _ kernel: RateKernel) -> Int? {
        if kernel.work(columns, rows) { return nil }
        let (row, middle) = (rows.lowerBound, rows.lowerBound + rows.count / 2)
        if rows.count > 1 {
            return work(columns, row..<middle, kernel) ?? work(columns, middle..<rows.upperBound, kernel)
        }
        let rate = try? Rate(
            count: columns.counts[row], population: columns.populations[row], per: per, confidence: confidence)
        guard let rate else { return row }
        columns.lower[row] = rate.interval.lower
        columns.upper[row] = rate.interval.upper
        return nil
    }
}
