import Membership
import Publishing
import Storage
import Web
import Wording

/// A part of the record of a decision, on a page of its own.
enum DecisionPart: String, CaseIterable {
    case decision, key
    case callIn = "call-in"
    case papers

    var title: String {
        switch self {
        case .decision: "What was decided, by whom, and why"
        case .key: "Is it a key decision?"
        case .callIn: "Call-in and urgency"
        case .papers: "Documents, and what is kept from the public"
        }
    }
}

/// The questions of each part, and what is made of their answers.
struct DecisionPartForm {
    let part: DecisionPart
    let draft: RegisterDraft<DecisionStatement>
    let bodies: [DecidingBody]
    let plans: [PlannedDecision]
    let rules: RegisterRules

    private var statement: DecisionStatement { draft.statement }

    var known: Answers {
        let own =
            switch part {
            case .decision: decisionAnswers
            case .key: keyAnswers
            case .callIn: callInAnswers
            case .papers: paperAnswers
            }
        return Answers(own)
    }

    private var decisionAnswers: [String: String] {
        let own: [String: String] = [
            "title": statement.title, "day": statement.decidedOn?.typed ?? "", "decided": statement.decided,
            "reasons": statement.reasons, "alternatives": statement.alternatives.typed,
            "conflicts": statement.conflicts.typed, "dispensations": statement.dispensations.typed,
        ]
        return own.merging(MakerQuestions.answers(statement.maker, body: draft.body)) { one, _ in one }
    }

    private var keyAnswers: [String: String] {
        let key = statement.key
        return [
            "amount": key.amount.map { Money(pence: $0).typed } ?? "", "wards": key.wards.map { "\($0)" } ?? "",
            "reasoning": key.reasoning, "plan": statement.plan, "without-plan": statement.withoutPlan,
            "strategy": statement.strategy?.rawValue ?? "",
        ]
    }

    private var callInAnswers: [String: String] {
        let (terms, urgency) = (statement.callIn, statement.urgency)
        return [
            "subject": YesNo.typed(terms.isSubject), "exemption": terms.exemption,
            "urgent": YesNo.typed(urgency.isUrgent), "agreed-by": urgency.agreedBy,
            "agreed-on": urgency.agreedOn?.typed ?? "", "why": urgency.why,
        ]
    }

    private var paperAnswers: [String: String] {
        let withheld = statement.withheld
        let numbers = withheld.paragraphs.map { "\($0)" }.joined(separator: ", ")
        return [
            "documents": statement.documents.typed, "background": statement.backgroundPapers.typed,
            "withheld": YesNo.typed(withheld.isAny), "paragraphs": numbers, "public-interest": withheld.reasoning,
            "closed": draft.closedPart,
        ]
    }

    func fields(_ answers: Answers, _ refusals: Refusals?) -> [Field] {
        switch part {
        case .decision: decisionFields(answers, refusals)
        case .key: keyFields(answers, refusals)
        case .callIn: callInFields(answers, refusals)
        case .papers: paperFields(answers, refusals)
        }
    }

    private func decisionFields(_ answers: Answers, _ refusals: Refusals?) -> [Field] {
        let ask = Asking(answers, refusals)
        return [ask.line("title", "Title")] + MakerQuestions(bodies: bodies).fields(answers, refusals) + [
            ask.line("day", "Date of the decision", hint: "For example, 9/2/2016."),
            ask.text("decided", "What was decided", hint: "In Markdown. Nothing that is kept from the public."),
            ask.text("reasons", "Reasons"),
            ask.text("alternatives", "Alternatives considered and rejected", hint: "Write None if there was none."),
            ask.text(
                "conflicts", "Conflicts of interest declared",
                hint: "By any member who was consulted or decided. Write None if there was none."),
            ask.text("dispensations", "Dispensations granted", hint: "Write None if there was none."),
        ]
    }

    private func keyFields(_ answers: Answers, _ refusals: Refusals?) -> [Field] {
        let ask = Asking(answers, refusals)
        let threshold =
            rules.threshold.map { "\(Money(pence: $0)) or more is significant here." }
            ?? "Nobody has set what is significant here: do so on the page of rules first."
        let choices = plans.map { Field.Choice($0.slug, "\($0.statement.title), \($0.statement.when)") }
        return [
            ask.line("amount", "How much is spent or saved, in pounds?", hint: threshold),
            ask.line(
                "wards", "In how many wards or divisions do communities feel a significant effect?",
                hint: "Two or more make it a key decision."),
            ask.text(
                "reasoning", "Why is it, or is it not, a key decision?",
                hint: "Having regard to the budget of the service, and to the communities."),
            Field(
                "plan", "Which notice in the forward plan does it follow?",
                .choice([.init("", "None")] + choices), value: answers["plan"], refusals: refusals),
            ask.text("without-plan", "A key decision without a notice: why?", rows: 3),
            Field(
                "strategy", "What does it do to the crime and disorder reduction strategy (the partnership plan)?",
                .choice(
                    [.init("", "Choose")]
                        + DecisionStatement.StrategyStep.allCases.map { .init($0.rawValue, $0.words) }),
                value: answers["strategy"], refusals: refusals),
        ]
    }

