import Foundation
import Storage
import Testing

@Suite("A time of day is what London’s clocks show")
struct TimeOfDayTests {
    @Test(
        "It is said as people say it, and read again from what a clock shows",
        arguments: [
            ("00:00", "12 midnight"), ("00:30", "12.30 am"), ("09:05", "9.05 am"), ("12:00", "12 noon"),
            ("12:01", "12.01 pm"), ("19:00", "7.00 pm"), ("23:59", "11.59 pm"),
        ])
    func words(_ clock: String, _ words: String) throws {
        let time = try #require(TimeOfDay(clock))

        #expect(time.words == words && time.description == clock && TimeOfDay(minutes: time.minutes) == time)
    }

    @Test("What no clock shows is none", arguments: ["24:00", "7:00", "19.00", "19:60", "", "１9:00", "-1:00"])
    func none(_ text: String) {
        #expect(TimeOfDay(text) == nil)
    }

    @Test("Its moment on a day is an hour earlier in UTC while summer time runs")
    func moments() throws {
        let seven = try #require(TimeOfDay(hour: 19, minute: 0))

        #expect(seven.moment(on: try #require(Day("2016-02-09"))).ISO8601Format() == "2016-02-09T19:00:00Z")
        #expect(seven.moment(on: try #require(Day("2016-07-12"))).ISO8601Format() == "2016-07-12T18:00:00Z")
    }

    @Test("In the hour left out in March it comes after the change, and in the one that comes twice the first time")
    func changes() throws {
        let time = try #require(TimeOfDay("01:30"))

        #expect(time.moment(on: try #require(Day("2016-03-27"))).ISO8601Format() == "2016-03-27T01:30:00Z")
        #expect(time.moment(on: try #require(Day("2016-10-30"))).ISO8601Format() == "2016-10-30T00:30:00Z")
        #expect(TimeOfDay(time.moment(on: try #require(Day("2016-10-30")))) == time)
    }
}
