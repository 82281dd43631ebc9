import Publishing
import Storage
import Testing

@testable import Recommendations

@Suite("A body that decided in its meeting has not failed to answer, and its minute is offered as its answer")
struct ThreadAnswerTests {
    private static func minuted(_ outcome: Outcome, _ words: String = "", on day: String = "2016-02-16") -> StepDetails
    {
        StepDetails(
            .outcome(outcome, words: words), on: Threads.day(day), of: Threads.cabinet,
            at: MeetingMention(id: "m", day: day), minute: 12, from: .minutes(decision: "d"))
    }

    private static let done = Threads.step(.action(words: "All.", by: "", isComplete: true), "2016-03-20")

    @Test("until its answer is entered it says that the body decided, and is neither awaited for words nor overdue")
    func decided() {
        let thread = Threads.thread([Threads.made, Threads.toCabinet, Self.minuted(.agreed)])
        let state = ThreadState(of: thread)
        #expect(state.awaited == "Decided by Cabinet (minute 12); its answer is not entered")
        #expect(state.awaiting != nil && state.isOpen && !state.isOverdue(on: Threads.day("2016-06-01")))
        #expect(thread.publishedStage == .decided)
    }

    @Test("decided after the day on which its answer was due, the answer stays overdue until it is entered")
    func late() {
        let state = Threads.state([Threads.made, Threads.toCabinet, Self.minuted(.agreed, on: "2016-02-24")])
        #expect(state.isOverdue(on: Threads.day("2016-02-25")) && state.decided != nil)
    }

    @Test("another body’s decision is no answer of the one that was asked")
    func another() {
        let council = Threads.step(.outcome(.agreed, words: ""), "2016-02-16", of: Threads.council)
        let state = Threads.state([Threads.made, Threads.toCabinet, council])
        #expect(state.decided == nil && state.isOverdue(on: Threads.day("2016-06-01")))
    }

    @Test("what is done or not agreed awaits nobody, at a glance as in its words")
    func closed() {
        for last in [Self.done, Self.minuted(.notAgreed, "There is no money.")] {
            let thread = Threads.thread([Threads.made, Threads.toCabinet, last])
            let state = ThreadState(of: thread)
            #expect(state.awaiting == nil && !state.isOpen && !state.isOverdue(on: Threads.day("2016-06-01")))
            #expect([.done, .closed].contains(thread.publishedStage))
            #expect(state.awaited == (state.unanswered?.words ?? ""))
        }
    }

    @Test(
        "its minute is offered as its answer, with the reasons that the minute has",
        arguments: [
            (minuted(.agreed), Acceptance.whole, ""),
            (minuted(.addendum, "wardens stay"), .whole, "Accepted, with the addendum that wardens stay"),
            (minuted(.amended, "One warden stays."), .part, "It reads now:\n\nOne warden stays."),
            (minuted(.notAgreed, "There is no money."), .not, "There is no money."),
        ])
    func offered(decision: StepDetails, acceptance: Acceptance, reasons: String) throws {
        let state = Threads.state([Threads.made, Threads.toCabinet, decision])
        let offer = OfferedAnswer(try #require(state.unanswered))
        #expect(offer.acceptance == acceptance && offer.reasons == reasons && offer.isWhole)
        let own = Threads.step(.response(acceptance, reasons: reasons), "2016-02-16", of: Threads.cabinet)
        let answer = offer.sourced(own)
        #expect(answer.minute == 12 && answer.source == .minutes(decision: "d") && answer.meeting?.id == "m")
        let after = Threads.state([Threads.made, Threads.toCabinet, decision, answer])
        #expect(after.unanswered == nil && after.awaiting == nil)
        #expect(after.words == "\(acceptance.title) by Cabinet")
        let another = Threads.step(.response(acceptance, reasons: ""), "2016-02-16", of: Threads.council)
        #expect(offer.sourced(another).minute == nil)
    }

    @Test("an answer that is entered when all is done leaves it done")
    func afterwards() {
        let answer = Threads.step(.response(.whole, reasons: ""), "2016-03-21", of: Threads.cabinet)
        #expect(
            Threads.state([Threads.made, Threads.toCabinet, Self.minuted(.agreed), Self.done, answer]).stage == .done)
    }
}
