import Storage
import Testing
import WorkingDays

@Suite("Days are counted as the calendar has them")
struct DayArithmeticTests {
    @Test("Every day of 1600 to 2400 comes after the one before, and is found again from its number")
    func allDays() throws {
        var day = try #require(Day("1600-01-01"))
        var weekday = Weekday(of: day)
        #expect(weekday == .saturday)
        while day.year < 2400 {
            let next = day.adding(days: 1)
            #expect(next.serial == day.serial + 1 && next.adding(days: -1) == day && Day(serial: day.serial) == day)
            let following = Weekday(of: next)
            #expect(following.rawValue == (weekday.rawValue + 1) % 7)
            (day, weekday) = (next, following)
        }
    }

    @Test(
        "Days of the week are those of the calendar",
        arguments: [("2016-02-09", Weekday.tuesday), ("1970-01-01", .thursday), ("2027-03-28", .sunday)])
    func weekdays(_ text: String, _ weekday: Weekday) throws {
        #expect(Weekday(of: try #require(Day(text))) == weekday)
    }
}
