import DataFiles
import SampleData
import Statistics
import Testing

@testable import Assessment
@testable import DataRegister

@Suite("Months out of the ordinary, and what cannot be judged")
struct SeriesSignalsTests {
    static let year2015 = Period.calendarYear(2015)

    /// Six years of counts about a mean with a season, to December 2015.
    static func counts(_ mean: Double = 100, years: Int = 6) -> [Int?] {
        (0..<12 * years).map { month in
            let season = [0.8, 0.8, 0.9, 1, 1.1, 1.2, 1.2, 1.2, 1.1, 1, 0.9, 0.8][month % 12]
            let chance = [7, -6, 2, -9, 4, 8, -3, 1, -8, 5, -2][month % 11]
            return Int(mean * season) + chance
        }
    }

    static func signals(
        _ counts: [Int?], named name: String = "burglary", breaks: [ComparabilityBreak] = [],
        judging period: Period = year2015
    ) throws -> SeriesSignals {
        let last = Month(year: 2015, number: 12)
        let first = last.advanced(by: 1 - counts.count)
        let address = try #require(MeasureAddress(in: .streetCrime, called: name))
        return try SeriesSignals(
            CountSeries(
                measures: [Measure(address, name: "Burglary", unit: "crimes", polarity: .lowIsGood)],
                places: [.district("Thanet")], grain: .month,
                points: counts.enumerated().map { index, count in
                    let month = first.advanced(by: index)
                    return CountSeries.Point(Period(first: month, count: 1), count: count)
                },
                breaks: breaks, citation: Citation(.streetCrime, name: "Street-level crime", releases: [])),
            judging: period)
    }

