import Testing

@testable import Statistics

@Suite("Changes")
struct ChangeTests {
    private let calm = [20, 22, 19, 21, 20, 18, 23, 20, 21, 19, 20, 22]
    private let wild = [2, 50, 3, 41, 9, 18, 1, 60, 5, 33, 2, 21]

    private func change(_ before: [Int], _ after: [Int], confidence: Double = 0.95) throws -> Change {
        try Change(
            before: before, after: after, exposureBefore: Double(before.count), exposureAfter: Double(after.count),
            confidence: confidence)
    }

    @Test("months that swing widen the interval; months that don’t never narrow it below chance")
    func dispersion() throws {
        let steady = try change(calm, calm.map { $0 + 5 })
        #expect(steady.method == .overdispersed)
        #expect(try #require(steady.dispersion) < 1)
        let total = (before: calm.reduce(0, +), after: calm.reduce(0, +) + 60)
        let wald = try #require(
            try RateRatio(before: total.before, after: total.after, exposureBefore: 1, exposureAfter: 1).wald)
        #expect(steady.interval.lower < wald.lower && wald.upper < steady.interval.upper)

        let swinging = try change(wild, wild.map { $0 + 5 })
        #expect(try #require(swinging.dispersion) > 10)
        #expect(steady.verdict == .rise)
        #expect(swinging.verdict == .notClear)
    }

    @Test("of two totals nothing is said of chance, unless it is known how much the place’s months vary")
    func totals() throws {
        // Thanet, all crime, 2014 and 2015.
        func change(_ swings: MonthlyDispersion?) throws -> Change {
            try Change(
                totalBefore: 12_172, totalAfter: 11_648, exposureBefore: 12, exposureAfter: 12, swings: swings)
        }
        let alone = try change(nil)
        #expect(alone.verdict == .untold)
        #expect(alone.percentText == "−4.3%" && alone.percentInterval == nil)
        #expect(
            alone.sentence(subject: "All crime", before: "2014", after: "2015")
                == "All crime: 12,172 in 2014, 11,648 in 2015, down 4.3%. Whether that is more than chance cannot be told "
                + "from two totals.")
        #expect(try TrendScore().score(alone) == nil)

        let calmly = try change(MonthlyDispersion(years: [calm.map { $0 * 50 }]))
        #expect(calmly.method == .borrowed)
        let swinging = try change(
            MonthlyDispersion(years: [[980, 900, 1_010, 1_060, 1_100, 1_040, 1_150, 1_120, 990, 1_000, 930, 892]]))
        #expect(swinging.verdict == .noClearChange)
        #expect(try #require(swinging.percentInterval).lower < -8)
        let exact = try RateRatio(before: 12_172, after: 11_648, exposureBefore: 12, exposureAfter: 12).exact
        #expect(calmly.interval.lower < exact.lower && exact.upper < calmly.interval.upper)

        let none = try Change(totalBefore: 12, totalAfter: 0, exposureBefore: 12, exposureAfter: 12, swings: nil)
        #expect(none.method == .exact(.zeroTotal) && none.verdict == .fall)
    }

    @Test("an interval of constant months does not collapse")
    func constant() throws {
        let change = try change(Array(repeating: 5, count: 12), Array(repeating: 6, count: 12))
        #expect(change.dispersion == 0)
        #expect(isClose(change.interval.lower, 0.835107755623901, within: 1e-12))
        #expect(change.verdict == .noClearChange)
    }

    @Test("beside a total of 0 the swings of the other months count: what came in one month is worth one")
    func zeroTotals() throws {
        let zeros = Array(repeating: 0, count: 12)
        let appeared = try change(zeros, calm)
        #expect(appeared.method == .overdispersed && appeared.caveat == nil)
        #expect(appeared.ratio == nil && appeared.interval.upper == .infinity)
        #expect(appeared.verdict == .rise)
        let vanished = try change(calm, zeros)
        #expect(vanished.ratio == 0 && vanished.verdict == .fall)
        let exact = try RateRatio(
            before: calm.reduce(0, +), after: 0, exposureBefore: 12, exposureAfter: 12
        ).exact
        #expect(isClose(vanished.interval.upper, exact.upper, within: 1e-12), "calm months swing no more than chance")

        // Eleven in one month: φ is 11 as well, so that they are worth one, and one against none tells nothing.
        let burst = try change([11] + Array(repeating: 0, count: 11), zeros)
        #expect(isClose(burst.dispersion ?? 0, 11, within: 1e-12))
        #expect(burst.verdict == .noClearChange)
        let one = try RateRatio(before: 1, after: 0, exposureBefore: 12, exposureAfter: 12).exact
        #expect(isClose(burst.interval.upper, one.upper, within: 1e-9))
        let borrowed = try Change(
            totalBefore: 12, totalAfter: 0, exposureBefore: 12, exposureAfter: 12,
            swings: MonthlyDispersion(years: [[11] + Array(repeating: 0, count: 11)]))
        #expect(borrowed.method == .borrowed && borrowed.verdict == .noClearChange)
    }

    @Test("too few months fall back to the exact interval, and the change says so")
    func exact() throws {
        let zeros = Array(repeating: 0, count: 12)
        let alone = try change([0, 0], [9, 3])
        #expect(alone.method == .exact(.zeroTotal) && alone.caveat?.contains("totals is 0") == true)

        let nothing = try change(zeros, zeros)
        #expect(nothing.ratio == nil && nothing.verdict == .noClearChange)

        let short = try change([20, 30], calm)
        #expect(short.method == .exact(.tooFewMonths))
        #expect(short.caveat?.contains("too few months") == true)
        #expect(try change([20, 30, 25], [20, 30, 25]).method == .overdispersed)
        #expect(try change([20, 30, 25], [20, 30, 25]).caveat == nil)
    }

    /// By another program: iteratively reweighted least squares in NumPy 2 of a Poisson model with a log link, eleven months and a
    /// year beside the constant; Pearson's chi-square over 11, √φ on the error of the year, SciPy's t quantile. φ is 1.4590030576573.
    @Test("where the season is most of the swing nothing is called chance; pairs of months give a second opinion")
    func pairs() throws {
        let before = [262, 241, 268, 280, 312, 330, 368, 372, 318, 300, 266, 206]
        let after = [228, 258, 229, 282, 254, 361, 321, 383, 300, 256, 270, 199]
        let change = try change(before, after)
        #expect(change.verdict == .notClear)
        let season = try #require(change.season)
        #expect(isClose(season.dispersion, 1.4590030576573438, within: 1e-12))
        #expect(isClose(season.interval.lower, 0.889368724255439, within: 1e-12))
        #expect(isClose(season.interval.upper, 1.0112203760240106, within: 1e-12))
        #expect(change.pairedIntervalText == "−11.1% to +1.1%")
        #expect(
            change.sentence(subject: "Crime", before: "2014", after: "2015")
                == "Crime: 3,523 in 2014, 3,341 in 2015, down 5.2% (95% interval −18.8% to 10.7%). Not clear: it could be "
                + "chance by this cautious interval, which takes the season for chance; 7 of 12 months were lower.")
        #expect(change.caveat?.hasSuffix("the interval is −11.1% to +1.1%.") == true)
        #expect(
            change.whyNotClear
                == "the interval takes the season for chance; 7 of 12 months were lower; "
                + "in pairs of months it is −11.1% to +1.1%"
        )
    }

    @Test("no percentage is given where either total is under 10", arguments: [(9, 30), (30, 9), (9, 9), (10, 10)])
    func percentages(before: Int, after: Int) throws {
        let change = try change([before, 0, 0], [after, 0, 0])
        let shown = min(before, after) >= 10
        #expect((change.percent != nil) == shown)
        #expect((change.percentInterval != nil) == shown)
        #expect((change.percentText != nil) == shown)
        #expect(change.ratio != nil)
    }

    @Test("the verdict is the interval’s, whatever the size of the difference")
    func verdict() throws {
        let many = try change([100_000, 100_100, 99_900], [101_000, 101_100, 100_900])
        #expect(many.verdict == .rise)
        let few = try change([3, 3, 4], [5, 4, 6])
        #expect(try #require(few.percent) == 50)
        #expect(few.verdict == .noClearChange)
    }

    @Test("more people mean a lower rate: the same counts among twice as many are half")
    func exposure() throws {
        let change = try Change(before: calm, after: calm, exposureBefore: 1000, exposureAfter: 2000)
        #expect(change.ratio == 0.5)
        #expect(change.percent == -50)
        #expect(change.verdict == .fall)
    }

    @Test("swapping before and after inverts the ratio and its interval, and keeps the dispersion")
    func swapped() throws {
        var chance = SeededGenerator(seed: 5)
        for _ in 0..<300 {
            let before = chance.months(Int.random(in: 1...24, using: &chance))
            let after = chance.months(Int.random(in: 1...24, using: &chance))
            let (first, second) = (chance.exposure(), chance.exposure())
            let one = try Change(before: before, after: after, exposureBefore: first, exposureAfter: second)
            let other = try Change(before: after, after: before, exposureBefore: second, exposureAfter: first)
            #expect(isClose(one.interval.lower, 1 / other.interval.upper, within: 1e-11))
            #expect(isClose(one.interval.upper, 1 / other.interval.lower, within: 1e-11))
            #expect(one.method == other.method)
            #expect((one.verdict == .rise) == (other.verdict == .fall))
            if let ratio = one.ratio, let inverse = other.ratio {
                #expect(isClose(ratio, 1 / inverse))
                #expect(one.interval.contains(ratio))
            }
            if let dispersion = one.dispersion {
                #expect(isClose(dispersion, try #require(other.dispersion), within: 1e-11))
            }
        }
    }

    @Test("adding a crime to the later period never lowers the ratio, and more confidence never narrows the interval")
    func monotone() throws {
        var chance = SeededGenerator(seed: 6)
        for _ in 0..<200 {
            let before = chance.months(12)
            var after = chance.months(12)
            let one = try change(before, after)
            let surer = try change(before, after, confidence: 0.998)
            #expect(surer.interval.lower <= one.interval.lower && one.interval.upper <= surer.interval.upper)
            after[0] += 1
            let more = try change(before, after)
            if let ratio = one.ratio, let higher = more.ratio {
                #expect(higher > ratio)
            }
        }
    }

    @Test("huge, tiny and lopsided months give an answer or a refusal, never something that is no number")
    func extremes() throws {
        let shapes = [
            [largestCount], [largestCount, 0, 0], [0, 0, 1], [0], [10, 0, 0],
            Array(repeating: largestCount / 64, count: 48),
        ]
        for before in shapes {
            for after in shapes {
                for exposure in [Double.leastNonzeroMagnitude, 1e-200, 1, 1e200, 1.7e308] {
                    guard
                        let change = try? Change(
                            before: before, after: after, exposureBefore: exposure, exposureAfter: 1)
                    else { continue }
                    #expect(change.interval.lower <= change.interval.upper)
                    #expect(change.ratio?.isFinite != false)
                    #expect(change.percent?.isFinite != false)
                    let sentence = change.sentence(subject: "Burglary", before: "2014", after: "2015")
                    #expect(!sentence.contains("nan") && !sentence.contains("inf"))
                }
            }
        }
    }

    @Test("any confidence between 0 and 1 gives an interval", arguments: [1e-300, 1e-16, 0.5, 0.999999, 1 - 0x1p-53])
    func confidence(level: Double) throws {
        for (before, after) in [(calm, wild), ([3], [4]), ([0, 0, 0], [1, 2, 3])] {
            let change = try change(before, after, confidence: level)
            #expect(change.interval.lower <= change.interval.upper)
            if let ratio = change.ratio { #expect(change.interval.contains(ratio)) }
        }
    }

    @Test("what can’t be compared is refused")
    func refused() {
        #expect(throws: StatisticsRefusal.noMonths) { try change([], [1]) }
        #expect(throws: StatisticsRefusal.noMonths) { try change([1], []) }
        #expect(throws: StatisticsRefusal.negativeCount(-3)) { try change([4, -3], [1]) }
        #expect(throws: StatisticsRefusal.countTooLarge(largestCount + 1)) { try change([largestCount, 1], [1]) }
        #expect(throws: StatisticsRefusal.notPositive(0)) {
            try Change(before: calm, after: calm, exposureBefore: 0, exposureAfter: 1)
        }
        #expect(throws: StatisticsRefusal.confidence(1)) { try change(calm, calm, confidence: 1) }
    }
}
