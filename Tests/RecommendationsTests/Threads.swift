import Foundation
import Storage

@testable import Recommendations

/// Bodies and steps of a journey, for tests.
enum Threads {
    static let panel = ThreadBody(key: "01942f3e-8b70-7cc3-98c8-3c5f2a1d0e01", name: "Overview & Scrutiny Panel")
    static let cabinet = ThreadBody(key: "01942f3e-8b70-7cc3-98c8-3c5f2a1d0e02", name: "Cabinet")
    static let council = ThreadBody(name: "Council")

    static func day(_ text: String) -> Day { Day(text) ?? Day(.distantPast) }

    static func step(
        _ what: StepDetails.What, _ day: String, of body: ThreadBody? = nil, isWithheld: Bool = false
    ) -> StepDetails {
        StepDetails(what, on: Self.day(day), of: body, isWithheld: isWithheld)
    }

    static let made = step(.made(text: "That the budget is accepted."), "2016-01-19", of: panel)
    static let toCabinet = step(.sent(to: cabinet, asksForResponse: true), "2016-01-26", of: panel)

    static func thread(_ steps: [StepDetails], withheld: ThreadStart.Withheld? = nil) -> RecommendationThread {
        RecommendationThread(
            id: ID("01942f3e-8b70-7cc3-98c8-3c5f2a1d0e11") ?? Identities.system.new(at: .distantPast),
            start: ThreadStart(origin: "hand", from: "The Panel", address: "", withheld: withheld),
            steps: steps.enumerated().map {
                ThreadStep(number: $0.offset + 1, $0.element, by: "A clerk", at: .distantPast)
            })
    }

    static func state(_ steps: [StepDetails]) -> ThreadState { ThreadState(of: thread(steps)) }
}
