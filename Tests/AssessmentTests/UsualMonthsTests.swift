import DataFiles
import DataRegister
import SampleData
import Testing

@testable import Assessment

@Suite("Where nobody chose months, the latest twelve that are all here are looked at, and it is said what is missing")
struct UsualMonthsTests {
    private func here(_ ranges: ClosedRange<Month>...) -> Set<Month> { Set(ranges.flatMap { Array($0) }) }

    @Test("of whole years they are the last twelve, and there is nothing to say")
    func whole() throws {
        let usual = try #require(UsualMonths(of: here("2014-01"..."2015-12")))
        #expect(usual.period == (try .year(2015)))
        #expect(usual.words == "2015, against 2014")
        #expect(usual.note == nil)
    }

    @Test("a gap near the end leads to the twelve before it, and what is here beside them is told")
    func gap() throws {
        let usual = try #require(UsualMonths(of: here("2014-01"..."2015-06", "2015-08"..."2015-10")))
        #expect(usual.period == (try Period(from: "2014-07", to: "2015-06")))
        #expect(
            usual.words == "July 2014 to June 2015, against July 2013 to June 2014, of which 6 of 12 months are here")
        #expect(
            usual.note
                == "These are the latest twelve months that are all here. August to October 2015 are here too, but July "
                + "2015 is missing.")
    }

    @Test("where there are no twelve, those on end are looked at, and not a year with a month missing")
    func few() throws {
        let usual = try #require(UsualMonths(of: here("2014-01"..."2014-11")))
        #expect(usual.period == (try Period(from: "2014-01", to: "2014-11")))
        #expect(usual.words == "January to November 2014, against January to November 2013, of which nothing is here")
        #expect(usual.note == "No twelve months on end are here yet, so these 11 are looked at.")
        let scattered = try #require(
            UsualMonths(of: here("2014-01"..."2014-02", "2014-05"..."2014-06", "2014-08"..."2014-08")))
        #expect(scattered.period == (try Period(from: "2014-05", to: "2014-06")))
        #expect(UsualMonths(of: []) == nil)
    }
}
