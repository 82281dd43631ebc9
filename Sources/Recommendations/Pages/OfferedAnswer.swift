import Storage

/// The answer of a body that was asked, as far as it follows from what it decided. Whoever enters it may say it otherwise.
struct OfferedAnswer {
    let decided: ThreadState.Decided

    init(_ decided: ThreadState.Decided) {
        self.decided = decided
    }

    /// Nil where the minute says more than that it is agreed, and somebody has to read how far.
    var acceptance: Acceptance? {
        switch decided.outcome {
        case .agreed, .addendum: decided.step.details.added?.isOwn == true ? nil : .whole
        case .amended, .part: .part
        case .notAgreed, .deferred, .noted, .withdrawn: .not
        }
    }

    /// In the words of the minute, in Markdown; empty where it has none.
    var reasons: String { StepWords(decided.step.details).words }

    /// Whether nothing is wanting of it.
    var isWhole: Bool { acceptance.map { !$0.wantsReasons || !reasons.isEmpty } ?? false }

    /// "Enter minute 12 as its answer: accepted in whole"
    var title: String {
        let acceptance = acceptance?.rawValue ?? ""
        let what = decided.step.details.minute.map { "minute \($0)" } ?? "what it decided"
        return "Enter \(what) as its answer: \(acceptance)"
    }

    /// What the form of the answer is sent with.
    var values: [(name: String, value: String)] {
        let details = decided.step.details
        return [
            ("body", decided.body.key), ("body-name", decided.body.key.isEmpty ? decided.body.name : ""),
            ("day", details.on?.typed ?? ""), ("acceptance", acceptance?.rawValue ?? ""), ("reasons", reasons),
            ("open", details.isWithheld ? "no" : "yes"), ("decided", "\(decided.step.number)"),
        ]
    }

    /// An answer that stems from the decision says where that stands.
    func sourced(_ answer: StepDetails) -> StepDetails {
        guard answer.body?.isSame(as: decided.body) == true else { return answer }
        var answer = answer
        let details = decided.step.details
        (answer.meeting, answer.minute, answer.source) = (details.meeting, details.minute, details.source)
        return answer
    }
}
