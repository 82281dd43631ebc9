import Foundation
import Membership
import Storage
import Testing
import WorkingDays

@testable import Meetings

@Suite("What must be done for a meeting, and by which day")
struct MeetingDeadlinesTests {
    private func rules(_ regime: Body.Regime, on day: Day) throws -> MeetingRules {
        try #require(regime.rules.rules(on: day))
    }

    @Test(
        "The law’s clear days are those of its time and country",
        arguments: [
            (Body.Regime.councilEngland, "2002-09-30", 3), (.councilEngland, "2002-10-01", 5),
            (.councilEngland, "2016-02-09", 5), (.executiveEngland, "2016-02-09", 5), (.councilWales, "2016-02-09", 3),
            (.executiveWales, "2027-01-21", 3), (.partnership, "2016-02-09", 5), (.team, "2016-02-09", 0),
        ])
    func clearDays(_ regime: Body.Regime, _ day: String, _ days: Int) throws {
        #expect(try rules(regime, on: try #require(Day(day))).clearDays == days)
    }

    @Test(
        "what is due is past once its hour is, and what has no hour once its day is",
        arguments: [("16:59", true, false), ("17:00", true, false), ("17:01", true, true), ("23:59", false, false)])
    func past(_ time: String, _ hasHour: Bool, _ isPast: Bool) throws {
        let day = try #require(Day("2016-02-09"))
        var rules = try rules(.councilEngland, on: day)
        rules.cutoff = hasHour ? TimeOfDay("17:00") : nil
        let deadline = try #require(MeetingDeadlines(of: day, under: rules)[.agenda])
        let moment = try #require(TimeOfDay(time)).moment(on: deadline.day)
        #expect(deadline.isPast(at: moment) == isPast)
        #expect(deadline.isPast(at: moment.addingTimeInterval(86_400)) && !deadline.isPast(at: .distantPast))
    }

    // D72 and D95: the table of the rules, by the counting a body has.
    @Test(
        "An agenda is published by the day of the rules’ table",
        arguments: [
            ("2027-01-21", DayCounting.working, "2027-01-13"), ("2027-01-05", .working, "2026-12-23"),
            ("2027-01-05", .strict, "2026-12-21"), ("2027-01-05", .section243, "2026-12-22"),
            ("2027-04-01", .strict, "2027-03-18"), ("2027-05-06", .working, "2027-04-27"),
            ("2028-01-05", .strict, "2027-12-21"), ("2028-01-05", .section243, "2027-12-22"),
        ])
    func agenda(_ meeting: String, _ counting: DayCounting, _ by: String) throws {
        let day = try #require(Day(meeting))
        var rules = try rules(.councilEngland, on: day)
        rules.counting = counting
        #expect(MeetingDeadlines(of: day, under: rules)[.agenda]?.day == Day(by))
    }

    @Test("Key decisions are announced 28 clear days before, and reports are finished before the agenda is published")
    func others() throws {
        let day = try #require(Day("2027-01-21"))
        let deadlines = MeetingDeadlines(of: day, under: try rules(.executiveEngland, on: day))
        #expect(deadlines[.keyDecisions]?.day == Day("2026-12-23"))
        #expect(deadlines[.privateMeeting]?.day == Day("2026-12-23"))
        #expect(deadlines[.privateMeetingAgain]?.day == deadlines[.agenda]?.day)
        // Two working days before Wednesday 13 January.
        #expect(deadlines[.finals]?.day == Day("2027-01-11"))
        #expect(deadlines.all.map(\.day) == deadlines.all.map(\.day).sorted())
    }

    @Test("A day that an officer set stands beside the day of the rules, which stays to be seen")
    func override() throws {
        let (day, other) = (try #require(Day("2027-01-21")), try #require(Day("2027-01-14")))
        let deadlines = MeetingDeadlines(
            of: day, under: try rules(.councilEngland, on: day),
            overrides: [.agenda: Override(day: other, why: "Called at shorter notice.", by: "Ada Byron")])
        let agenda = try #require(deadlines[.agenda])
        #expect(agenda.day == other && agenda.lawful == Day("2027-01-13"))
        #expect(agenda.days.count == 9)
    }

    @Test(
        "A quorum is whole people, and never fewer than the least",
        arguments: [(14, 4), (13, 4), (12, 3), (3, 3), (0, 3), (100, 25)])
    func quorum(_ seats: Int, _ members: Int) {
        #expect(MeetingRules.Quorum(oneIn: 4, least: 3).members(of: seats) == members)
    }

    @Test("The second Tuesday of a month is followed by the second Tuesdays, and a fifth Friday by the last ones")
    func series() throws {
        let tuesday = try #require(Day("2016-02-09"))
        #expect(
            Recurrence.monthly.days(from: tuesday, count: 4).map(\.description) == [
                "2016-02-09", "2016-03-08", "2016-04-12", "2016-05-10",
            ])
        let friday = try #require(Day("2016-04-29"))
        #expect(
            Recurrence.monthly.days(from: friday, count: 3).map(\.description) == [
                "2016-04-29", "2016-05-27", "2016-06-24",
            ])
        #expect(Recurrence.quarterly.days(from: tuesday, count: 5).last == Day("2017-02-14"))
        #expect(Recurrence.fortnightly.days(from: tuesday, count: 2).last == Day("2016-02-23"))
        #expect(Recurrence.never.days(from: tuesday, count: 9) == [tuesday])
    }
}
