import DataFiles
import SampleData
import Storage
import Testing
import Web

@testable import DataRegister

@Suite("By when a data set is due, and whether it came")
struct ExpectedDeliveryTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private func ambulance(_ frequency: DataSet.Frequency, since: Month? = "2015-01", due: Due) throws -> DataSet {
        DataSet(
            try #require(DataSetAddress("ambulance")), name: "Ambulance", provider: .named("The ambulance service"),
            holds: "Callouts.", frequency: frequency, since: since, due: due, isDepersonalised: true, licence: "none",
            absentRows: .none)
    }

    @Test(
        "the quarterly duty is by the end of the quarter that follows (SI 2007/1831)",
        arguments: [
            ("2015-01", "2015-03", "2015-06-30"), ("2015-10", "2015-12", "2016-03-31"),
            ("2015-02", "2015-02", "2015-06-30"),
        ])
    func endOfNextQuarter(from: String, to: String, due: String) throws {
        let period = try Period(from: try #require(Month(from)), to: try #require(Month(to)))
        #expect(Due.endOfNextQuarter.day(for: period) == (try day(due)))
    }

    @Test("so many days are counted from the last day of the period, over the end of February too")
    func days() throws {
        let month = try Period(from: "2016-01", to: "2016-01")
        #expect(Due.days(30).day(for: month) == (try day("2016-03-01")))
        #expect(Due.days(0).day(for: month) == (try day("2016-01-31")))
        #expect(Due.never.day(for: month) == nil)
    }

    @Test("however far off the first month is, what is expected ends, and begins no earlier than data do")
    func farOff() throws {
        let today = try day("2016-02-09")
        for ordinal in [-1_000_000, -13, -1, 0, 11, 12, 119_999, 120_000, 1_000_000] {
            let month = Month(ordinal: ordinal)
            #expect(month.lastDay > month.firstDay)
            #expect((1...12).contains(month.number) && !month.description.isEmpty && !month.name.isEmpty)
            for frequency in DataSet.Frequency.allCases {
                let set = try ambulance(frequency, since: month, due: .endOfNextQuarter)
                let expected = set.expected(by: today, firstReceived: [month: today])
                #expect(expected.count <= 218, "\(month), \(frequency)")
                #expect(expected.allSatisfy { $0.period.from.year >= 1998 })
            }
        }
    }

    @Test(
        "what is published month by month is owed by nobody, and it is said which months are out and which comes next")
    func published() throws {
        let street = try #require(DataSet.builtIn.first { $0.address == .streetCrime })
        func standing(_ months: ClosedRange<Month>?, on day: String) throws -> DataSetStanding {
            let day = try self.day(day)
            let here = months.map { Dictionary(uniqueKeysWithValues: $0.map { ($0, day) }) } ?? [:]
            return DataSetStanding(
                set: street, received: nil, months: Set(here.keys),
                expected: street.expected(by: day, firstReceived: here),
                day: day)
        }
        let late = try standing("2014-01"..."2014-11", on: "2015-04-09")
        #expect(late.expected.isEmpty && late.overdue.isEmpty)
        #expect(late.outMeanwhile == "2014-12"..."2015-01")
        #expect(late.dueWords.description.contains("December 2014 and January 2015 are out and not here yet"))
        let upToDate = try standing("2014-01"..."2015-01", on: "2015-04-09")
        #expect(upToDate.outMeanwhile == nil)
        #expect(upToDate.dueWords.description == "February 2015, which comes out about May 2015")
        #expect(try standing(nil, on: "2015-04-09").outMeanwhile == nil)
    }

    @Test(
        "how a due date is kept reads back as it was",
        arguments: [Due.days(75), .endOfNextQuarter, .published(monthsAfter: 2), .never])
    func kept(due: Due) {
        #expect(Due(sqlValue: due.sqlValue) == due)
    }

    @Test("a quarter that came in time, one that came late, one that is overdue and one that is not yet due")
    func quarters() throws {
        let set = try ambulance(.quarter, due: .endOfNextQuarter)
        var received: [Month: Day] = [:]
        for month in ["2015-01", "2015-02", "2015-03"] as [Month] { received[month] = try day("2015-05-02") }
        for month in ["2015-04", "2015-05", "2015-06"] as [Month] { received[month] = try day("2015-10-01") }
        received["2015-07"] = try day("2015-11-01")
        let today = try day("2016-01-15")
        let expected = set.expected(by: today, firstReceived: received)
        #expect(
            expected.map(\.period.description) == [
                "January to March 2015", "April to June 2015", "July to September 2015", "October to December 2015",
            ])
        #expect(expected.map(\.wasLate) == [false, true, false, false])
        #expect(expected.map { $0.isOverdue(on: today) } == [false, false, true, false])
        #expect(expected[2].received == nil, "a month of the three is not the quarter")
    }

    @Test("a period that has not ended is not awaited, and what comes once or has not begun awaits nothing")
    func nothingAwaited() throws {
        let monthly = try ambulance(.month, due: .days(10))
        #expect(monthly.expected(by: try day("2015-01-31"), firstReceived: [:]).isEmpty)
        #expect(monthly.expected(by: try day("2015-02-01"), firstReceived: [:]).count == 1)
        #expect(try ambulance(.once, due: .days(1)).expected(by: try day("2016-01-01"), firstReceived: [:]).isEmpty)
        let unbegun = try ambulance(.month, since: nil, due: .days(1))
        #expect(unbegun.expected(by: try day("2016-01-01"), firstReceived: [:]).isEmpty)
    }
}
