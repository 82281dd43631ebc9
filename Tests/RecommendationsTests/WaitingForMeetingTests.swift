import Storage
import Testing

@testable import Recommendations

@Suite("A recommendation waits for the meeting of whoever is still to decide it")
struct WaitingForMeetingTests {
    private static let today = Threads.day("2016-02-01")

    private static func received(_ body: ThreadBody, _ day: String, at meeting: String) -> StepDetails {
        StepDetails(
            .received, on: Threads.day(day), of: body, at: MeetingMention(id: meeting, day: day), from: .agenda)
    }

    private func waits(_ steps: [StepDetails], for body: ThreadBody) -> Bool {
        Threads.state([Threads.made] + steps).waits(for: body, at: "next", on: Self.today)
    }

    @Test("sent to a body it waits for that body alone")
    func sent() {
        #expect(waits([Threads.toCabinet], for: Threads.cabinet))
        #expect(!waits([Threads.toCabinet], for: Threads.council))
    }

    @Test("on an agenda it waits no more, until the day has passed and nothing was decided")
    func received() {
        let ahead = [Threads.toCabinet, Self.received(Threads.cabinet, "2016-03-08", at: "march")]
        #expect(!waits(ahead, for: Threads.cabinet))
        let past = [Threads.toCabinet, Self.received(Threads.cabinet, "2016-01-28", at: "january")]
        #expect(waits(past, for: Threads.cabinet))
    }

    @Test("put before the Council first, it still waits for Cabinet, which was asked and has not decided")
    func passedOver() {
        let early = [Threads.toCabinet, Self.received(Threads.council, "2016-02-25", at: "february")]
        #expect(waits(early, for: Threads.cabinet))
        #expect(!waits(early, for: Threads.council))
        let decided = early + [Threads.step(.response(.whole, reasons: ""), "2016-01-30", of: Threads.cabinet)]
        #expect(!waits(decided, for: Threads.cabinet))
    }
}
