import Testing

@testable import Statistics

@Suite("RateIntervals")
struct RateIntervalsTests {
    /// Columns of more than a stretch, with counts of all sizes where `largest` allows them.
    private func columns(_ rows: Int, largest: Int, _ chance: inout SeededGenerator) -> ([Int], [Double]) {
        var (counts, populations) = ([Int](), [Double]())
        for _ in 0..<rows {
            counts.append(min(largest, chance.count() >> Int.random(in: 0...53, using: &chance)))
            populations.append(chance.exposure())
        }
        return (counts, populations)
    }

    @Test("every row is what a rate by itself is", arguments: [9, 1023, 1024, largestCount])
    func sameAsRate(largest: Int) throws {
        var chance = SeededGenerator(seed: UInt64(largest))
        let (counts, populations) = columns(20_001, largest: largest, &chance)
        for (per, confidence) in [(1000.0, 0.95), (1, 0.998)] {
            let intervals = try RateIntervals(per: per, confidence: confidence)
            let found = try intervals.limits(counts: counts, populations: populations)
            for row in stride(from: 0, to: counts.count, by: 173) {
                let rate = try Rate(
                    count: counts[row], population: populations[row], per: per, confidence: confidence)
                #expect(isClose(found.lower[row], rate.interval.lower, within: 5e-15))
                #expect(isClose(found.upper[row], rate.interval.upper, within: 5e-15))
            }
        }
    }

    @Test("the same columns give the same limits to the last digit, however the rows fall to the processors")
    func reproducible() throws {
        var chance = SeededGenerator(seed: 52)
        let (counts, populations) = columns(40_000, largest: 5000, &chance)
        let intervals = try RateIntervals()
        let one = try intervals.limits(counts: counts, populations: populations)
        let other = try intervals.limits(counts: counts, populations: populations)
        #expect(one.lower == other.lower && one.upper == other.upper)
    }

    @Test("columns that are there already are filled; others are made as long as needed")
    func columnsGiven() throws {
        let intervals = try RateIntervals()
        var (lower, upper) = ([7.0, 7, 7], [Double]())
        try intervals.fill(lower: &lower, upper: &upper, counts: [0, 20], populations: [500, 500])
        #expect(lower.count == 2 && upper.count == 2 && lower[0] == 0)
        try intervals.fill(lower: &lower, upper: &upper, counts: [], populations: [])
        #expect(lower.isEmpty && upper.isEmpty)
    }

    @Test("the first row that has no rate is named, in whichever stretch it is")
    func refused() throws {
        let intervals = try RateIntervals()
        var counts = [Int](repeating: 4, count: 30_000)
        var populations = [Double](repeating: 900, count: 30_000)
        populations[29_000] = 0
        #expect(throws: StatisticsRefusal.row(29_001, .notPositive(0))) {
            try intervals.limits(counts: counts, populations: populations)
        }
        counts[17_000] = -3
        #expect(throws: StatisticsRefusal.row(17_001, .negativeCount(-3))) {
            try intervals.limits(counts: counts, populations: populations)
        }
        counts[5] = largestCount + 1
        #expect(throws: StatisticsRefusal.row(6, .countTooLarge(largestCount + 1))) {
            try intervals.limits(counts: counts, populations: populations)
        }
        #expect(throws: StatisticsRefusal.lengthsDiffer(1, 2)) {
            try intervals.limits(counts: [1], populations: [1, 2])
        }
        #expect(
            "\(StatisticsRefusal.row(6, .negativeCount(-3)))" == "Row 6: The count is −3. A count can’t be below 0.")
    }

    @Test("what is no population is refused, among small counts and among large", arguments: [3, 5000])
    func populations(count: Int) throws {
        let intervals = try RateIntervals()
        for population in [0, -0.0, -4, .nan, .infinity, -.infinity, .leastNonzeroMagnitude] as [Double] {
            #expect(throws: StatisticsRefusal.self) {
                try intervals.limits(counts: [count, count], populations: [900, population])
            }
        }
    }

    @Test("rows beyond what is quick, but within what can be worked out, have their limits too")
    func extremes() throws {
        let counts = [0, largestCount, 0, 12, largestCount, 1]
        let populations = [1e-300, 1e-280, 1e300, 1e305, 1, 2]
        for confidence in [1e-9, 0.5, 0.9999999999] {
            let found = try RateIntervals(per: 1, confidence: confidence).limits(
                counts: counts, populations: populations)
            for row in counts.indices {
                let rate = try Rate(count: counts[row], population: populations[row], per: 1, confidence: confidence)
                #expect(isClose(found.lower[row], rate.interval.lower, within: 1e-14))
                #expect(isClose(found.upper[row], rate.interval.upper, within: 1e-14))
            }
        }
    }

    @Test("what is no unit or no confidence is refused at once")
    func settings() {
        #expect(throws: StatisticsRefusal.notPositive(0)) { try RateIntervals(per: 0) }
        #expect(throws: StatisticsRefusal.confidence(1)) { try RateIntervals(confidence: 1) }
    }
}
