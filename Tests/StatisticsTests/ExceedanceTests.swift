import Foundation
import Testing

@testable import Statistics

@Suite("Exceedances")
struct ExceedanceTests {
    /// A count by chance about its mean (Knuth's method).
    static func count(_ mean: Double, _ chance: inout SeededGenerator) -> Int {
        var (product, count) = (Double.random(in: 0..<1, using: &chance), 0)
        while product > exp(-mean) {
            product *= Double.random(in: 0..<1, using: &chance)
            count += 1
        }
        return count
    }

    static func seasonal(_ months: Int, mean: Double, _ chance: inout SeededGenerator) -> [Int] {
        (0..<months).map { count(mean * (1 + 0.25 * sin(Double($0) * .pi / 6)), &chance) }
    }

    @Test("a month that is twice what its season has is exceptional, and a usual one is not")
    func doubled() throws {
        var chance = SeededGenerator(seed: 41)
        var counts = Self.seasonal(72, mean: 40, &chance)
        counts[71] = 36
        let usual = try Exceedance(of: counts, at: 71)
        counts[71] = 80
        let high = try Exceedance(of: counts, at: 71)
        #expect(usual.finding == .usual && usual.years == 5 && usual.baselineMonths == 25)
        #expect(high.finding == .exceptional && high.expected == usual.expected && high.bound == usual.bound)
        let score = try #require(high.score)
        #expect(score > 1 && high.probability < 0.025)
    }

    @Test(
        "a month that is half of what its season has is exceptionally low, and so is none at all where many are expected"
    )
    func halved() throws {
        var chance = SeededGenerator(seed: 41)
        var counts = Self.seasonal(72, mean: 40, &chance)
        let usual = try Exceedance(of: counts, at: 71)
        #expect(!usual.isExceptionallyLow)
        counts[71] = 12
        let low = try Exceedance(of: counts, at: 71)
        let fall = try #require(low.fall)
        #expect(low.isExceptionallyLow && low.finding == .usual && fall.probability < 0.025)
        #expect(fall.expected == low.expected && 12 < fall.bound && fall.bound < fall.expected)
        for month in 68..<72 { counts[month] = 0 }
        let none = try Exceedance(of: counts, at: 71)
        #expect(none.finding == .tooFewEvents && none.isExceptionallyLow, "files may be missing")
    }

    @Test("where few are expected not even none is exceptionally low")
    func fewExpected() throws {
        let found = try Exceedance(of: (0..<72).map { $0 % 3 }, at: 71)
        #expect(found.fall == nil && !found.isExceptionallyLow)
        var settings = Exceedance.Settings()
        settings.bound = .negativeBinomial
        #expect(try Exceedance(of: Array(repeating: 40, count: 72), at: 71, settings: settings).fall == nil)
    }

    @Test("the months of earlier years decide; those just before, and those after, don’t")
    func whatCounts() throws {
        var chance = SeededGenerator(seed: 42)
        let counts = Self.seasonal(80, mean: 30, &chance)
        let plain = try Exceedance(of: counts, at: 75)
        var other = counts
        for month in [73, 74, 76, 77, 78, 79, 70] { other[month] *= 20 }
        #expect(try Exceedance(of: other, at: 75) == plain)
        other[63] *= 20
        #expect(try Exceedance(of: other, at: 75) != plain)
    }

    @Test("a missing month of the baseline is left out, not 0")
    func missing() throws {
        var counts: [Int?] = Array(repeating: 20, count: 60)
        for month in stride(from: 0, to: 60, by: 2) { counts[month] = 24 }
        let plain = try Exceedance(of: counts, at: 59)
        counts[47] = nil
        counts[34] = nil
        let gaps = try Exceedance(of: counts, at: 59)
        #expect(gaps.baselineMonths == plain.baselineMonths - 2)
        #expect(try #require(gaps.expected) > 20)
        counts[47] = 0
        #expect(try Exceedance(of: counts, at: 59).bound != gaps.bound)
    }

