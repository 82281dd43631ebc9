import Testing

@testable import Statistics

@Suite("DirectlyStandardisedRate")
struct DirectlyStandardisedRateTests {
    @Test("an area with the standard’s own ages has its plain rate and Byar’s interval")
    func sameAges() throws {
        let populations = [1000.0, 2000, 3000]
        let rate = try DirectlyStandardisedRate(counts: [5, 20, 6], populations: populations, standard: populations)
        let plain = try Rate(count: 31, population: 6000)
        let interval = try #require(rate.interval)
        #expect(isClose(try #require(rate.value), plain.value))
        #expect(isClose(interval.lower, plain.interval.lower) && isClose(interval.upper, plain.interval.upper))
    }

    @Test("only the shares of the standard matter, not its size")
    func scale() throws {
        let counts = [3, 40, 7]
        let populations = [900.0, 4100, 2500]
        let one = try DirectlyStandardisedRate(counts: counts, populations: populations, standard: [2, 5, 3])
        let other = try DirectlyStandardisedRate(counts: counts, populations: populations, standard: [2e9, 5e9, 3e9])
        #expect(isClose(try #require(one.interval?.upper), try #require(other.interval?.upper)))
        #expect(isClose(try #require(one.value), try #require(other.value)))
    }

    @Test("below 10 events there is no rate, and from 10 there is")
    func few() throws {
        let populations = [100.0, 100]
        #expect(try DirectlyStandardisedRate(counts: [4, 5], populations: populations, standard: [1, 1]).value == nil)
        #expect(try DirectlyStandardisedRate(counts: [4, 6], populations: populations, standard: [1, 1]).value == 50)
    }

    @Test("events only in an age group that the standard has nobody in make a rate of 0")
    func weightless() throws {
        let rate = try DirectlyStandardisedRate(counts: [0, 60], populations: [10, 10], standard: [1, 0])
        #expect(rate.value == 0)
        #expect(rate.interval == Interval(lower: 0, upper: 0, confidence: 0.95))
    }

    @Test("what can’t be standardised is refused")
    func refused() {
        #expect(throws: StatisticsRefusal.lengthsDiffer(2, 1)) {
            try DirectlyStandardisedRate(counts: [5, 6], populations: [100], standard: [1, 1])
        }
        #expect(throws: StatisticsRefusal.nothingToShare) {
            try DirectlyStandardisedRate(counts: [], populations: [], standard: [])
        }
        #expect(throws: StatisticsRefusal.nothingToShare) {
            try DirectlyStandardisedRate(counts: [50], populations: [100], standard: [0])
        }
        #expect(throws: StatisticsRefusal.notPositive(0)) {
            try DirectlyStandardisedRate(counts: [50], populations: [0], standard: [1])
        }
        #expect(throws: StatisticsRefusal.negativeCount(-5)) {
            try DirectlyStandardisedRate(counts: [50, -5], populations: [10, 10], standard: [1, 1])
        }
        #expect(throws: StatisticsRefusal.notPositive(-1)) {
            try DirectlyStandardisedRate(counts: [50], populations: [10], standard: [-1])
        }
        #expect(throws: StatisticsRefusal.outOfRange) {
            try DirectlyStandardisedRate(counts: [50], populations: [.leastNonzeroMagnitude], standard: [1])
        }
        #expect(throws: StatisticsRefusal.countTooLarge(largestCount + 1)) {
            try DirectlyStandardisedRate(counts: [largestCount, 1], populations: [10, 10], standard: [1, 1])
        }
    }
}
