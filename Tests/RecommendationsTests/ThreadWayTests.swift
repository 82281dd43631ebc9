import Publishing
import Storage
import Testing

@testable import Recommendations

@Suite("A recommendation goes its own way, and its steps read in the order in which they happened")
struct ThreadWayTests {
    private static let working = ThreadBody(name: "Safety Working Party")
    private static let path = [working, Threads.panel, Threads.cabinet, Threads.council]

    private func thread(_ steps: [StepDetails], decidedBy deciding: ThreadBody?, path: [ThreadBody] = path)
        -> RecommendationThread
    {
        RecommendationThread(
            id: Threads.thread([]).id,
            start: ThreadStart(origin: "report x", from: "Plan", address: "/reports/x", deciding: deciding, path: path),
            steps: Threads.thread(steps).steps)
    }

    private func received(_ meeting: String, typed day: String, of body: ThreadBody) -> StepDetails {
        StepDetails(.received, on: Threads.day(day), of: body, at: MeetingMention(id: meeting, day: meeting))
    }

    @Test("it says only the bodies up to the one that decides it, and that one where the report does not go there")
    func way() {
        let made = Threads.step(.made(text: "That it is so."), "2016-01-19")
        #expect(thread([made], decidedBy: Threads.panel).ahead == [Self.working, Threads.panel])
        #expect(thread([made], decidedBy: nil).ahead == Self.path)
        let short = thread([made], decidedBy: Threads.council, path: [Self.working])
        #expect(short.ahead == [Self.working, Threads.council])
        #expect(short.start.leads(to: Threads.council) && !short.start.leads(to: Threads.cabinet))
    }

    @Test("an item of a meeting stands on the day of the meeting, whenever it was put on the agenda")
    func order() {
        let steps = [
            Threads.step(.made(text: "That it is so."), "2016-01-21"),
            received("2016-02-09", typed: "2016-01-29", of: Threads.panel),
            received("2016-02-01", typed: "2016-02-03", of: Self.working),
            Threads.step(.outcome(.agreed, words: ""), "2016-02-01", of: Self.working),
            Threads.step(.sent(to: Threads.panel, asksForResponse: false), "2016-02-01", of: Self.working),
        ]
        let found = thread(steps, decidedBy: nil)
        #expect(found.standing.map(\.number) == [1, 3, 4, 5, 2])
        #expect(found.standing.map(\.details.day) == found.standing.map(\.details.day).sorted())
        #expect(ThreadState(of: found).words == "Before Overview & Scrutiny Panel on 9 February 2016")
    }

    @Test("what is answered before the meeting that it is on stays answered")
    func early() {
        let steps = [
            Threads.made, Threads.toCabinet, received("2016-03-15", typed: "2016-02-10", of: Threads.cabinet),
            Threads.step(.response(.whole, reasons: ""), "2016-02-20", of: Threads.cabinet),
        ]
        let found = Threads.thread(steps)
        #expect(ThreadState(of: found).words == "Accepted in whole by Cabinet")
        #expect(found.standing.map(\.details.day).last == "2016-02-20" && found.standing.map(\.number) == [1, 2, 3, 4])
    }

    @Test("who was asked answers after they sent it on, and it stays before the next body")
    func answeredLater() {
        let onward = Threads.step(
            .sent(to: Threads.council, asksForResponse: false), "2016-02-16", of: Threads.cabinet)
        let answer = Threads.step(.response(.whole, reasons: ""), "2016-02-20", of: Threads.cabinet)
        let found = Threads.thread([Threads.made, Threads.toCabinet, onward])
        #expect(found.asked == Threads.cabinet && ThreadState(of: found).awaiting == nil)
        #expect(Threads.state([Threads.made, Threads.toCabinet, onward, answer]).stage == .waits(Threads.council))
    }

    @Test("what stands at a glance agrees with what the words say")
    func stages() {
        let made = Threads.step(.made(text: "That it is so."), "2016-01-19")
        func agreed(_ body: ThreadBody) -> StepDetails {
            Threads.step(.outcome(.agreed, words: ""), "2016-02-09", of: body)
        }
        let action = Threads.step(.action(words: "Half.", by: "", isComplete: false), "2016-03-01")
        let all: [([StepDetails], PublishedRecommendation.Stage)] = [
            ([made], .open), ([made, agreed(Threads.panel)], .open), ([made, agreed(Threads.council)], .decided),
            ([made, Threads.toCabinet], .awaiting), ([made, agreed(Threads.council), action], .underWay),
            ([made, Threads.step(.outcome(.notAgreed, words: ""), "2016-02-09", of: Threads.council)], .closed),
        ]
        for (steps, stage) in all { #expect(thread(steps, decidedBy: nil).publishedStage == stage) }
        #expect(PublishedRecommendation.Stage.decided.title == "Decided")
    }

    @Test("a long one is called by its first clauses, and never cut within one")
    func title() {
        let text = """
            That the focus areas of the Thanet Community Safety Plan 2016/17, as Annex 1 sets them out, are approved, as the \
            Overview and Scrutiny Panel recommends to Cabinet after weighing what the Community Safety Working Party said
            """
        #expect(
            Threads.thread([Threads.step(.made(text: text), "2016-01-19")]).title
                == "That the focus areas of the Thanet Community Safety Plan 2016/17, as Annex 1 sets them out, are approved …"
        )
        #expect(Threads.thread([Threads.made]).title == "That the budget is accepted.")
    }
}
