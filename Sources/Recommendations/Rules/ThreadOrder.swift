import Storage

/// In what order the steps of a recommendation happened. That it was an item of a meeting happened on the day of the meeting, whenever
/// it was put on the agenda; but where it was settled before that day, it was on the agenda before it was settled.
struct ThreadOrder {
    /// Those that count.
    let counting: [ThreadStep]

    /// The steps with the days on which they happened, the first first; of one day what came before a meeting before what became
    /// of it there, and else as they were entered.
    func sorted(_ steps: [ThreadStep]) -> [ThreadStep] {
        steps.map(dated).sorted { ($0.details.day, rank($0), $0.number) < ($1.details.day, rank($1), $1.number) }
    }

    private func dated(_ step: ThreadStep) -> ThreadStep {
        guard case .received = step.details.what, let meeting = step.details.meeting?.day else { return step }
        let settled = counting.filter { $0.number > step.number && settles($0.details, step.details.body) }
        var details = step.details
        details.day = settled.map(\.details.day).reduce(meeting, min)
        return ThreadStep(number: step.number, details, by: step.by, at: step.at)
    }

    /// Whether a later step is what became of it before a body.
    private func settles(_ later: StepDetails, _ body: ThreadBody?) -> Bool {
        switch later.what {
        case .outcome, .response, .sent:
            guard let body, let other = later.body else { return false }
            return body.isSame(as: other)
        case .action: return true
        default: return false
        }
    }

    private func rank(_ step: ThreadStep) -> Int {
        switch step.details.what {
        case .made: 0
        case .received: 1
        default: 2
        }
    }
}
