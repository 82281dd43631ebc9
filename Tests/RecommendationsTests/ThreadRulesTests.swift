import Foundation
import Storage
import Testing
import WorkingDays

@testable import Recommendations

@Suite("A recommendation keeps its identity through the bodies, and stands where its steps say")
struct ThreadRulesTests {
    private static let journey: [(StepDetails, String, Bool)] = [
        (Threads.made, "Made", true), (Threads.toCabinet, "Waits for the next meeting of Cabinet", true),
        (Threads.step(.received, "2016-02-01", of: Threads.cabinet), "Before Cabinet", true),
        (
            Threads.step(.outcome(.deferred, words: ""), "2016-02-02", of: Threads.cabinet),
            "Waits for the next meeting of Cabinet", true
        ),
        (
            Threads.step(.outcome(.addendum, words: "nothing is spent"), "2016-02-16", of: Threads.cabinet),
            "Agreed with an addendum by Cabinet", true
        ),
        (
            Threads.step(.response(.part, reasons: "Money."), "2016-02-20", of: Threads.cabinet),
            "Accepted in part by Cabinet", true
        ),
        (
            Threads.step(.action(words: "Half of it.", by: "Finance", isComplete: false), "2016-03-01"),
            "Being carried out", true
        ),
        (Threads.step(.action(words: "All of it.", by: "Finance", isComplete: true), "2016-04-01"), "Done", false),
    ]

    @Test("each step brings it where it says")
    func states() {
        for (index, (_, words, isOpen)) in Self.journey.enumerated() {
            let state = Threads.state(Self.journey.prefix(index + 1).map(\.0))
            #expect(state.words == words)
            #expect(state.isOpen == isOpen, "\(words)")
        }
    }

    @Test("once the meeting has been, it says that what was decided is not here, and not that it is still to come")
    func heard() throws {
        let before = StepDetails(
            .received, on: try #require(Day("2016-02-04")), of: Threads.cabinet,
            at: MeetingMention(id: "meeting", day: "2016-02-04"), from: .agenda)
        let state = Threads.state([Threads.made, Threads.toCabinet, before])
        for (today, words) in [
            ("2016-02-03", "Before Cabinet on 4 February 2016"), ("2016-02-04", "Before Cabinet on 4 February 2016"),
            ("2016-02-05", "Was before Cabinet on 4 February 2016; what was decided there is not here yet"),
        ] { #expect(try state.words(on: #require(Day(today))) == words) }
    }

    @Test(
        "what the body that answers makes of the words is its answer: the recommendation keeps its title and its words")
    func answered() {
        let amended = Threads.step(.outcome(.amended, words: "One warden is kept."), "2016-02-16", of: Threads.cabinet)
        let steps = [Threads.made, Threads.toCabinet]
        let (before, after) = (Threads.thread(steps), Threads.thread(steps + [amended]))
        #expect(after.title == before.title && after.recommended == before.text)
        #expect(after.text.text == "One warden is kept.")
        // Passed on, it is what that body recommends.
        let onward = Threads.step(.sent(to: Threads.panel, asksForResponse: false), "2016-02-17", of: Threads.cabinet)
        #expect(Threads.thread(steps + [amended, onward]).title == "One warden is kept.")
    }

    @Test(
        "what is not agreed, not accepted or withdrawn is closed, and awaits nobody",
        arguments: [
            Threads.step(.outcome(.notAgreed, words: ""), "2016-02-16", of: Threads.cabinet),
            Threads.step(.outcome(.withdrawn, words: ""), "2016-02-16", of: Threads.panel),
            Threads.step(.response(.not, reasons: "No money."), "2016-02-16", of: Threads.cabinet),
        ])
    func closed(last: StepDetails) {
        let state = Threads.state([Threads.made, Threads.toCabinet, last])
        #expect(state.awaiting == nil && !state.isOpen)
    }

    @Test("an answer is due 28 days after it was sent, which every day of the calendar counts for")
    func due() throws {
        let table = [("2016-01-26", "2016-02-23"), ("2016-02-09", "2016-03-08"), ("2016-12-20", "2017-01-17")]
        for (sent, due) in table {
            let response = ResponseDue(from: Threads.day(sent))
            #expect(response.day == Threads.day(due))
            #expect(!response.isOver(on: Threads.day(due)) && response.isOver(on: Threads.day(due).adding(days: 1)))
            #expect(ResponseDue.counted(Threads.day(sent)).days.count == 29)
        }
        let changed = Threads.state([
            Threads.made, Threads.toCabinet, Threads.step(.due(day: "2016-03-31", why: "Easter"), "2016-02-01"),
        ])
        #expect(changed.awaiting?.due.day == Threads.day("2016-03-31"))
        #expect(changed.awaiting?.due.explanation.contains("Easter") == true)
        #expect(changed.awaiting?.due.openExplanation.contains("Easter") == false, "why is for members")
    }

    @Test("who sends it on is asked no more, and the next is; a body that is only passed by is not asked")
    func passedOn() {
        let toCouncil = Threads.step(
            .sent(to: Threads.council, asksForResponse: false), "2016-02-16", of: Threads.cabinet)
        let state = Threads.state([Threads.made, Threads.toCabinet, toCouncil])
        #expect(state.awaiting == nil && state.body == Threads.council)
    }

    @Test("the words at every step: an amendment takes their place, an addendum is added, and both stay in sight")
    func texts() {
        let thread = Threads.thread([
            Threads.made, Threads.step(.outcome(.amended, words: "That it is noted."), "2016-01-20", of: Threads.panel),
            Threads.step(.outcome(.addendum, words: "nothing is spent"), "2016-01-21", of: Threads.panel),
            Threads.step(.outcome(.agreed, words: ""), "2016-01-22", of: Threads.panel),
        ])
        #expect(
            thread.texts.map(\.text.full) == [
                "That the budget is accepted.", "That it is noted.",
                "That it is noted.\n\nwith the addendum that nothing is spent",
            ])
        #expect(thread.texts.map(\.step) == [1, 2, 3])
    }

