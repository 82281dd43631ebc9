import Foundation
import Storage
import Testing
import WorkingDays

@Suite("A publication counts from the day that its moment falls on in London")
struct PublicationMomentTests {
    @Test("A minute past five moves it to the next day that the offices are open")
    func cutoff() throws {
        let meeting = try #require(Day("2016-02-09"))
        let days = ClearDays(5, counting: .working)

        // 1 February 2016 was a Monday.
        let inTime = days.notice(publishedAt: try moment("2016-02-01", "17:00"), before: meeting)
        let late = days.notice(publishedAt: try moment("2016-02-01", "17:01"), before: meeting)

        #expect(inTime.day.description == "2016-02-01" && inTime.clearDays == 5 && inTime.isEnough)
        #expect(inTime.moved == nil)
        #expect(late.day.description == "2016-02-02" && late.clearDays == 4 && !late.isEnough)
        #expect(late.moved == "Published after 5.00 pm")
        #expect(days.latestPublication(before: meeting) == inTime.day)
    }

    @Test("After five on a Friday, or at the weekend, it counts from Monday")
    func weekend() throws {
        let days = ClearDays(5, counting: .working)

        for (day, time) in [("2016-01-29", "17:01"), ("2016-01-30", "09:00"), ("2016-01-31", "23:59")] {
            #expect(days.day(ofPublicationAt: try moment(day, time)).description == "2016-02-01")
        }
        let sunday = days.notice(
            publishedAt: try moment("2016-01-31", "10:00"), before: try #require(Day("2016-02-09")))
        #expect(sunday.moved == "Published on a day when the offices are closed: Sunday")
    }

    @Test("A body that sets no time has the whole day", arguments: ["00:00", "17:01", "23:59"])
    func wholeDay(_ time: String) throws {
        let days = ClearDays(5, counting: .working, cutoff: nil)

        #expect(days.day(ofPublicationAt: try moment("2016-02-01", time)).description == "2016-02-01")
        #expect(days.deadline(before: try #require(Day("2016-02-09"))).words == "1 February 2016")
    }

    @Test(
        "A minute before midnight and a minute after are two days, on nights when the clocks change too",
        arguments: [
            "2016-02-09", "2016-03-26", "2016-03-27", "2016-07-14", "2016-10-29", "2016-10-30", "2016-12-31",
        ])
    func midnight(_ text: String) throws {
        let day = try #require(Day(text))
        let midnight = day.moments.upperBound

        #expect(Day(midnight.addingTimeInterval(-60)) == day)
        #expect(Day(midnight.addingTimeInterval(60)) == day.adding(days: 1))
        #expect(TimeOfDay(midnight.addingTimeInterval(-60)).description == "23:59")
        #expect(TimeOfDay(midnight.addingTimeInterval(60)).description == "00:01")
        let friday = try #require(Day("2026-03-27"))
        let days = ClearDays(1, counting: .calendar, cutoff: nil)
        #expect(days.day(ofPublicationAt: friday.moments.upperBound.addingTimeInterval(-60)) == friday)
        #expect(days.day(ofPublicationAt: friday.moments.upperBound.addingTimeInterval(60)) != friday)
    }

    @Test("Nothing is notice that comes on the day of the meeting or later")
    func tooLate() throws {
        let meeting = try #require(Day("2016-02-09"))

        for day in ["2016-02-09", "2016-02-10"] {
            let notice = ClearDays(0, counting: .working).notice(publishedAt: try moment(day, "09:00"), before: meeting)
            #expect(notice.clearDays == 0 && !notice.isEnough)
            #expect(notice.days.map(\.standing) == [.meeting])
        }
        #expect(
            ClearDays(0, counting: .working)
                .notice(publishedAt: try moment("2016-02-08", "09:00"), before: meeting).isEnough)
    }

    private func moment(_ day: String, _ time: String) throws -> Date {
        try #require(TimeOfDay(time)).moment(on: try #require(Day(day)))
    }
}
