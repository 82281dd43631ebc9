import Foundation
import Storage
import Testing

@Suite("A calendar day")
struct DayTests {
    @Test("it is read as it is written", arguments: ["2016-02-09", "2016-02-29", "0001-01-01", "9999-12-31"])
    func roundTrip(text: String) {
        #expect(Day(text)?.description == text)
    }

    @Test(
        "what the calendar does not have is no day",
        arguments: ["2015-02-29", "1900-02-29", "2016-04-31", "2016-00-10", "2016-1-1", "16-02-09", "2016-02-09 ", ""])
    func none(text: String) {
        #expect(Day(text) == nil)
    }

    @Test("it is London’s day, an hour ahead in summer")
    func london() throws {
        let late = try #require(ISO8601DateFormatter().date(from: "2016-06-30T23:30:00Z"))
        #expect(Day(late).description == "2016-07-01")
        let winter = try #require(ISO8601DateFormatter().date(from: "2016-01-31T23:30:00Z"))
        #expect(Day(winter).description == "2016-01-31")
    }

    @Test("days stand in order")
    func order() throws {
        let days = ["2016-02-09", "2015-12-31", "2016-01-10"].compactMap { Day($0) }
        #expect(days.sorted().map(\.description) == ["2015-12-31", "2016-01-10", "2016-02-09"])
    }
}