    @Test("a month twice as high as its season is high, one half as high is low, and the others are usual")
    func found() throws {
        var counts = Self.counts()
        counts[66] = 240
        counts[69] = 45
        let signals = try Self.signals(counts)
        #expect(signals.judged.count == 12)
        #expect(signals.signals.map(\.month) == ["2015-07", "2015-10"])
        #expect(signals.signals.map(\.finding) == [.high, .low])
        let july = signals.signals[0]
        #expect(july.method == .exceedance(years: 5))
        let sentence = july.sentence("Burglary in Thanet", unit: "crimes")
        #expect(
            sentence.hasPrefix("Burglary in Thanet in July 2015 was unusually high: 240 crimes, where about 11"),
            "\(sentence)")
        #expect(sentence.hasSuffix("would be usual."))
        #expect(signals.sentence.contains("2 of 12 months that could be judged were out of the ordinary"))
        #expect(signals.sentence.contains("Were nothing changed, chance alone would still mark fewer than one of 12."))
        #expect(abs(signals.falseAlarms - 0.6) < 1e-9)
    }

    @Test("a month that is missing is not judged, and is never a low one")
    func missing() throws {
        var counts = Self.counts()
        counts[64] = nil
        let may = try #require(try Self.signals(counts).judged.first { $0.month == "2015-05" })
        #expect(may.finding == .notJudged(.missing) && may.count == nil && may.expected == nil)
        #expect(try Self.signals(counts).judgedMonths.count == 11)
    }

    @Test("a series too short is not judged, and it is said how many months it takes")
    func short() throws {
        let signals = try Self.signals(Self.counts(years: 2))
        #expect(signals.judgedMonths.isEmpty && signals.falseAlarms == 0)
        #expect(
            signals.reasons.map(\.reason.sentence) == [
                "24 months are here that are counted in one way, and it takes 39: three years of the same season. Import "
                    + "earlier months."
            ])
        #expect(signals.sentence.hasPrefix("Burglary in Thanet: no month could be judged. 24 months are here"))
    }

    @Test(
        "no month is held against one from before recording changed; those before the change are judged for themselves")
    func broken() throws {
        let change = ComparabilityBreak(
            .recording, from: "2015-06", "In June 2015 the force changed its system.", source: "Kent Police")
        let signals = try Self.signals(Self.counts(), breaks: [change])
        #expect(signals.judgedMonths.map(\.month) == ["2015-01", "2015-02", "2015-03", "2015-04", "2015-05"])
        let reason = try #require(signals.reasons.first)
        #expect(signals.reasons.count == 1 && reason.months.count == 7)
        #expect(
            reason.reason.sentence.hasPrefix("In June 2015 the force changed its system. 7 months are here"),
            "\(reason.reason.sentence)")
    }

    @Test("a change from long before what is here is no reason: earlier months would do")
    func importable() throws {
        let change = ComparabilityBreak(.categories, from: "2010-06", "The types changed.", source: "data.police.uk")
        let counts = [Int?](repeating: nil, count: 48) + Self.counts(years: 2)
        let reason = try #require(try Self.signals(counts, breaks: [change]).reasons.first?.reason)
        #expect(reason == .tooShort(months: 24, after: nil))
    }

    @Test("a constant series is doubted, and one of nothing expects nothing")
    func constant() throws {
        let same = try Self.signals(Array(repeating: 50, count: 72))
        #expect(same.judgedMonths.isEmpty)
        #expect(same.reasons.first?.reason == .constant(50))
        let none = try Self.signals(Array(repeating: 0, count: 72))
        #expect(none.reasons.first?.reason == .noneBefore)
        var first = [Int?](repeating: 0, count: 72)
        for month in 68..<72 { first[month] = 9 }
        #expect(try Self.signals(first).reasons.last?.reason == .noneBefore, "nothing to expect, so nothing is unusual")
        #expect(try Self.signals(Array(repeating: nil, count: 72)).reasons.first?.reason == .missing)
    }

    @Test(
        "with three years and no room for the season about them a control chart takes over, adjusted where there is one"
    )
    func charted() throws {
        var counts = Array(Self.counts().suffix(37))
        counts[30] = 260
        let signals = try Self.signals(counts)
        let july = try #require(signals.judged.first { $0.month == "2015-06" })
        #expect(july.method == .chartOfAdjusted || july.method == .chart)
        #expect(july.finding == .high && july.cause == .aboveUpperLimit)
        #expect(july.sentence("Burglary", unit: "crimes").contains("It is above the upper limit."))
        #expect(abs(signals.falseAlarms - 0.08 * 12) < 1e-9)
    }

    @Test("where there are hardly any, none is called high or low")
    func few() throws {
        let signals = try Self.signals((0..<72).map { $0 % 6 == 0 ? 1 : 0 })
        #expect(signals.judgedMonths.isEmpty)
        #expect(signals.reasons.map(\.reason) == [.tooFewLately, .noneBefore])
    }

    @Test("all months of all types are allowed for together, and how many chance would mark is said")
    func overview() throws {
        var high = Self.counts()
        high[66] = 500
        var nearly = Self.counts()
        nearly[60] = 108
        let overview = try SignalsOverview(
            of: .district("Thanet"), over: Self.year2015,
            [
                try Self.signals(high), try Self.signals(nearly, named: "robbery"),
                try Self.signals(Self.counts(years: 2), named: "drugs"),
            ])
        #expect(overview.tests == 24)
        let clear = overview.signals.filter(\.month.isClear)
        #expect(clear.map(\.month.month) == ["2015-07"])
        #expect(overview.signals.contains { !$0.month.isClear }, "one that is out of the range but may well be chance")
        #expect(overview.untold.map(\.slug) == ["drugs"])
        #expect(overview.sentence.contains("chance alone would still mark up to about one of 24."))
        let csv = String(decoding: SignalTables(overview: overview).csv, as: UTF8.self)
        #expect(csv.contains("Thanet,Burglary,2015-07,500,"))
        #expect(csv.split(separator: "\r\n").count == 37)
        let table = SignalTables(overview: overview).untold
        #expect(table.rows.map { $0[1] } == ["2015"])
    }
}
