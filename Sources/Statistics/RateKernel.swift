/// Four columns of the same length, where they lie in memory.
// Two are only read, and of the others each row is written by the one thread whose stretch it is in.
struct RateColumns: @unchecked Sendable {
    let counts: UnsafeBufferPointer<Int>
    let populations: UnsafeBufferPointer<Double>
    let lower: UnsafeMutableBufferPointer<Double>
    let upper: UnsafeMutableBufferPointer<Double>

    init(
        _ counts: UnsafeBufferPointer<Int>, _ populations: UnsafeBufferPointer<Double>,
        _ lower: UnsafeMutableBufferPointer<Double>, _ upper: UnsafeMutableBufferPointer<Double>
    ) {
        (self.counts, self.populations, self.lower, self.upper) = (counts, populations, lower, upper)
    }

    var count: Int { counts.count }
}

/// Limits of rates, worked out without a branch for each row.
struct RateKernel: Sendable {
    private let per: Double
    private let z: Double
    /// The limits of the counts from 0 on, before they are divided by a population.
    private let lower: [Double]
    private let upper: [Double]

    /// A power of two, so that all counts are below it if all their bits together are.
    private static let tabled = 1024

    init(per: Double, confidence: Confidence) {
        self.per = per
        z = confidence.z
        var (lower, upper) = ([Double](), [Double]())
        for count in 0..<Self.tabled {
            let limits = CountInterval.asPublished(Double(count), confidence)
            lower.append(limits.lower)
            upper.append(limits.upper)
        }
        (self.lower, self.upper) = (lower, upper)
    }

    /// Works some rows out.
    /// - Returns: false where a count is negative or beyond 2⁵³, or a limit is no finite number above 0; then nothing of
    ///   these rows is to be relied on.
    func work(_ columns: RateColumns, _ rows: Range<Int>) -> Bool {
        var bits = 0
        for row in rows { bits |= columns.counts[row] }
        guard bits >= 0, bits < 1 << 53 else { return false }
        return bits < Self.tabled ? lookUp(columns, rows) : reckon(columns, rows)
    }

    private func lookUp(_ columns: RateColumns, _ rows: Range<Int>) -> Bool {
        lower.withUnsafeBufferPointer { lower in
            upper.withUnsafeBufferPointer { upper in
                var isSound = true
                for row in rows {
                    let count = columns.counts[row]
                    let scale = per / columns.populations[row]
                    let most = upper[count] * scale
                    columns.lower[row] = lower[count] * scale
                    columns.upper[row] = most
                    isSound = isSound && most > 0 && most < .infinity
                }
                return isSound
            }
        }
    }

    /// Byar's limits for all, and then those of the table for the few counts that it is for.
    private func reckon(_ columns: RateColumns, _ rows: Range<Int>) -> Bool {
        let third = z / 3
        var isSound = true
        for row in rows {
            let count = Double(columns.counts[row])
            let next = count + 1
            let (root, nextRoot) = (count.squareRoot(), next.squareRoot())
            // One division for both roots’ inverses.
            let inverse = 1 / (root * nextRoot)
            let (overRoot, overNext) = (nextRoot * inverse, root * inverse)
            let down = 1 - overRoot * overRoot * (1.0 / 9) - third * overRoot
            let up = 1 - overNext * overNext * (1.0 / 9) + third * overNext
            let scale = per / columns.populations[row]
            let most = next * (up * up * up) * scale
            columns.lower[row] = count * (down * down * down) * scale
            columns.upper[row] = most
            // At 0 nothing of this is a number; the table has it.
            isSound = isSound && scale > 0 && scale < .infinity && !(most == .infinity)
        }
        for row in rows where columns.counts[row] < Rate.fewestForByar {
            let scale = per / columns.populations[row]
            columns.lower[row] = lower[columns.counts[row]] * scale
            columns.upper[row] = upper[columns.counts[row]] * scale
            isSound = isSound && columns.upper[row] < .infinity
        }
        return isSound
    }
}
