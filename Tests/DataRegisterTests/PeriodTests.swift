import DataFiles
import SampleData
import Testing

@testable import DataRegister

@Suite("A period is whole months on end")
struct PeriodTests {
    @Test(
        "it reads as people say it",
        arguments: [
            ("2015-01", "2015-12", "2015"),
            ("2013-01", "2015-12", "2013 to 2015"),
            ("2014-01", "2014-11", "January to November 2014"),
            ("2014-10", "2015-03", "October 2014 to March 2015"),
            ("2014-06", "2014-06", "June 2014"),
            ("2014-12", "2015-12", "December 2014 to December 2015"),
        ] as [(Month, Month, String)])
    func wording(from: Month, to: Month, words: String) throws {
        #expect(try Period(from: from, to: to).description == words)
    }

    @Test(
        "both ends belong to it",
        arguments: [("2014-06", "2014-06", 1), ("2014-01", "2014-12", 12), ("2014-11", "2015-02", 4)]
            as [(Month, Month, Int)])
    func count(from: Month, to: Month, count: Int) throws {
        let period = try Period(from: from, to: to)
        #expect(period.count == count)
        #expect(period.months.count == count)
        #expect(period.months.first == from)
        #expect(period.months.last == to)
    }

    @Test("the year before has the same months of the calendar, so that the season is the same")
    func yearBefore() throws {
        let winter = try Period(from: "2014-11", to: "2015-02")
        #expect(winter.yearBefore == (try Period(from: "2013-11", to: "2014-02")))
        #expect(winter.hasSameSeason(as: winter.yearBefore))
        #expect(!winter.hasSameSeason(as: try Period(from: "2014-10", to: "2015-01")))
        #expect(!winter.hasSameSeason(as: try Period(from: "2013-11", to: "2014-01")))
    }

    @Test(
        "its population is that of the year most of its months lie in, the earlier where two share them",
        arguments: [
            ("2014-01", "2014-12", 2014), ("2014-10", "2015-03", 2014), ("2014-11", "2015-10", 2015),
            ("2014-07", "2015-06", 2014), ("2013-01", "2015-12", 2013),
        ] as [(Month, Month, Int)])
    func mainYear(from: Month, to: Month, year: Int) throws {
        #expect(try Period(from: from, to: to).mainYear == year)
    }

    @Test("one that ends before it begins, or lasts more than ten years, is refused with what to choose")
    func refusals() throws {
        #expect(throws: PeriodRefusal.endsBeforeItBegins(from: "2014-11", to: "2014-01")) {
            try Period(from: "2014-11", to: "2014-01")
        }
        #expect(throws: PeriodRefusal.tooLong(from: "2011-01", to: "2021-01")) {
            try Period(from: "2011-01", to: "2021-01")
        }
        #expect(try Period(from: "2011-01", to: "2020-12").count == 120)
        #expect(
            PeriodRefusal.endsBeforeItBegins(from: "2014-11", to: "2014-01").description
                == "The period ends (2014-01) before it begins (2014-11). "
                + "Choose a last month that is not before the first.")
    }

    @Test(
        "where nobody chose, the same months of the year before are set against it, and before more than a year what was before",
        arguments: [
            (Period(first: "2014-01", count: 11), Period(first: "2013-01", count: 11)),
            (Period(first: "2014-01", count: 12), Period(first: "2013-01", count: 12)),
            (Period(first: "2014-01", count: 24), Period(first: "2012-01", count: 24)),
        ])
    func usualComparison(_ period: Period, _ expected: Period) {
        #expect(period.usualComparison == expected)
    }
}
