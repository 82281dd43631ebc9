import Testing

@testable import Statistics

@Suite("Rates")
struct RateTests {
    @Test("a rate below 10 events has the exact interval, from 10 Byar’s", arguments: [0, 1, 9, 10, 11, 500])
    func method(count: Int) throws {
        let rate = try Rate(count: count, population: 1500)
        #expect(rate.method == (count < 10 ? .exact : .byar))
        let exact = try PoissonRate(count: count, exposure: 1.5)
        if count < 10 {
            #expect(isClose(rate.interval.upper, exact.interval.upper))
        } else {
            #expect(isClose(rate.interval.upper, exact.interval.upper, within: 0.002))
            #expect(isClose(rate.interval.lower, exact.interval.lower, within: 0.002))
        }
    }

    @Test("no events still leave room for some: none in 1,500 people is up to 2.5 per 1,000")
    func none() throws {
        let rate = try Rate(count: 0, population: 1500)
        #expect(rate.value == 0)
        #expect(rate.interval.lower == 0)
        #expect(isClose(rate.interval.upper, 2.45925296940929, within: 1e-13))
    }

    @Test("any count gives an interval that holds its rate and moves up with it")
    func monotone() throws {
        var chance = SeededGenerator(seed: 1)
        for _ in 0..<400 {
            let (population, confidence) = (chance.exposure(), chance.confidence())
            let count = chance.count()
            let rate = try Rate(count: count, population: population, confidence: confidence)
            #expect(rate.interval.contains(rate.value))
            #expect(rate.interval.lower.isFinite && rate.interval.upper.isFinite)
            guard count < 1 << 50 else { continue }
            let next = try Rate(count: count + 1, population: population, confidence: confidence)
            #expect(next.interval.lower > rate.interval.lower || count > 1 << 45)
            #expect(next.interval.upper > rate.interval.upper || count > 1 << 45)
        }
    }

    @Test("more confidence makes the interval wider", arguments: [0, 1, 9, 10, 4000, largestCount])
    func nested(count: Int) throws {
        let levels = [0.1, 0.5, 0.8, 0.95, 0.998, 0.9999999]
        let intervals = try levels.map { try Rate(count: count, population: 40, confidence: $0).interval }
        for (narrow, wide) in zip(intervals, intervals.dropFirst()) {
            #expect(wide.lower <= narrow.lower && narrow.upper < wide.upper)
        }
    }

    @Test("what is no rate is refused", arguments: refusals)
    func refused(count: Int, population: Double, per: Double, confidence: Double, refusal: StatisticsRefusal) {
        #expect(throws: refusal) { try Rate(count: count, population: population, per: per, confidence: confidence) }
    }

    private static let refusals: [(Int, Double, Double, Double, StatisticsRefusal)] = [
        (-1, 100, 1000, 0.95, .negativeCount(-1)),
        (5, 0, 1000, 0.95, .notPositive(0)),
        (5, -10, 1000, 0.95, .notPositive(-10)),
        (5, .infinity, 1000, 0.95, .notPositive(.infinity)),
        (5, 100, 0, 0.95, .notPositive(0)),
        (5, 100, 1000, 0, .confidence(0)),
        (5, 100, 1000, 1, .confidence(1)),
        (largestCount + 1, 100, 1000, 0.95, .countTooLarge(largestCount + 1)),
        (largestCount, .leastNonzeroMagnitude, 1000, 0.95, .outOfRange),
        (Int.min, 100, 1000, 0.95, .negativeCount(Int.min)),
    ]

    @Test("what is not a number is refused")
    func notANumber() {
        #expect(throws: StatisticsRefusal.self) { try Rate(count: 5, population: .nan) }
        #expect(throws: StatisticsRefusal.self) { try Rate(count: 5, population: 9, confidence: .nan) }
        #expect(throws: StatisticsRefusal.self) { try PoissonRate(count: 5, exposure: .nan) }
    }

    @Test("a refusal says what is wrong and what would be right")
    func refusalReads() {
        #expect("\(StatisticsRefusal.negativeCount(-1200))" == "The count is −1,200. A count can’t be below 0.")
        #expect(
            "\(StatisticsRefusal.notPositive(-10))"
                == "The population, exposure or multiplier is −10. It must be a number above 0.")
        #expect(
            "\(StatisticsRefusal.confidence(1.5))"
                == "The confidence is 1.5. It must lie between 0 and 1, such as 0.95 for a 95% interval.")
    }

    @Test("Byar’s lower limit is absent where its formula has none")
    func byarLower() throws {
        let confidence = try Confidence(0.998)
        #expect(CountInterval.byar(0, confidence).lower == nil)
        #expect(CountInterval.byar(1, confidence).lower == nil)
        #expect(CountInterval.byar(3, confidence).lower != nil)
    }
}
