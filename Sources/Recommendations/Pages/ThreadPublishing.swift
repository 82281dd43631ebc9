import Foundation
import Publishing
import Storage
import Wording

/// A recommendation as everybody may be told of it: with what was published elsewhere, or entered as open, and nothing else.
extension RecommendationsDesk {
    /// Nil where nothing of it may be told.
    func published(_ thread: RecommendationThread) async throws -> PublishedRecommendation? {
        guard !thread.isWithheld else { return nil }
        var open: [(step: ThreadStep, place: PublishedRecommendation.Place?)] = []
        for step in thread.standing where !step.details.isWithheld && !step.details.isPersonal {
            let place = try await papers.place(of: step.details)
            if step.details.isFromMinutes, place == nil { continue }
            open.append((step, place))
        }
        guard !open.isEmpty else { return nil }
        // What is not told outside does not show in how it stands, either.
        let told = RecommendationThread(
            id: thread.id, start: thread.start,
            steps: (open.map(\.step) + thread.standing.filter { $0.details.isDueChange }).sorted {
                $0.number < $1.number
            })
        let (state, texts) = (ThreadState(of: told), told.texts)
        return PublishedRecommendation(
            id: thread.id.description, title: told.title, from: thread.start.from, text: told.recommended.full,
            agreed: told.text == told.recommended ? nil : told.text.full,
            state: state.words, stage: told.publishedStage, body: state.body?.name ?? "",
            onAgendaOf: state.onAgendaOf?.description, ahead: told.ahead.map(\.name),
            awaited: state.awaiting.map {
                .init(body: $0.body.name, due: $0.due.day.description, explanation: $0.due.explanation)
            },
            steps: open.map { Self.step($0.step, $0.place, texts) })
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
        _ step: ThreadStep, _ place: PublishedRecommendation.Place?, _ texts: [(step: Int, text: ThreadText)]
    ) -> PublishedRecommendation.Step {
        let words = StepWords(step.details)
        var changed: PublishedRecommendation.Changed?
        if step.details.changesText, let index = texts.firstIndex(where: { $0.step == step.number }), index > 0 {
            changed = .init(before: texts[index - 1].text.full, after: texts[index].text.full)
        }
        let minute = step.details.minuteWords.map { "\($0)." }
        return PublishedRecommendation.Step(
            day: step.details.day, body: step.details.body?.name ?? "", title: words.title,
            words: [words.words, minute ?? ""].filter { !$0.isEmpty }.joined(separator: "\n\n"), changed: changed,
            place: place)
    }
}

extension StepDetails {
    /// Who answers for a body is said to members alone, and so is why a day was changed.
    fileprivate var isPersonal: Bool {
        if case .asked = what { return true }
        return isDueChange
    }

    fileprivate var isDueChange: Bool {
        if case .due = what { return true }
        return false
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
        if state.awaiting != nil { return .awaiting }
        switch state.stage {
        case .done: return .done
        case .underWay: return .underWay
        case .decided where state.isOpen && ahead.isEmpty: return .decided
        case .answered where state.isOpen && ahead.isEmpty: return .answered
        default: return state.isOpen ? .open : .closed
        }
    }
}
