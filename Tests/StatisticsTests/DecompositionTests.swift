import Foundation
import Testing

@testable import Statistics

@Suite("Decompositions")
struct DecompositionTests {
    /// A line with a season that adds up to 0 over a year: what STL finds exactly.
    static func lineWithSeason(_ months: Int) -> [Double] {
        let season = [5.0, -3, 8, 0, -7, 2, -1, 4, -6, 1, 3, -6]
        return (0..<months).map { 40 + 0.5 * Double($0) + season[$0 % 12] }
    }

    /// Counts with a season and chance, some of them missing.
    static func made(_ months: Int, missing: Int, _ chance: inout SeededGenerator) -> [Double?] {
        (0..<months).map { month in
            guard Int.random(in: 0..<100, using: &chance) >= missing else { return nil }
            return 50 + 20 * sin(Double(month) * .pi / 6) + Double.random(in: -10...10, using: &chance)
        }
    }

    @Test("trend, season and remainder add up to the series, missing months stay missing")
    func addsUp() throws {
        var chance = SeededGenerator(seed: 21)
        for months in [24, 37, 60, 121] {
            for robust in [false, true] {
                var settings = STL.Settings()
                settings.isRobust = robust
                let values = Self.made(months, missing: months > 48 ? 8 : 0, &chance)
                let parts = try STL(count: months, settings: settings).decomposition(of: values)
                for month in 0..<months {
                    let remainder = parts.remainder[month]
                    #expect((remainder == nil) == (values[month] == nil))
                    #expect(parts.seasonal[month].isFinite && parts.trend[month].isFinite)
                    guard let value = values[month], let remainder else { continue }
                    #expect((parts.trend[month] + parts.seasonal[month] + remainder - value).magnitude < 1e-9)
                }
                #expect(parts.weights.allSatisfy { (0...1).contains($0) })
            }
        }
    }

    @Test("a line with a steady season is taken apart exactly, also where months are missing", arguments: [0, 1, 2])
    func exact(gaps: Int) throws {
        let whole = Self.lineWithSeason(61)
        var values: [Double?] = whole
        for gap in [7, 8, 30][..<gaps] + (gaps > 0 ? [60] : []) { values[gap] = nil }
        let parts = try Decomposition(of: values)
        for month in whole.indices {
            #expect((parts.trend[month] - 40 - 0.5 * Double(month)).magnitude < 1e-9)
            #expect((parts.trend[month] + parts.seasonal[month] - whole[month]).magnitude < 1e-9)
        }
    }

    @Test("a series that never changes is all trend, and nothing is said of its season")
    func constant() throws {
        for robust in [false, true] {
            var settings = STL.Settings()
            settings.isRobust = robust
            let parts = try STL(count: 48, settings: settings).decomposition(of: Array(repeating: 7, count: 48))
            #expect(parts.trend.allSatisfy { isClose($0, 7) })
            #expect(parts.seasonal.allSatisfy { $0.magnitude < 1e-12 })
            #expect(parts.seasonalStrength == nil && parts.trendStrength == nil)
            #expect(!Seasonality(of: parts).isPresent)
        }
    }

    @Test("a spike leaves no trace in a robust decomposition, and in another it does")
    func spike() throws {
        let plain = Self.lineWithSeason(120)
        var values: [Double?] = plain.enumerated().map { $1 + ($0 % 7 == 3 ? 0.4 : -0.1) }
        values[50] = plain[50] + 300
        var settings = STL.Settings()
        settings.isRobust = true
        let robust = try STL(count: 120, settings: settings).decomposition(of: values)
        let usual = try Decomposition(of: values)
        let season = plain[50] - 40 - 25
        #expect(robust.weights[50] == 0)
        #expect((robust.seasonal[50] - season).magnitude < 1)
        #expect((usual.seasonal[50] - season).magnitude > 10)
    }

    @Test("another unit and another zero change nothing but the unit and the level")
    func equivariant() throws {
        var chance = SeededGenerator(seed: 22)
        for _ in 0..<20 {
            let values = Self.made(60, missing: 5, &chance)
            let one = try Decomposition(of: values)
            let other = try Decomposition(of: values.map { $0.map { 3 * $0 + 1000 } })
            for month in 0..<60 {
                #expect((other.seasonal[month] - 3 * one.seasonal[month]).magnitude < 1e-9)
                #expect((other.trend[month] - 3 * one.trend[month] - 1000).magnitude < 1e-9)
            }
        }
    }

    @Test("five years of chance seldom pass for a season, and a season of a quarter nearly always does")
    func seasonality() throws {
        var chance = SeededGenerator(seed: 23)
        var (seen, missed) = (0, 0)
        for _ in 0..<100 {
            let noise = (0..<60).map { _ in Double.random(in: 0...30, using: &chance) }
            let swing = noise.enumerated().map { $1 + 12.5 * sin(Double($0) * .pi / 6) }
            if Seasonality(of: try Decomposition(of: noise)).isPresent { seen += 1 }
            if !Seasonality(of: try Decomposition(of: swing)).isPresent { missed += 1 }
        }
        #expect(seen < 20)
        #expect(missed < 3)
    }

    @Test("what can’t be taken apart is refused with what to do")
    func refused() throws {
        #expect(throws: StatisticsRefusal.tooShortForSeason(months: 23, period: 12)) {
            try Decomposition(of: Array(repeating: 1, count: 23))
        }
        #expect(throws: StatisticsRefusal.tooShortForSeason(months: 0, period: 12)) { try Decomposition(of: []) }
        var gap: [Double?] = Self.lineWithSeason(36)
        for month in [3, 15] { gap[month] = nil }
        #expect(throws: StatisticsRefusal.monthSeldomKnown(position: 4)) { try Decomposition(of: gap) }
        #expect(throws: StatisticsRefusal.wrongLength(25, expected: 24)) {
            try STL(count: 24).decomposition(of: Array(repeating: 1, count: 25))
        }
        #expect(throws: StatisticsRefusal.monthNotFinite(.infinity)) {
            try Decomposition(of: [.infinity] + Array(repeating: 1, count: 30))
        }
        #expect(throws: StatisticsRefusal.outOfRange) {
            try Decomposition(of: (0..<36).map { $0 % 2 == 0 ? 1.7e308 : -1.7e308 })
        }
    }

    @Test(
        "a window that is even, too narrow or absurdly wide is refused",
        arguments: [
            (12, 21, 13), (1, 21, 13), (13, 12, 13), (13, 20, 13), (13, 21, 11), (13, .max, 13), (.max, 21, 13),
        ])
    func windows(seasonal: Int, trend: Int, lowPass: Int) {
        var settings = STL.Settings()
        (settings.seasonalWindow, settings.trendWindow, settings.lowPassWindow) = (seasonal, trend, lowPass)
        #expect(throws: StatisticsRefusal.self) { try STL(count: 60, settings: settings) }
        settings = STL.Settings()
        settings.period = .max
        #expect(throws: StatisticsRefusal.self) { try STL(count: 60, settings: settings) }
    }
}
