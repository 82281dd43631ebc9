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

    /// Of a row and the next.
    @inline(__always)
    func populations(_ row: Int) -> SIMD2<Double> {
        UnsafeRawBufferPointer(populations).loadUnaligned(
            fromByteOffset: row &* MemoryLayout<Double>.stride, as: SIMD2<Double>.self)
    }

    /// Of a row and the next.
    @inline(__always)
    func set(_ row: Int, lower: SIMD2<Double>, upper: SIMD2<Double>) {
        let offset = row &* MemoryLayout<Double>.stride
        UnsafeMutableRawBufferPointer(self.lower).storeBytes(of: lower, toByteOffset: offset, as: SIMD2<Double>.self)
        UnsafeMutableRawBufferPointer(self.upper).storeBytes(of: upper, toByteOffset: offset, as: SIMD2<Double>.self)
    }
}

/// Limits of rates: those of the count alone, from a table as far as it goes, and then divided by the population.
///
/// A lower limit and its upper one are a pair of numbers that the processor reckons with at once.
struct RateKernel: Sendable {
    private let per: Double
    private let third: SIMD2<Double>
    /// The limits of the counts from 0 on, before they are divided by a population.
    private let table: [SIMD2<Double>]

    /// - Parameter tabled: how many counts to have in the table; a power of two, and at least 16.
    init(per: Double, confidence: Confidence, tabled: Int) {
        self.per = per
        third = SIMD2(-confidence.z / 3, confidence.z / 3)
        let third = third
        table = [SIMD2<Double>](unsafeUninitializedCapacity: tabled) { table, made in
            for count in 0..<Rate.fewestForByar {
                let exact = CountInterval.exact(Double(count), confidence)
                table[count] = SIMD2(exact.lower, exact.upper)
            }
            var over = Self.overRoot(Double(Rate.fewestForByar))
            for count in Rate.fewestForByar..<tabled {
                // The root of the next count is this one's upper root.
                let next = Self.overRoot(Double(count &+ 1))
                table[count] = Self.byar(Double(count), SIMD2(over, next), third)
                over = next
            }
            made = tabled
        }
    }

    private static func overRoot(_ x: Double) -> Double { 1 / x.squareRoot() }

    /// Byar's limits, with √x taken out of them: x (1 − 1/9x − z/3√x)³ and the same for x + 1 with + z.
    private static func byar(_ x: Double, _ over: SIMD2<Double>, _ third: SIMD2<Double>) -> SIMD2<Double> {
        let part = 1 + over * (third - over * (1.0 / 9))
        return SIMD2(x, x + 1) * (part * part * part)
    }

    private func byar(_ count: Int) -> SIMD2<Double> {
        let x = Double(count)
        return Self.byar(x, SIMD2(Self.overRoot(x), Self.overRoot(x + 1)), third)
    }

    /// Works some rows out.
    /// - Returns: false where a count is negative or beyond 2⁵³, or a limit is no finite number above 0; then nothing of
    ///   these rows is to be relied on.
    func work(_ columns: RateColumns, _ rows: Range<Int>) -> Bool {
        table.withUnsafeBufferPointer { table in
            // The table's length is a power of two: what is beyond it falls somewhere into it, and is then done again.
            let mask = table.count - 1
            let quick = fill(columns, rows) { table[$0 & mask] }
            if (0...mask).contains(quick.bits) { return quick.isSound }
            guard quick.bits >= 0, quick.bits < 1 << 53 else { return false }
            return fill(columns, rows) { $0 < table.count ? table[$0] : byar($0) }.isSound
        }
    }

    /// All bits that are set in any of the counts, and whether all limits are finite and no population below 0.
    private typealias Filled = (bits: Int, isSound: Bool)

    /// Divides the limits of each count by its population, two rows at a time.
    @inline(__always)
    private func fill(_ columns: RateColumns, _ rows: Range<Int>, _ limits: (Int) -> SIMD2<Double>) -> Filled {
        // What is no number, or infinite, leaves a NaN when it is taken from itself; what is below 0 leaves its sign. That
        // is quicker than to compare.
        var (traces, signs, bits) = (SIMD2<Double>.zero, SIMD2<UInt64>.zero, 0)
        let last = rows.upperBound &- 2
        var row = rows.lowerBound
        while row <= last {
            bits |= columns.counts[row] | columns.counts[row &+ 1]
            let (one, other) = (limits(columns.counts[row]), limits(columns.counts[row &+ 1]))
            let people = columns.populations(row)
            let scale = per / people
            let most = SIMD2(one.y, other.y) * scale
            columns.set(row, lower: SIMD2(one.x, other.x) * scale, upper: most)
            traces += (most - most) + (people - people)
            signs |= unsafeBitCast(people, to: SIMD2<UInt64>.self)
            row &+= 2
        }
        if row < rows.upperBound {
            bits |= columns.counts[row]
            let people = columns.populations[row]
            let pair = limits(columns.counts[row]) * (per / people)
            (columns.lower[row], columns.upper[row]) = (pair.x, pair.y)
            traces += SIMD2(pair.y - pair.y, people - people)
            signs.x |= people.bitPattern
        }
        return (bits, traces == .zero && (signs.x | signs.y) >> 63 == 0)
    }
}