    @Test("years that were not recorded yet are not asked for")
    func unrecorded() throws {
        let counts: [Int?] = Array(repeating: nil, count: 24) + (0..<48).map { 20 + $0 % 3 }
        #expect(try Exceedance(of: counts, at: 71).years == 3)
        #expect(throws: StatisticsRefusal.tooFewYears(2, needed: 3)) { try Exceedance(of: counts, at: 60) }
    }

    @Test("after years of none, some are exceptional, though nothing can be modelled")
    func fromNone() throws {
        var counts = Array(repeating: 0, count: 60)
        let none = try Exceedance(of: counts, at: 59)
        #expect(none.finding == .tooFewEvents && none.expected == nil && !none.isModelled)
        counts[59] = 6
        let some = try Exceedance(of: counts, at: 59)
        #expect(some.finding == .exceptional && some.expected == 0 && some.bound == 0 && some.score == nil)
        counts[59] = 4
        #expect(try Exceedance(of: counts, at: 59).finding == .tooFewEvents)
    }

    @Test("events in a single month of the past, wherever it is, still give a bound", arguments: [9, 13, 21, 45, 49])
    func single(month: Int) throws {
        var counts = Array(repeating: 0, count: 60)
        (counts[month], counts[59]) = (40, 5)
        for method in [Exceedance.Bound.transformed(.twoThirds), .negativeBinomial, .negativeBinomialOfUpperMean] {
            var settings = Exceedance.Settings()
            (settings.trendThreshold, settings.bound) = (1, method)
            let found = try Exceedance(of: counts, at: 59, settings: settings)
            #expect(found.bound?.isFinite == true && found.dispersion.isFinite && (0...1).contains(found.probability))
        }
    }

    @Test("a steady rise is expected to go on where it is clear, and no further than there were counts")
    func trend() throws {
        let counts = (0..<72).map { 20 + $0 }
        let followed = try Exceedance(of: counts, at: 60)
        var settings = Exceedance.Settings()
        settings.trendThreshold = nil
        let level = try Exceedance(of: counts, at: 60, settings: settings)
        #expect(level.trend == nil)
        let expected = try #require(followed.expected)
        if let slope = followed.trend {
            #expect(slope > 0 && expected > level.expected ?? 0 && expected <= 80)
        } else {
            #expect(followed.expected == level.expected)
        }
        let noise = (0..<72).map { 200 + [9, -11, 4, -3, 7, -6, 2][$0 % 7] + $0 / 6 }
        let gentle = try Exceedance(of: noise, at: 60)
        #expect(gentle.trend.map { $0 > 0 } ?? true)
    }

    @Test("twice the people are expected to have twice the events, and the unit doesn’t matter")
    func populations() throws {
        var chance = SeededGenerator(seed: 43)
        let counts = Self.seasonal(72, mean: 30, &chance)
        var settings = Exceedance.Settings()
        settings.trendThreshold = nil
        let alike = try Exceedance(of: counts, at: 71, settings: settings)
        var people = Array(repeating: 1000.0, count: 72)
        let same = try Exceedance(of: counts, at: 71, populations: people, settings: settings)
        #expect(try isClose(#require(same.bound), #require(alike.bound), within: 1e-9))
        people[71] = 2000
        let double = try Exceedance(of: counts, at: 71, populations: people, settings: settings)
        #expect(try isClose(#require(double.expected), 2 * #require(alike.expected), within: 1e-9))
    }

    @Test("a past peak counts less and does not hide a new one")
    func pastPeak() throws {
        var chance = SeededGenerator(seed: 44)
        var counts = Self.seasonal(72, mean: 30, &chance)
        counts[47] = 150
        var settings = Exceedance.Settings()
        let kept = try Exceedance(of: counts, at: 71, settings: settings)
        settings.downweightsAbove = nil
        let plain = try Exceedance(of: counts, at: 71, settings: settings)
        #expect(try #require(kept.bound) < #require(plain.bound))
    }

