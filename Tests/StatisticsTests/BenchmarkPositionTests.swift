import Testing

@testable import Statistics

@Suite("BenchmarkPosition")
struct BenchmarkPositionTests {
    @Test("the same position is better, worse or neither, as the polarity has it")
    func verdicts() {
        #expect(BenchmarkPosition.lower.verdict(.lowIsGood) == .better)
        #expect(BenchmarkPosition.higher.verdict(.lowIsGood) == .worse)
        #expect(BenchmarkPosition.lower.verdict(.highIsGood) == .worse)
        #expect(BenchmarkPosition.higher.verdict(.highIsGood) == .better)
        #expect(BenchmarkPosition.lower.verdict(.noJudgement) == .lower)
        #expect(BenchmarkPosition.higher.verdict(.noJudgement) == .higher)
        for polarity in Polarity.allCases { #expect(BenchmarkPosition.similar.verdict(polarity) == .similar) }
    }

    @Test("a benchmark that touches a limit is similar; a hair beyond, it is not")
    func ends() throws {
        let own = Interval(lower: 2, upper: 5, confidence: 0.95)
        #expect(try BenchmarkPosition(interval: own, benchmark: 2) == .similar)
        #expect(try BenchmarkPosition(interval: own, benchmark: 5) == .similar)
        #expect(try BenchmarkPosition(interval: own, benchmark: (5.0).nextUp) == .lower)
        #expect(try BenchmarkPosition(interval: own, benchmark: (2.0).nextDown) == .higher)
        let other = Interval(lower: 5, upper: 9, confidence: 0.95)
        #expect(try BenchmarkPosition(interval: own, benchmarkInterval: other) == .similar)
        #expect(try BenchmarkPosition(value: 9, limits: other) == .similar)
        #expect(try BenchmarkPosition(value: 4.9, limits: other) == .lower)
    }

    @Test("two areas are told apart by overlap no sooner than one of them from the other’s figure")
    func overlapIsCautious() throws {
        var chance = SeededGenerator(seed: 11)
        for _ in 0..<300 {
            let one = try Rate(count: Int.random(in: 0...400, using: &chance), population: chance.exposure())
            let other = try Rate(count: Int.random(in: 0...400, using: &chance), population: chance.exposure())
            let apart = try BenchmarkPosition(interval: one.interval, benchmarkInterval: other.interval)
            let single = try BenchmarkPosition(interval: one.interval, benchmark: other.value)
            if apart != .similar { #expect(single == apart) }
        }
    }

    @Test("what is no number or no interval is refused")
    func refused() {
        let own = Interval(lower: 2, upper: 5, confidence: 0.95)
        let turned = Interval(lower: 5, upper: 2, confidence: 0.95)
        let lost = Interval(lower: .nan, upper: 2, confidence: 0.95)
        #expect(throws: StatisticsRefusal.self) { try BenchmarkPosition(interval: own, benchmark: .nan) }
        #expect(throws: StatisticsRefusal.notFinite(.infinity)) { try BenchmarkPosition(value: .infinity, limits: own) }
        #expect(throws: StatisticsRefusal.notAnInterval(lower: 5, upper: 2)) {
            try BenchmarkPosition(interval: turned, benchmark: 3)
        }
        #expect(throws: StatisticsRefusal.self) { try BenchmarkPosition(interval: own, benchmarkInterval: lost) }
    }
}

@Suite("ControlLimits")
struct ControlLimitsTests {
    @Test("limits hold the benchmark, and narrow as the area grows", arguments: [0, 0.001, 0.3, 0.5, 0.999, 1])
    func proportion(benchmark: Double) throws {
        var last = Interval(lower: 0, upper: 1, confidence: 0.95)
        for total in [0.5, 1, 10, 500, 1e6, 1e15] {
            let limits = try ControlLimits.ofProportion(benchmark: benchmark, total: total)
            #expect(limits.contains(benchmark) && limits.lower >= 0 && limits.upper <= 1)
            #expect(limits.upper - limits.lower < last.upper - last.lower)
            last = limits
        }
        if benchmark == 0 { #expect(last.lower == 0) }
        if benchmark == 1 { #expect(last.upper == 1) }
    }

    @Test("limits of a proportion that is a whole count are Wilson’s")
    func wilson() throws {
        let limits = try ControlLimits.ofProportion(benchmark: 0.25, total: 40)
        let wilson = try Proportion(part: 10, of: 40).interval
        #expect(isClose(limits.lower, wilson.lower) && isClose(limits.upper, wilson.upper))
    }

    @Test("limits of a rate whose expected events are whole are the exact ones of that count")
    func exact() throws {
        // 5 in 1,000 of 2,000 people is 10 events, though the product may be a hair above.
        for (rate, population, events) in [(5.0, 2000.0, 10), (0.7, 10_000, 7), (2.3, 1000, 2)] {
            let limits = try ControlLimits.ofRate(benchmark: rate, population: population)
            let exact = try PoissonRate(count: events, exposure: population / 1000).interval
            #expect(isClose(limits.upper, exact.upper))
            if events != 2 { #expect(isClose(limits.lower, exact.lower)) }
        }
    }

    @Test("nothing expected leaves room above, and none below")
    func nothingExpected() throws {
        let limits = try ControlLimits.ofRate(benchmark: 0, population: 1000)
        #expect(limits.lower == 0 && isClose(limits.upper, 3.6888794541139363, within: 1e-12))
        let hardly = try ControlLimits.ofRate(benchmark: 1e-9, population: 1000)
        #expect(hardly.lower > 0 && hardly.lower < hardly.upper)
    }

    @Test("what sets no limits is refused")
    func refused() {
        #expect(throws: StatisticsRefusal.probability(1.2)) { try ControlLimits.ofProportion(benchmark: 1.2, total: 5) }
        #expect(throws: StatisticsRefusal.self) { try ControlLimits.ofProportion(benchmark: .nan, total: 5) }
        #expect(throws: StatisticsRefusal.notPositive(0)) { try ControlLimits.ofProportion(benchmark: 0.2, total: 0) }
        #expect(throws: StatisticsRefusal.outOfRange) {
            try ControlLimits.ofProportion(benchmark: 0.2, total: .greatestFiniteMagnitude)
        }
        #expect(throws: StatisticsRefusal.notPositive(-3)) { try ControlLimits.ofRate(benchmark: -3, population: 5) }
        #expect(throws: StatisticsRefusal.self) { try ControlLimits.ofRate(benchmark: .nan, population: 5) }
        #expect(throws: StatisticsRefusal.outOfRange) { try ControlLimits.ofRate(benchmark: 1e300, population: 1e300) }
        #expect(throws: StatisticsRefusal.outOfRange) { try ControlLimits.ofRate(benchmark: 1e20, population: 1e6) }
        #expect(throws: StatisticsRefusal.confidence(1)) {
            try ControlLimits.ofRate(benchmark: 3, population: 5, confidence: 1)
        }
    }
}
