import Storage

/// Whether a step may be entered.
struct StepCheck {
    private let thread: RecommendationThread
    private let state: ThreadState

    init(_ thread: RecommendationThread) {
        (self.thread, state) = (thread, ThreadState(of: thread))
    }

    /// - Throws: ``RecommendationsRefusal``
    func check(_ details: StepDetails) throws(RecommendationsRefusal) {
        guard let day = details.on else { throw .wanted("Enter the day", field: "day") }
        // A report may have been before a body before it was final.
        if let first = thread.standing.first, let made = first.details.on, day < made, !isOfReport(first) {
            throw .beforeItWasMade(made)
        }
        switch details.what {
        case .made(let text), .reworded(let text): try require(text, "Write what is recommended", "text")
        case .sent(let to, _):
            try require(to.name, "Say to which body it is sent", "to")
            if let from = details.body, from.isSame(as: to) { throw .wanted("Send it to another body", field: "to") }
        case .received: guard details.body != nil else { throw .wanted("Say before which body it is", field: "body") }
        case .outcome(let outcome, let words):
            guard details.body != nil else { throw .wanted("Say which body decided", field: "body") }
            if outcome.wantsWords {
                try require(
                    words,
                    Self.asking(outcome),
                    "words")
            }
        case .asked(_, let name):
            guard state.awaiting != nil else { throw .nobodyAsked }
            try require(name, "Say who is to answer", "person")
        case .due(_, let why):
            guard state.awaiting != nil else { throw .nobodyAsked }
            guard details.law == nil else { break }
            try require(why, "Say why it is due on another day", "why")
        case .response(let acceptance, let reasons):
            if acceptance.wantsReasons {
                try require(reasons, "Give the reasons: who recommended it may read why it is not done", "reasons")
            }
        case .action(let words, _, _): try require(words, "Write what was done", "words")
        case .struck(let number, let why):
            try require(why, "Say why it is struck out", "why")
            guard let step = thread.step(number), thread.struck[number] == nil else { throw .notHere }
            if case .made = step.details.what { throw .firstStep }
            if case .struck = step.details.what { throw .notHere }
        }
    }

    private static func asking(_ outcome: Outcome) -> String {
        switch outcome {
        case .amended: "Write how it reads now"
        case .part: "Write what was agreed of it, and what was not"
        default: "Write what was added, after “with the addendum that”"
        }
    }

    private func isOfReport(_ step: ThreadStep) -> Bool {
        if case .report = step.details.source { return true }
        return thread.start.isOfReport
    }

    private func require(_ text: String, _ ask: String, _ field: String) throws(RecommendationsRefusal) {
        if text.isEmpty { throw .wanted(ask, field: field) }
    }
}
