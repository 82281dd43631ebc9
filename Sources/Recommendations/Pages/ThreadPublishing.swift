import Foundation
import Publishing
import Storage
import Wording

/// A recommendation as everybody may be told of it: with what was published elsewhere, or entered as open, and nothing else.
extension RecommendationsDesk {
    /// Nil where nothing of it may be told.
    func published(_ thread: RecommendationThread) async throws -> PublishedRecommendation? {
        guard !thread.isWithheld else { return nil }
        let open = try await OpenSteps(of: thread.withoutWithheld, papers: papers)
        guard open.isTold else { return nil }
        // What is not told outside does not show in how it stands, either.
        let told = RecommendationThread(
            id: thread.id, start: thread.start,
            steps: (open.known + thread.standing.filter { $0.details.isDueChange }).sorted { $0.number < $1.number })
        guard !told.text.text.isEmpty else { return nil }
        let (state, texts) = (ThreadState(of: told), told.texts)
        return PublishedRecommendation(
            id: thread.id.description, title: told.title, from: thread.start.from, text: told.recommended.full,
            agreed: told.text == told.recommended ? nil : told.text.full,
            state: state.words, stage: told.publishedStage, body: state.body?.name ?? "",
            onAgendaOf: state.onAgendaOf?.description, ahead: told.ahead.map(\.name),
            awaited: state.isDecidedInTime
                ? nil
                : state.awaiting.map {
                    .init(body: $0.body.name, due: $0.due.day.description, explanation: $0.due.openExplanation)
                },
            unanswered: state.decided?.openWords,
            steps: open.all.map { Self.step($0, texts) })
    }

    /// Those whose public page does not say what it may say by now, such as what minutes that were published since decided.
    ///
    /// - Throws: `DatabaseFault`
    public func untold() async throws -> Set<ID<RecommendationThread>> {
        let told = Dictionary(
            try await notices.recommendations().map { ($0.recommendation.id, $0.recommendation) },
            uniquingKeysWith: { first, _ in first })
        var found: Set<ID<RecommendationThread>> = []
        for thread in try await threads.threads() {
            guard let before = told[thread.id.description], let now = try await published(thread), now != before else {
                continue
            }
            found.insert(thread.id)
        }
        return found
    }

    /// What tells whether ``untold()`` is to be found anew, as far as it follows from recommendations.
    ///
    /// - Throws: `DatabaseFault`
    public func edition() async throws -> String {
        try await "\(threads.edition()) \(notices.edition())"
    }

    /// Publishes one as it stands.
    ///
    /// - Throws: ``RecommendationsRefusal``, `DatabaseFault`
    public func publish(_ id: ID<RecommendationThread>, by actor: Entry.Actor, at time: Date) async throws {
        guard let thread = try await threads.thread(id), let published = try await published(thread) else {
            throw RecommendationsRefusal.neverPublic
        }
        try await threads.publish(
            published, of: id, after: thread.steps.last?.number ?? 0, by: actor, at: time)
    }

    private static func step(
        _ open: OpenSteps.Step, _ texts: [(step: Int, text: ThreadText)]
    ) -> PublishedRecommendation.Step {
        let details = open.step.details
        switch open.telling {
        case .lacking(let printed):
            return PublishedRecommendation.Step(
                day: details.meeting?.day ?? details.day, body: details.body?.name ?? "",
                title: printed == nil ? "What it decided is not published yet" : "Its minutes are not published yet",
                words: printed.map { "What follows is as it stands in the \($0.title.begunSmall)." } ?? "",
                place: open.place)
        case .unminuted:
            return PublishedRecommendation.Step(
                day: details.day, body: details.body?.name ?? "", title: "Its minutes are not published yet",
                words: "What follows is as the partnership’s officers entered it.", place: open.place)
        case .whole, .printed:
            let words = StepWords(details)
            var changed: PublishedRecommendation.Changed?
            if details.changesText, let index = texts.firstIndex(where: { $0.step == open.step.number }), index > 0 {
                changed = .init(before: texts[index - 1].text.full, after: texts[index].text.full)
            }
            let minute = open.telling == .whole ? details.minuteWords.map { "\($0)." } : nil
            return PublishedRecommendation.Step(
                day: details.day, body: details.body?.name ?? "", title: words.title,
                words: [words.words, minute ?? ""].filter { !$0.isEmpty }.joined(separator: "\n\n"), changed: changed,
                place: open.place)
        }
    }
}

extension StepDetails {
    /// Who answers for a body is said to members alone, and so is why a day was changed.
    var isPersonal: Bool {
        if case .asked = what { return true }
        return isDueChange
    }

    fileprivate var isDueChange: Bool {
        if case .due = what { return true }
        return false
    }

    /// Whether a body does such a thing in a meeting.
    var isOfMeeting: Bool {
        switch what {
        case .made, .sent, .outcome: true
        default: false
        }
    }

    var isFromMinutes: Bool {
        if case .minutes = source { return true }
        return false
    }
}

extension RecommendationThread {
    /// How it stands at a glance, in agreement with what ``ThreadState`` says in words.
    var publishedStage: PublishedRecommendation.Stage {
        let state = ThreadState(of: self)
        if state.awaiting != nil, !state.isDecidedInTime { return .awaiting }
        switch state.stage {
        case .done: return .done
        case .underWay: return .underWay
        case .decided where state.isOpen && ahead.isEmpty: return .decided
        case .answered where state.isOpen && ahead.isEmpty: return .answered
        default: return state.isOpen ? .open : .closed
        }
    }
}
