import Storage
import Testing

@testable import StrategicAssessment

@Suite("A plan year runs from 1 April to 31 March")
struct PlanYearTests {
    @Test(
        "the year of a day",
        arguments: [("2016-03-31", "2015/16"), ("2016-04-01", "2016/17"), ("1999-12-31", "1999/00")])
    func ofDay(day: String, year: String) throws {
        #expect(PlanYear(of: try #require(Day(day)))?.description == year)
    }

    @Test("it is read as it is written, and as it stands in addresses, and nothing looser")
    func read() {
        #expect(PlanYear("2015/16")?.slug == "2015-16")
        #expect(PlanYear(slug: "2015-16")?.description == "2015/16")
        for text in ["2015/17", "2015", "15/16", "2015/2016", "1997/98", "", "2015-16/"] {
            #expect(PlanYear(text) == nil, "\(text)")
        }
    }
}
