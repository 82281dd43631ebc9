import DataFiles
import DataRegister
import Testing

@testable import Assessment

@Suite("What is counted by the month has the ground of its heading beside it")
struct MonthsExhibitTests {
    private func series(_ year: Int, _ counts: [Int?]) throws -> CountSeries {
        let set = try #require(DataSetAddress("accident-and-emergency"))
        let address = try #require(MeasureAddress("\(set)/assaults"))
        let period = Period.calendarYear(year)
        return CountSeries(
            measures: [Measure(address, name: "Assaults", unit: "arrivals", polarity: .lowIsGood)],
            places: [.district("Thanet")], grain: .month,
            points: try zip(period.months, counts).map { month, count in
                CountSeries.Point(try Period(from: month, to: month), count: count)
            },
            breaks: [], citation: Citation(set, name: "Hospital arrivals", releases: []))
    }

    private func exhibit(_ before: [Int?], _ after: [Int?]) throws -> DistrictExhibit {
        MonthsExhibit(
            try series(2015, after), over: .calendarYear(2015), try series(2014, before), over: .calendarYear(2014),
            called: "Assaults known to the hospital"
        ).exhibit
    }

    @Test("a change has both counts, its interval and whether it is more than chance, in words and for programs")
    func ground() throws {
        let found = try exhibit(
            [51, 47, 52, 49, 50, 53, 48, 50, 51, 49, 52, 48], [62, 65, 61, 64, 66, 60, 63, 62, 65, 61, 64, 63])

        #expect(found.finding == "Assaults known to the hospital rose by 26.0% in 2015")
        let sentence = "Assaults in Thanet rose by 26.0% (95% interval "
        #expect(found.sentence.hasPrefix(sentence), "\(found.sentence)")
        #expect(
            found.sentence.contains("from 600 in 2014 to 756 in 2015: more than chance would give."),
            "\(found.sentence)")
        #expect(found.sentence.contains("highest"), "and its highest and lowest month stay: \(found.sentence)")
        let change = try #require(found.change)
        #expect((change.countBefore, change.countAfter) == (600, 756))
        #expect(change.percent == 26 && change.verdict == "rise" && change.unit == "arrivals")
        #expect(try #require(change.percentLower) > 0)
        #expect(try #require(change.percentUpper) > 26)
    }

    @Test("where a month is missing no change is told")
    func missing() throws {
        let found = try exhibit([Int?](repeating: 50, count: 12), [nil] + [Int?](repeating: 60, count: 11))
        #expect(found.finding == nil && found.change == nil)
    }
}
