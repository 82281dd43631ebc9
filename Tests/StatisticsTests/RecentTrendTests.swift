import Foundation
import Testing

@testable import Statistics

@Suite("RecentTrend")
struct RecentTrendTests {
    private func years(_ counts: [Int], population: Double = 9000) throws -> [RecentTrend.Period?] {
        try counts.map { try RecentTrend.Period(Rate(count: $0, population: population)) }
    }

    @Test("of months on end each is held against the next, so that a slow rise is hardly in it")
    func neighbours() throws {
        let rising = try MonthlyDispersion(neighboursIn: [10, 20, 30])
        #expect(abs(rising.value - (100.0 / 30 + 100.0 / 50) / 2) < 1e-12)
        #expect(rising.degreesOfFreedom == 1)
        #expect(try MonthlyDispersion(neighboursIn: [10, nil, 30, 40, 0, 0, 5]).degreesOfFreedom == 2)
        #expect(throws: StatisticsRefusal.tooFewMonths(2)) { try MonthlyDispersion(neighboursIn: [10, nil, 30]) }
        #expect(throws: StatisticsRefusal.self) { try MonthlyDispersion(neighboursIn: [10, -1]) }
    }

    @Test("a steady rise beyond chance is increasing, its mirror is decreasing")
    func directions() throws {
        let rise = try RecentTrend(years([500, 540, 600, 655, 720]))
        let fall = try RecentTrend(years([720, 655, 600, 540, 500]))
        #expect(rise.direction == .increasing && rise.slope > 0 && rise.isSignificant)
        #expect(fall.direction == .decreasing)
        #expect(isClose(fall.slope, -rise.slope, within: 1e-10))
        #expect(isClose(fall.chiSquare, rise.chiSquare, within: 1e-10))
    }

    @Test("widening the intervals by √φ divides chi-square by φ, and can take the trend away")
    func dispersion() throws {
        let years = try years([500, 540, 600, 655, 720])
        let plain = try RecentTrend(years)
        let widened = try RecentTrend(years, dispersion: 6)
        #expect(isClose(widened.chiSquare, plain.chiSquare / 6))
        #expect(widened.slope == plain.slope)
        #expect(plain.direction == .increasing && widened.direction == .noChange)
        let stretched = years.map { year in
            year.map { year in
                let reach = 6.0.squareRoot() / 2 * (year.upper95 - year.lower95)
                return RecentTrend.Period(value: year.value, lower95: year.value - reach, upper95: year.value + reach)
            }
        }
        #expect(isClose(try RecentTrend(stretched).chiSquare, widened.chiSquare, within: 1e-10))
    }

    @Test("months that happen to be alike make no trend out of nothing: φ below 1 is taken as 1")
    func calmMonths() throws {
        let years = try years([500, 495, 505, 520, 530])
        #expect(try RecentTrend(years, dispersion: 0.2) == RecentTrend(years))
    }

    @Test("only the latest five years count")
    func latest() throws {
        let five = try years([500, 540, 600, 655, 720])
        #expect(try RecentTrend(years([9000, 1]) + five) == RecentTrend(five))
        #expect(try RecentTrend([nil] + five) == RecentTrend(five))
    }

    @Test("a slope that one year alone makes is no trend")
    func oneYear() throws {
        let trend = try RecentTrend(years([8000, 1000, 1001, 1002, 1003]))
        #expect(!trend.keepsSign && trend.direction == .noChange)
        #expect(trend.chiSquare > RecentTrend.threshold)
    }

    @Test("years that are all alike have a slope of exactly 0")
    func constant() throws {
        let trend = try RecentTrend(years([100, 100, 100, 100, 100]))
        #expect(trend.slope == 0 && trend.chiSquare == 0 && trend.direction == .noChange)
        #expect(try RecentTrend(years([0, 0, 0, 0, 0])).direction == .noChange)
    }

