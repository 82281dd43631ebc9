import Membership
import Storage
import Web
import WorkingDays

/// The forms by which somebody enters what became of a recommendation.
enum StepForm: String, CaseIterable {
    case sending, outcome, response, action, asking, due

    var title: String {
        switch self {
        case .sending: "Send it to a body"
        case .outcome: "What a meeting decided"
        case .response: "The answer"
        case .action: "What was done"
        case .asking: "Who is to answer"
        case .due: "Set another day for the answer"
        }
    }

    /// Whether it makes sense only while an answer is awaited.
    var wantsAwaiting: Bool { self == .asking || self == .due }
}

/// What is likely to be entered next.
struct NextSteps {
    let likely: [StepForm]

    init(_ state: ThreadState) {
        switch state.stage {
        case .made: likely = [.outcome, .sending]
        case .waits, .before:
            likely = state.awaiting.map { [.outcome, $0.person == nil ? .asking : .response] } ?? [.outcome, .sending]
        case .decided(_, let outcome):
            likely =
                state.awaiting != nil
                    || state.unanswered != nil
                ? [.response, .sending] : outcome.isFavourable ? [.sending, .action] : [.sending]
        case .answered, .underWay: likely = [.action, .sending]
        case .done, .withdrawn: likely = [.action]
        }
    }
}

/// The page of such a form.
struct StepPages {
    let followed: FollowedThread
    /// Bodies that there are now.
    let bodies: [Body]
    let people: [Participant]
    let today: Day

    private var thread: RecommendationThread { followed.thread }
    private var crumbs: [Mention] {
        [.home, .committees, .recommendations, Mention(at: thread.address, titled: thread.title)]
    }

    func page(_ form: StepForm, _ typed: Answers? = nil, refusals: Refusals? = nil) -> FormPage {
        let answers = typed ?? known(form)
        var page = FormPage(
            title: form.title, lead: "<p class=\"lead\">\(thread.title)</p>", crumbs: crumbs,
            action: "\(thread.address)/steps/\(form.rawValue)", button: Button("Enter it"),
            fields: fields(form, answers, refusals), refusals: refusals, back: thread.address)
        page.hidden = [("newest", answers["newest"].isEmpty ? "\(thread.steps.last?.number ?? 0)" : answers["newest"])]
        if form == .response { page.hidden.append(("decided", answers["decided"])) }
        return page
    }

    /// What is likely, before anything is typed.
    private func known(_ form: StepForm) -> Answers {
        let state = followed.state
        var known = ["day": today.typed]
        switch form {
        case .sending: known["from"] = state.body?.key ?? ""
        case .outcome: known.merge(named(state.body ?? thread.start.deciding)) { _, new in new }
        case .response:
            known.merge(named(state.awaiting?.body ?? thread.asked ?? state.body)) { _, new in new }
            if let offer = state.unanswered.map(OfferedAnswer.init) { known.merge(offer.values) { _, new in new } }
        case .due: known["due"] = state.awaiting?.due.day.typed ?? ""
        case .asking: known["person"] = state.awaiting?.person?.key ?? ""
        case .action: break
        }
        return Answers(known)
    }

    /// A body as the form asks for it: from the list, or by its name.
    private func named(_ body: ThreadBody?) -> [String: String] {
        guard let body else { return [:] }
        return body.key.isEmpty ? ["body-name": body.name] : ["body": body.key]
    }

    private func fields(_ form: StepForm, _ answers: Answers, _ refusals: Refusals?) -> [Field] {
        let fields = StepFields(
            followed: followed, bodies: bodies, people: people, answers: answers, refusals: refusals)
        return switch form {
        case .sending: fields.sending
        case .outcome: fields.outcome
        case .response: fields.response
        case .action: fields.action
        case .asking: fields.asking
        case .due: fields.due
        }
    }
}
