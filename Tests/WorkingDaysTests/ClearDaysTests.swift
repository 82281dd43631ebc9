import Foundation
import Storage
import Testing
import WorkingDays

@Suite("Clear days are counted as a body’s constitution has it")
struct ClearDaysTests {
    @Test(
        "Papers are due on the day that the table of the rules says",
        arguments: [
            ("2027-01-21", ["2027-01-13", "2027-01-13", "2027-01-14", "2027-01-15"]),
            ("2027-01-19", ["2027-01-11", "2027-01-11", "2027-01-12", "2027-01-13"]),
            ("2027-01-05", ["2026-12-23", "2026-12-21", "2026-12-22", "2026-12-29"]),
            ("2027-04-01", ["2027-03-22", "2027-03-18", "2027-03-19", "2027-03-24"]),
            ("2027-05-06", ["2027-04-27", "2027-04-27", "2027-04-28", "2027-04-29"]),
            ("2028-01-05", ["2027-12-23", "2027-12-21", "2027-12-22", "2027-12-29"]),
        ])
    func vectors(_ meeting: String, _ expected: [String]) throws {
        let meeting = try #require(Day(meeting))
        let ways = [
            ClearDays(5, counting: .working), ClearDays(5, counting: .strict), ClearDays(5, counting: .section243),
            ClearDays(3, counting: .working),
        ]

        #expect(ways.map { $0.latestPublication(before: meeting).description } == expected)
    }

    @Test("Twenty-eight clear days are days of the calendar, and working days are advice")
    func keyDecision() throws {
        let meeting = try #require(Day("2027-01-21"))
        let days = ClearDays(28, counting: .calendar)

        #expect(days.latestPublication(before: meeting).description == "2026-12-23")
        #expect(days.counted(by: .working).latestPublication(before: meeting).description == "2026-12-08")
        #expect(days.deadline(before: meeting).words == "23 December 2026 at 5.00 pm")
    }

    @Test("What is stored for each way of counting never changes")
    func rawValues() {
        #expect(DayCounting.allCases.map(\.rawValue) == ["working", "strict", "s243-sat", "calendar"])
    }

    @Test("The day to publish by is one that the offices are open on, however days are counted")
    func openDay() throws {
        let meeting = try #require(Day("2027-01-25"))
        let friday = try #require(Day("2027-01-15"))

        #expect(ClearDays(8, counting: .calendar).latestPublication(before: meeting) == friday)
        let closed = Closures(offices: [friday: "training day"])
        #expect(
            ClearDays(8, counting: .calendar, closures: closed).latestPublication(before: meeting).description
                == "2027-01-14")
    }

    @Test("Every day from publication to the meeting is explained in words")
    func explanation() throws {
        let closures = Closures(
            offices: [try #require(Day("2015-12-30")): "training day"],
            proclaimed: [try #require(Day("2016-01-04")): "National day of mourning"])

        let deadline = ClearDays(3, counting: .working, closures: closures)
            .deadline(before: try #require(Day("2016-01-06")))

        #expect(
            deadline.days.map { "\($0.day) \($0.reason)" } == [
                "2015-12-24 The day of publication is not counted",
                "2015-12-25 Christmas Day",
                "2015-12-26 Saturday",
                "2015-12-27 Sunday",
                "2015-12-28 Boxing Day (substitute day)",
                "2015-12-29 Counted: clear day 1",
                "2015-12-30 The offices are closed: training day",
                "2015-12-31 Counted: clear day 2",
                "2016-01-01 New Year’s Day",
                "2016-01-02 Saturday",
                "2016-01-03 Sunday",
                "2016-01-04 National day of mourning",
                "2016-01-05 Counted: clear day 3",
                "2016-01-06 The day of the meeting is not counted",
            ])
    }

    @Test("The breaks of section 243 are named, and a day that counts though the offices are closed says so")
    func breaks() throws {
        let training = Closures(offices: [try #require(Day("2026-12-30")): "training day"])
        let (from, to) = (try #require(Day("2026-12-23")), try #require(Day("2027-01-04")))
        func reasons(_ counting: DayCounting) -> [String] {
            ClearDays(1, counting: counting, closures: training).explanation(from: from, to: to)
                .dropFirst().dropLast().map(\.reason)
        }

        #expect(
            reasons(.strict) == [
                "Christmas break", "Christmas Day", "Saturday", "Sunday", "Boxing Day (substitute day)",
                "Christmas break", "The offices are closed: training day", "Counted: clear day 1", "New Year’s Day",
                "Saturday", "Sunday",
            ])
        #expect(
            reasons(.section243) == [
                "Christmas break", "Christmas Day", "Christmas break", "Sunday", "Boxing Day (substitute day)",
                "Christmas break", "Counted: clear day 1. The offices are closed: training day",
                "Counted: clear day 2", "New Year’s Day", "Counted: clear day 3. Saturday, when the offices are closed",
                "Sunday",
            ])
    }

    @Test("Working days after a decision are counted to the day on which its call-in ends")
    func callIn() throws {
        let decided = try #require(Day("2016-03-24"))

        let end = DayCounting.working.day(5, after: decided)

        #expect(end.day.description == "2016-04-04")
        #expect(
            end.days.map(\.reason) == [
                "It runs from this day, which is not counted", "Good Friday", "Saturday", "Sunday", "Easter Monday",
                "Counted: day 1", "Counted: day 2", "Counted: day 3", "Counted: day 4", "Saturday", "Sunday",
                "Counted: day 5",
            ])
        #expect(DayCounting.calendar.day(28, after: decided).day.description == "2016-04-21")
        #expect(DayCounting.working.day(0, after: decided).day == decided)
    }
}