    @Test("the addendum is found in the words of a real decision")
    func addendum() {
        let words = """
            The Panel accepts the budget as it stands with the addendum that no further capital expenditure
            goes ahead in 2016/17 until the capital programme has been fully reviewed.
            """
        #expect(
            ThreadText.addendum(in: words)
                == "no further capital expenditure goes ahead in 2016/17 until the capital programme has been fully reviewed."
        )
        #expect(ThreadText.addendum(in: "The budget is accepted") == nil)
    }

    @Test("a step that was struck out does not count, and stays with its reason")
    func struck() {
        let thread = Threads.thread([
            Threads.made, Threads.toCabinet, Threads.step(.struck(step: 2, why: "Typing error"), "2016-01-27"),
        ])
        #expect(ThreadState(of: thread).stage == .made)
        #expect(thread.struck == [2: "Typing error"])
        #expect(thread.standing.count == 1 && thread.steps.count == 3)
    }

    @Test(
        "what cannot be entered says what to do next",
        arguments: [
            (Threads.step(.sent(to: Threads.panel, asksForResponse: false), "2016-02-01", of: Threads.panel), "to"),
            (Threads.step(.outcome(.amended, words: ""), "2016-02-01", of: Threads.panel), "words"),
            (Threads.step(.response(.part, reasons: ""), "2016-02-01", of: Threads.cabinet), "reasons"),
            (Threads.step(.response(.not, reasons: ""), "2016-02-01", of: Threads.cabinet), "reasons"),
            (Threads.step(.struck(step: 2, why: ""), "2016-02-01"), "why"),
            (Threads.step(.action(words: "", by: "", isComplete: true), "2016-02-01"), "words"),
        ])
    func refused(details: StepDetails, field: String) {
        let check = StepCheck(Threads.thread([Threads.made, Threads.toCabinet]))
        #expect {
            try check.check(details)
        } throws: { error in (error as? RecommendationsRefusal)?.field == field }
    }

    @Test("nothing becomes of it before it was made, its beginning is not struck out, and nobody answers unasked")
    func order() {
        let check = StepCheck(Threads.thread([Threads.made]))
        #expect(throws: RecommendationsRefusal.beforeItWasMade(Threads.day("2016-01-19"))) {
            try check.check(Threads.step(.received, "2016-01-18", of: Threads.panel))
        }
        #expect(throws: RecommendationsRefusal.firstStep) {
            try check.check(Threads.step(.struck(step: 1, why: "Wrong"), "2016-02-01"))
        }
        #expect(throws: RecommendationsRefusal.nobodyAsked) {
            try check.check(Threads.step(.asked(person: "", name: "Ada"), "2016-02-01"))
        }
    }

    @Test("a body is the same by its identifier, and without one by its name however it is written")
    func bodies() {
        #expect(ThreadBody(name: "the Overview and Scrutiny Panel").isSame(as: Threads.panel))
        #expect(!ThreadBody(name: "Cabinet").isSame(as: Threads.panel))
        #expect(ThreadBody(key: Threads.panel.key, name: "Scrutiny").isSame(as: Threads.panel))
    }

    @Test("overdue comes before due, due before open, and open before done")
    func urgency() {
        let today = Threads.day("2016-02-10")
        let states = [
            Threads.state([Threads.made, Threads.step(.sent(to: Threads.cabinet, asksForResponse: true), "2016-01-10")]
            ),
            Threads.state([Threads.made, Threads.toCabinet]), Threads.state([Threads.made]),
            Threads.state([Threads.made, Threads.step(.action(words: "x", by: "", isComplete: true), "2016-02-01")]),
        ]
        #expect(states.map { $0.urgency(on: today) } == states.map { $0.urgency(on: today) }.sorted())
    }
}