    @Test("too few years, a gap, and limits that are none are refused, and said so")
    func refused() throws {
        let five = try years([5, 6, 7, 8, 9])
        #expect(throws: StatisticsRefusal.tooFewPeriods(4, needed: 5)) { try RecentTrend(Array(five.prefix(4))) }
        #expect(throws: StatisticsRefusal.missingPeriod(5)) { try RecentTrend(five + [nil]) }
        let exact = RecentTrend.Period(value: 5, lower95: 5, upper95: 5)
        #expect(throws: StatisticsRefusal.notAnInterval(lower: 5, upper: 5)) { try RecentTrend(five + [exact]) }
        let outside = RecentTrend.Period(value: 9, lower95: 1, upper95: 5)
        #expect(throws: StatisticsRefusal.self) { try RecentTrend(five + [outside]) }
        let lost = RecentTrend.Period(value: .nan, lower95: 1, upper95: 5)
        #expect(throws: StatisticsRefusal.self) { try RecentTrend(five + [lost]) }
        #expect(throws: StatisticsRefusal.notPositive(0)) { try RecentTrend(five, dispersion: 0) }
        #expect(throws: StatisticsRefusal.confidence(0.998)) {
            try RecentTrend.Period(Rate(count: 5, population: 9, confidence: 0.998))
        }
        #expect(
            "\(StatisticsRefusal.tooFewPeriods(4, needed: 5))"
                == "There are figures for 4 periods. A trend needs the latest 5.")
    }

    @Test("figures at the ends of what a number holds give an answer or a refusal, never a NaN")
    func extremes() throws {
        for scale in [1e-300, 1e-150, 1e150, 1e300] {
            let years = (1...5).map { year in
                RecentTrend.Period(
                    value: Double(year) * scale, lower95: Double(year) * scale * 0.99,
                    upper95: Double(year) * scale * 1.01)
            }
            let trend = try RecentTrend(years)
            #expect(trend.direction == .increasing && trend.chiSquare.isFinite && trend.slope.isFinite)
        }
    }
}

@Suite("MonthlyDispersion")
struct MonthlyDispersionTests {
    @Test("months that vary as Poisson counts do have a dispersion near 1, with seasons and years taken out")
    func poisson() throws {
        var chance = SeededGenerator(seed: 21)
        let season = [0.7, 0.8, 0.9, 1, 1.1, 1.3, 1.4, 1.3, 1.1, 1, 0.8, 0.6]
        let years = (0..<20).map { year in
            season.map { chance.poisson(40 * $0 * (1 + Double(year) / 20)) }
        }
        let apart = try MonthlyDispersion(years: years)
        #expect(apart.allowsForSeasons && apart.degreesOfFreedom == 19 * 11)
        #expect(apart.value > 0.7 && apart.value < 1.3)
        // Of two years the seasons can't be told: they stay in, and make it larger.
        let together = try MonthlyDispersion(years: Array(years.prefix(2)))
        #expect(!together.allowsForSeasons && together.degreesOfFreedom == 22)
        #expect(together.value > 2)
    }

    @Test("doubling every count doubles the dispersion")
    func scale() throws {
        let years = [[3, 9, 4, 7], [12, 2, 5, 5], [1, 8, 8, 2]]
        let one = try MonthlyDispersion(years: years)
        let two = try MonthlyDispersion(years: years.map { $0.map { 2 * $0 } })
        #expect(isClose(two.value, 2 * one.value))
    }

    @Test("a missing month is left out, and with it the seasons")
    func missing() throws {
        let years = [[3, 9, nil, 7], [12, 2, 5, 5], [1, 8, 8, 2]]
        let dispersion = try MonthlyDispersion(years: years)
        #expect(!dispersion.allowsForSeasons && dispersion.degreesOfFreedom == 2 + 3 + 3)
        #expect(try MonthlyDispersion(years: [[3, 5], [nil, nil]]).degreesOfFreedom == 1)
    }

    @Test("a year or a month of the year without events tells nothing and counts for nothing")
    func empty() throws {
        let dispersion = try MonthlyDispersion(years: [[0, 3, 5], [0, 6, 2], [0, 0, 0], [0, 4, 4]])
        #expect(dispersion.allowsForSeasons && dispersion.degreesOfFreedom == 2)
        #expect(dispersion.value.isFinite)
    }

    @Test("too few months, or none with events, are refused")
    func refused() {
        #expect(throws: StatisticsRefusal.tooFewMonths(0)) { try MonthlyDispersion(years: []) }
        #expect(throws: StatisticsRefusal.tooFewMonths(2)) { try MonthlyDispersion(years: [[5], [6]]) }
        #expect(throws: StatisticsRefusal.tooFewMonths(6)) { try MonthlyDispersion(years: [[0, 0, 0], [0, 0, 0]]) }
        #expect(throws: StatisticsRefusal.negativeCount(-2)) { try MonthlyDispersion(years: [[4, -2]]) }
    }
}

extension SeededGenerator {
    /// A Poisson count: how many waiting times fit into the mean. *Source*: Knuth 1969.
    mutating func poisson(_ mean: Double) -> Int {
        var (count, left) = (0, mean - exponential())
        while left > 0 {
            count += 1
            left -= exponential()
        }
        return count
    }

    /// A waiting time of mean 1.
    private mutating func exponential() -> Double {
        -log(1 - Double.random(in: 0..<1, using: &self))
    }
}