    private func callInFields(_ answers: Answers, _ refusals: Refusals?) -> [Field] {
        let ask = Asking(answers, refusals)
        return [
            YesNo.field(
                "subject", "Is it subject to call-in?",
                hint: "Executive decisions are, where the constitution says so.", answers, refusals),
            ask.line("exemption", "If not, why?", hint: "For example, It is a decision of scrutiny itself."),
            YesNo.field(
                "urgent", "Is it urgent, so that it cannot wait for call-in?", answers, refusals),
            ask.line("agreed-by", "If so, who agreed?", hint: "Name and office, such as the chair of scrutiny."),
            ask.line("agreed-on", "When did they agree?", hint: "For example, 9/2/2016."),
            ask.text("why", "Why can it not wait?", rows: 3),
        ]
    }

    private func paperFields(_ answers: Answers, _ refusals: Refusals?) -> [Field] {
        let ask = Asking(answers, refusals)
        return [
            ask.text(
                "documents", "Documents that whoever decided had before them",
                hint:
                    "One in a line; an address that begins with https:// at its end becomes a link. Write None if there was none."
            ),
            ask.text("background", "Background papers", hint: "One in a line. Write None if there were none."),
            YesNo.field("withheld", "Is part of it kept from the public?", answers, refusals),
            ask.line("paragraphs", "By which paragraphs of Schedule 12A?", hint: "For example, 3, 7."),
            ask.text(
                "public-interest", "Why does keeping it outweigh telling?", hint: "Everybody reads this.", rows: 3),
            ask.text("closed", "What is kept from the public", hint: "It stays here and is never published."),
        ]
    }

    /// The record with the answers of this part in it.
    ///
    /// - Throws: `Refusals`
    func read(_ answers: Answers) throws -> RegisterDraft<DecisionStatement> {
        var (check, draft) = (Check(answers), draft)
        switch part {
        case .decision: readDecision(answers, into: &draft, &check)
        case .key: readKey(answers, into: &draft, &check)
        case .callIn:
            draft.statement.callIn.isSubject = YesNo.read(answers["subject"])
            draft.statement.callIn.exemption = check.text("exemption", longest: 500)
            draft.statement.urgency = Urgency(
                isUrgent: YesNo.read(answers["urgent"]), agreedBy: check.text("agreed-by", longest: 300),
                agreedOn: check.optionalDay("agreed-on"), why: check.long("why", answers))
        case .papers:
            draft.statement.documents = check.noneOr("documents", answers)
            draft.statement.backgroundPapers = check.noneOr("background", answers)
            draft.statement.withheld = Withheld(
                isAny: YesNo.read(answers["withheld"]), paragraphs: check.paragraphs("paragraphs", answers),
                reasoning: check.long("public-interest", answers))
            draft.closedPart = check.long("closed", answers)
        }
        try check.refusals.check()
        return draft
    }

    private func readDecision(
        _ answers: Answers, into draft: inout RegisterDraft<DecisionStatement>, _ check: inout Check
    ) {
        draft.statement.title = check.text("title", ask: "Enter a title", longest: 200)
        let (maker, body) = MakerQuestions(bodies: bodies).read(answers, &check)
        draft.statement.maker = maker
        draft.body = body
        draft.statement.decidedOn = check.optionalDay("day")
        draft.statement.decided = check.long("decided", answers)
        draft.statement.reasons = check.long("reasons", answers)
        draft.statement.alternatives = check.noneOr("alternatives", answers)
        draft.statement.conflicts = check.noneOr("conflicts", answers)
        draft.statement.dispensations = check.noneOr("dispensations", answers)
    }

    private func readKey(
        _ answers: Answers, into draft: inout RegisterDraft<DecisionStatement>, _ check: inout Check
    ) {
        draft.statement.key = KeyReckoning(
            amount: check.amount("amount", answers), threshold: rules.threshold ?? draft.statement.key.threshold,
            wards: check.number("wards", answers, 0...500), reasoning: check.long("reasoning", answers))
        draft.statement.plan = plans.contains { $0.slug == answers["plan"] } ? answers["plan"] : ""
        draft.statement.withoutPlan = check.long("without-plan", answers)
        draft.statement.strategy = DecisionStatement.StrategyStep(rawValue: answers["strategy"])
    }
}

/// Makes fields from where their answers come.
struct Asking {
    let answers: Answers
    let refusals: Refusals?

    init(_ answers: Answers, _ refusals: Refusals?) {
        (self.answers, self.refusals) = (answers, refusals)
    }

    func line(_ name: String, _ label: String, hint: String? = nil) -> Field {
        Field(name, label, hint: hint, value: answers[name], refusals: refusals)
    }

    func text(_ name: String, _ label: String, hint: String? = nil, rows: Int = 5) -> Field {
        Field(name, label, hint: hint, .longText(rows: rows), value: answers[name], refusals: refusals)
    }
}
