import Foundation
import Testing

@testable import Statistics

@Suite("Rate ratios")
struct RateRatioTests {
    @Test(
        "what looks like growth is seldom a clear change",
        arguments: [
            (4, 6, 0.36, 7.23), (10, 15, 0.63, 3.73), (50, 60, 0.81, 1.78), (200, 230, 0.95, 1.40),
            (1000, 1050, 0.96, 1.15),
        ])
    func growth(before: Int, after: Int, lower: Double, upper: Double) throws {
        let exact = try RateRatio(before: before, after: after, exposureBefore: 1, exposureAfter: 1).exact
        #expect((exact.lower - lower).magnitude < 0.005)
        #expect((exact.upper - upper).magnitude < 0.005)
        #expect(exact.contains(1))
    }

    @Test("from none to some the ratio is infinite, from some to none it is 0, of none there is none")
    func zeros() throws {
        let rise = try RateRatio(before: 0, after: 5, exposureBefore: 1, exposureAfter: 1)
        #expect(rise.ratio == .infinity && rise.exact.upper == .infinity && rise.exact.lower > 0)
        #expect(rise.wald == nil && rise.score == nil)
        let fall = try RateRatio(before: 5, after: 0, exposureBefore: 1, exposureAfter: 1)
        #expect(fall.ratio == 0 && fall.exact.lower == 0 && fall.exact.upper < .infinity)
        let none = try RateRatio(before: 0, after: 0, exposureBefore: 1, exposureAfter: 1)
        #expect(none.ratio == nil && none.exactProbability == 1)
        #expect(none.exact == Interval(lower: 0, upper: .infinity, confidence: 0.95))
    }

    @Test("swapping before and after turns every interval upside down")
    func swapped() throws {
        var chance = SeededGenerator(seed: 3)
        for _ in 0..<300 {
            let (before, after) = (chance.count() + 1, chance.count() + 1)
            guard max(before, after) <= largestCount else { continue }
            let (first, second) = (chance.exposure(), chance.exposure())
            let one = try RateRatio(before: before, after: after, exposureBefore: first, exposureAfter: second)
            let other = try RateRatio(before: after, after: before, exposureBefore: second, exposureAfter: first)
            for (up, down) in [(one.exact, other.exact), (one.wald, other.wald), (one.score, other.score)] {
                let (up, down) = (try #require(up), try #require(down))
                #expect(isClose(up.lower, 1 / down.upper, within: 1e-11))
                #expect(isClose(up.upper, 1 / down.lower, within: 1e-11))
                #expect(up.contains(try #require(one.ratio)))
            }
            #expect((one.exactProbability - other.exactProbability).magnitude < 1e-9)
        }
    }

    @Test("the probability is the sum over every outcome no likelier than the one seen")
    func minimumLikelihood() throws {
        var chance = SeededGenerator(seed: 4)
        for _ in 0..<200 {
            let (before, after) = (Int.random(in: 0...25, using: &chance), Int.random(in: 0...25, using: &chance))
            let odds = Double.random(in: 0.2...5, using: &chance)
            let trials = before + after
            let likelihoods = (0...trials).map { count in
                (0..<count).reduce(pow(odds, Double(count)) / pow(1 + odds, Double(trials))) { product, factor in
                    product * Double(trials - factor) / Double(factor + 1)
                }
            }
            let expected = likelihoods.filter { $0 <= likelihoods[after] * (1 + 1e-7) }.reduce(0, +)
            let ratio = try RateRatio(before: before, after: after, exposureBefore: 1, exposureAfter: odds)
            #expect(isClose(ratio.exactProbability, expected, within: 1e-11), "\(before), \(after), odds \(odds)")
        }
    }

    @Test("the largest and the most lopsided counts give numbers")
    func extremes() throws {
        for (before, after) in [(largestCount, largestCount), (largestCount, 1), (1, largestCount), (0, largestCount)] {
            let ratio = try RateRatio(before: before, after: after, exposureBefore: 12, exposureAfter: 12)
            #expect(ratio.exact.lower <= ratio.exact.upper)
            #expect(ratio.exact.contains(try #require(ratio.ratio)))
            #expect((0...1).contains(ratio.exactProbability))
        }
    }

    @Test("exposures that no ratio can be made of are refused")
    func refused() {
        #expect(throws: StatisticsRefusal.notPositive(0)) {
            try RateRatio(before: 1, after: 1, exposureBefore: 0, exposureAfter: 1)
        }
        #expect(throws: StatisticsRefusal.outOfRange) {
            try RateRatio(before: 1, after: 1, exposureBefore: 1e300, exposureAfter: 1e-300)
        }
        #expect(throws: StatisticsRefusal.negativeCount(-1)) {
            try RateRatio(before: 1, after: -1, exposureBefore: 1, exposureAfter: 1)
        }
    }
}
