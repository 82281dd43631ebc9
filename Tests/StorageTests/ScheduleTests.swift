import Foundation
import Testing

@testable import Storage

@Suite("What is to be done every day is due by the clock on the wall in London")
struct ScheduleTests {
    private func due(_ hour: Int, _ minute: Int, at time: String) throws -> String {
        let time = try #require(Timestamp(time)).date
        let (due, day) = Schedule(Job.Kind("sweep"), dailyAt: hour, minute).lastDue(at: time)
        return "\(Timestamp(due)) for \(day)"
    }

    @Test(
        "winter, summer, and the days between",
        arguments: [
            (2, 30, "2026-11-24T10:00:00.000000Z", "2026-11-24T02:30:00.000000Z for 2026-11-24"),
            (2, 30, "2026-11-24T02:30:00.000000Z", "2026-11-24T02:30:00.000000Z for 2026-11-24"),
            (2, 30, "2026-11-24T02:29:59.999999Z", "2026-11-23T02:30:00.000000Z for 2026-11-23"),
            (2, 30, "2026-07-01T01:30:00.000000Z", "2026-07-01T01:30:00.000000Z for 2026-07-01"),
            (0, 0, "2026-06-30T23:00:00.000000Z", "2026-06-30T23:00:00.000000Z for 2026-07-01"),
            // The clock goes from 01:00 to 02:00 on 29 March 2026: half past one is not on it.
            (1, 30, "2026-03-29T12:00:00.000000Z", "2026-03-29T01:00:00.000000Z for 2026-03-29"),
            // It goes back at 02:00 on 25 October 2026: half past one is there twice, and counts once.
            (1, 30, "2026-10-25T12:00:00.000000Z", "2026-10-25T00:30:00.000000Z for 2026-10-25"),
            (1, 30, "2026-10-25T01:45:00.000000Z", "2026-10-25T00:30:00.000000Z for 2026-10-25"),
        ])
    func days(hour: Int, minute: Int, time: String, expected: String) throws {
        #expect(try due(hour, minute, at: time) == expected)
    }
}