    @Test("where nothing happens few months are marked, season or none", arguments: [3.0, 20, 60])
    func falseAlarms(mean: Double) throws {
        var chance = SeededGenerator(seed: 45)
        var (high, low) = (0, 0)
        for _ in 0..<60 {
            let counts = Self.seasonal(84, mean: mean, &chance)
            let found = try Exceedance.newest(12, of: counts)
            high += found.count { $0?.isExceptional == true }
            low += found.count { $0?.isExceptionallyLow == true }
        }
        #expect(high < 29, "\(high) of 720")
        #expect(low < 29, "\(low) of 720")
    }

    @Test("any counts are answered with numbers or refused with a reason")
    func anything() {
        var chance = SeededGenerator(seed: 46)
        for _ in 0..<200 {
            let counts: [Int?] = (0..<Int.random(in: 1...90, using: &chance)).map { _ in
                Int.random(in: 0..<9, using: &chance) == 0
                    ? nil : chance.count() >> Int.random(in: 0...50, using: &chance)
            }
            var settings = Exceedance.Settings()
            settings.halfWindow = Int.random(in: 0...5, using: &chance)
            settings.blocks = Int.random(in: 1...11, using: &chance)
            settings.recentLeftOut = Int.random(in: 0...14, using: &chance)
            settings.trendThreshold = [nil, 0.05, 1].randomElement(using: &chance) ?? nil
            settings.bound =
                [.transformed(.none), .transformed(.half), .transformed(.twoThirds), .negativeBinomial].randomElement(
                    using: &chance) ?? .negativeBinomialOfUpperMean
            guard let found = try? Exceedance(of: counts, at: counts.count - 1, settings: settings) else { continue }
            for number in [found.expected, found.bound, found.score, found.trend] {
                #expect(number?.isFinite ?? true)
            }
            #expect((0...1).contains(found.probability) && found.dispersion >= 1)
        }
    }

    @Test("what can’t be judged is refused with what to do")
    func refused() {
        let counts: [Int?] = Array(repeating: 9, count: 60)
        func refuse(
            _ refusal: StatisticsRefusal, _ counts: [Int?], _ change: (inout Exceedance.Settings) -> Void = { _ in }
        ) {
            var settings = Exceedance.Settings()
            change(&settings)
            #expect(throws: refusal) { try Exceedance(of: counts, at: 59, settings: settings) }
        }
        refuse(.monthMissing(59), counts.dropLast() + [nil])
        refuse(.noSuchMonth(59, months: 3), [1, 2, 3])
        refuse(.negativeCount(-1), counts.dropLast() + [-1])
        refuse(.tooFewYears(4, needed: 5), counts) { $0.years = 5 }
        refuse(.windowsOverlap(6, period: 12), counts) { $0.halfWindow = 6 }
        refuse(.tooManyBlocks(9, most: 8), counts) { $0.blocks = 9 }
        refuse(.tooManyBlocks(0, most: 8), counts) { $0.blocks = 0 }
        refuse(.tail(0.5), counts) { $0.tail = 0.5 }
        refuse(.settingTooSmall("number of years", 0, least: 1), counts) { $0.years = 0 }
        refuse(
            .baselineTooThin(known: 7, needed: 10),
            counts.enumerated().map { $0 >= 9 && $0 < 40 && $0 != 33 && $0 != 34 ? nil : $1 })
        #expect(throws: StatisticsRefusal.wrongLength(3, expected: 60)) {
            try Exceedance(of: counts, at: 59, populations: [1, 2, 3])
        }
        #expect(throws: StatisticsRefusal.notPositive(0)) {
            try Exceedance(of: counts, at: 59, populations: Array(repeating: 0, count: 60))
        }
    }
}
