import Foundation
import Testing

@testable import Statistics

@Suite("How a series is watched")
struct SignalChoiceTests {
    private func noise(_ months: Int, seed: UInt64, swing: Double) -> [Double] {
        var chance = SeededGenerator(seed: seed)
        return (0..<months).map { 50 + swing * sin(Double($0) * .pi / 6) + Double.random(in: -5...5, using: &chance) }
    }

    @Test("counts with three years before them are compared with those years", arguments: [(39, 3), (60, 4), (90, 5)])
    func counts(months: Int, years: Int) throws {
        let choice = try SignalChoice(counts: (0..<months).map { 20 + $0 % 5 })
        #expect(choice.method == .exceedance(years: years))
        #expect(choice.reason == .history(years: years))
        #expect(choice.sentence.contains("\(years) years"))
        #expect(choice.charted == nil)
    }

    @Test("a measure with a season is charted seasonally adjusted, one without as it is")
    func measures() throws {
        let seasonal = try SignalChoice(measures: noise(60, seed: 51, swing: 20))
        #expect(seasonal.method == .chartOfAdjusted)
        let adjusted = try #require(seasonal.charted).compactMap { $0 }
        #expect(adjusted.count == 60 && adjusted.allSatisfy { ($0 - 50).magnitude < 15 })
        let plain = noise(60, seed: 52, swing: 0)
        let level = try SignalChoice(measures: plain)
        #expect(level.method == .chart && level.charted == plain)
    }

    @Test("a month that is missing stays missing on the chart")
    func missing() throws {
        var values: [Double?] = [nil, nil] + noise(60, seed: 53, swing: 20)
        values[30] = nil
        let choice = try SignalChoice(measures: values)
        let charted = try #require(choice.charted)
        #expect(choice.method == .chartOfAdjusted && charted.count == 62)
        #expect(charted.indices.filter { charted[$0] == nil } == [0, 1, 30])
    }

    @Test("a series too short to tell a season by is not watched, unless it is known to have none")
    func short() throws {
        let values = noise(20, seed: 54, swing: 0)
        #expect(try SignalChoice(measures: values).reason == .tooShort(months: 20))
        let known = try SignalChoice(measures: values, hasNoSeason: true)
        #expect(known.method == .chart && known.reason == .knownToHaveNoSeason)
        #expect(
            try SignalChoice(measures: Array(values[..<12]), hasNoSeason: true).reason == .tooShortForLimits(months: 12)
        )
        #expect(try SignalChoice(measures: []).reason == .tooShort(months: 0))
        #expect(try SignalChoice(counts: [nil, nil]).reason == .tooShort(months: 0))
        #expect(try SignalChoice(counts: []).method == .none)
    }

    /// A season that may change from year to year leaves so little chance in three years that a chart marks one month in
    /// five of it.
    @Test("a chart of adjusted months marks few of them where nothing but the season happens", arguments: [36, 60, 84])
    func falseAlarms(months: Int) throws {
        var marked = 0
        for seed in 0..<40 {
            let choice = try SignalChoice(measures: noise(months, seed: UInt64(60 + seed), swing: 12))
            let chart = try XmRChart(values: #require(choice.charted), direction: .decrease)
            marked += chart.points.count { $0?.specialCause != nil }
        }
        #expect(marked < 40 * months / 9, "\(marked) of \(40 * months)")
    }

    @Test("so few counts that a chart would cry wolf are not charted")
    func fewEvents() throws {
        let counts = (0..<36).map { $0 % 3 }
        #expect(try SignalChoice(counts: counts).reason == .tooFewEvents(mean: 1))
        #expect(try SignalChoice(counts: counts, hasNoSeason: true).method == .none)
    }

    @Test("counts whose earlier years are mostly missing are not compared with them")
    func gappy() throws {
        var counts: [Int?] = (0..<60).map { 20 + $0 % 5 }
        for month in 10..<50 { counts[month] = nil }
        #expect(try SignalChoice(counts: counts).reason == .tooManyMissing)
    }

    @Test("every choice says why in a sentence")
    func sentences() throws {
        let choices = try [
            SignalChoice(measures: noise(60, seed: 55, swing: 20)),
            SignalChoice(measures: noise(60, seed: 56, swing: 0)),
            SignalChoice(measures: [1]), SignalChoice(counts: [1]),
            SignalChoice(counts: Array(repeating: 9, count: 50)),
        ]
        for choice in choices { #expect(choice.sentence.hasSuffix(".")) }
    }

    @Test("a negative count and an infinite measure are refused")
    func refused() {
        #expect(throws: StatisticsRefusal.negativeCount(-2)) { try SignalChoice(counts: [1, -2]) }
        #expect(throws: StatisticsRefusal.monthNotFinite(.infinity)) { try SignalChoice(measures: [1, .infinity]) }
    }
}
