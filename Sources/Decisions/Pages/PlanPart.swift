import Membership
import Publishing
import Storage
import Web
import Wording

/// A part of a notice for the forward plan, on a page of its own.
enum PlanPart: String, CaseIterable {
    case matter, papers, privacy, notice

    var title: String {
        switch self {
        case .matter: "What is to be decided, by whom, and when"
        case .papers: "Documents, and how to have them"
        case .privacy: "A meeting in private"
        case .notice: "How much notice there is"
        }
    }
}

/// The questions of each part, and what is made of their answers.
struct PlanPartForm {
    let part: PlanPart
    let draft: RegisterDraft<PlanStatement>
    let bodies: [DecidingBody]

    static let further = "Other documents relevant to the matter may be submitted to the decision maker."

    var known: Answers {
        switch part {
        case .matter: Answers(matterAnswers)
        case .papers:
            Answers([
                "documents": statement.documents.typed, "copies": statement.copies, "further": statement.further,
                "requests": statement.requests,
            ])
        case .privacy: Answers(privacyAnswers)
        case .notice: Answers(noticeAnswers)
        }
    }

    private var statement: PlanStatement { draft.statement }

    private var matterAnswers: [String: String] {
        let members = draft.body.isEmpty ? statement.maker.members.joined(separator: "\n") : ""
        let own: [String: String] = [
            "title": statement.title, "key": YesNo.typed(statement.isKey), "matter": statement.matter,
            "members": members, "from": statement.from?.typed ?? "", "until": statement.until?.typed ?? "",
        ]
        return own.merging(MakerQuestions.answers(statement.maker, body: draft.body)) { one, _ in one }
    }

    private var privacyAnswers: [String: String] {
        let privacy = statement.privacy
        let numbers = privacy.paragraphs.map { "\($0)" }.joined(separator: ", ")
        return [
            "private": YesNo.typed(privacy.isPrivate), "reasons": privacy.reasons, "paragraphs": numbers,
            "representations": privacy.representations.typed, "response": privacy.response,
            "agreement": privacy.agreement,
        ]
    }

    private var noticeAnswers: [String: String] {
        let notice = statement.notice
        return [
            "way": notice.way.rawValue, "chair": notice.chair, "on": notice.on?.typed ?? "", "why": notice.why,
        ]
    }

    func fields(_ answers: Answers, _ refusals: Refusals?) -> [Field] {
        let ask = Asking(answers, refusals)
        switch part {
        case .matter: return matterFields(ask)
        case .papers:
            return [
                ask.text(
                    "documents", "Documents to be submitted to whoever decides",
                    hint: "One in a line. Write None if there is none so far."),
                ask.line("copies", "From which address are copies to be had?"),
                ask.text("further", "That other documents may be submitted", rows: 2),
                ask.line("requests", "How does somebody ask for documents as they become available?"),
            ]
        case .privacy:
            return [
                YesNo.field("private", "Is it to be considered in private?", answers, refusals),
                ask.text("reasons", "If so, why?", hint: "Everybody reads this.", rows: 3),
                ask.line("paragraphs", "By which paragraphs of Schedule 12A?", hint: "For example, 3, 7."),
                ask.text(
                    "representations", "For the second notice: representations that it should be open",
                    hint: "Leave it empty for the first notice. Write None if there was none.", rows: 3),
                ask.text("response", "For the second notice: what is answered to them", rows: 3),
                ask.text(
                    "agreement",
                    "If the notices cannot be given in time: who agreed, when, and why it cannot be deferred",
                    hint: "The chair of scrutiny, or else the chair or vice-chair of the council (regulation 5(6)).",
                    rows: 3),
            ]
        case .notice:
            return [
                Field(
                    "way", "By which way is notice given?",
                    .choice(NoticeWay.allCases.map { .init($0.rawValue, $0.title) }), value: answers["way"],
                    refusals: refusals),
                ask.line(
                    "chair", "For shorter notice: the chair of scrutiny", hint: "Or who acted for them, and as what."),
                ask.line("on", "When were they told in writing, or did they agree?", hint: "For example, 9/2/2016."),
                ask.text("why", "Why was the full notice impracticable?", hint: "Everybody reads this.", rows: 3),
            ]
        }
    }

    private func matterFields(_ ask: Asking) -> [Field] {
        [
            ask.line("title", "Title"),
            YesNo.field("key", "Is a key decision to be made?", ask.answers, ask.refusals),
            ask.text("matter", "The matter on which it is to be made"),
        ] + MakerQuestions(bodies: bodies).fields(ask.answers, ask.refusals) + [
            ask.text(
                "members", "Who is on the body, if it is not entered here",
                hint: "One in a line. Of a body that is entered here its members are filled in.", rows: 4),
            ask.line("from", "On which day is it to be made, or from which?", hint: "For example, 21/1/2027."),
            ask.line("until", "Until which day, if it is a period?"),
        ]
    }

    /// The notice with the answers of this part in it.
    ///
    /// - Throws: `Refusals`
    func read(_ answers: Answers) throws -> RegisterDraft<PlanStatement> {
        var (check, draft) = (Check(answers), draft)
        switch part {
        case .matter: readMatter(answers, into: &draft, &check)
        case .papers:
            draft.statement.documents = check.noneOr("documents", answers)
            draft.statement.copies = check.text("copies", longest: 500)
            draft.statement.further = check.long("further", answers)
            draft.statement.requests = check.text("requests", longest: 500)
        case .privacy:
            draft.statement.privacy.isPrivate = YesNo.read(answers["private"])
            draft.statement.privacy.reasons = check.long("reasons", answers)
            draft.statement.privacy.paragraphs = check.paragraphs("paragraphs", answers)
            draft.statement.privacy.representations = check.noneOr("representations", answers)
            draft.statement.privacy.response = check.long("response", answers)
            draft.statement.privacy.agreement = check.long("agreement", answers)
        case .notice:
            draft.statement.notice.way = NoticeWay(rawValue: answers["way"]) ?? .full
            draft.statement.notice.chair = check.text("chair", longest: 300)
            draft.statement.notice.on = check.optionalDay("on")
            draft.statement.notice.why = check.long("why", answers)
        }
        try check.refusals.check()
        return draft
    }

    private func readMatter(_ answers: Answers, into draft: inout RegisterDraft<PlanStatement>, _ check: inout Check) {
        draft.statement.title = check.text("title", ask: "Enter a title", longest: 200)
        draft.statement.isKey = YesNo.read(answers["key"])
        draft.statement.matter = check.long("matter", answers)
        let (maker, body) = MakerQuestions(bodies: bodies).read(answers, &check)
        draft.statement.maker = maker
        draft.body = body
        if body.isEmpty { draft.statement.maker.members = NoneOr(check.long("members", answers)).lines }
        draft.statement.from = check.optionalDay("from")
        draft.statement.until = check.optionalDay("until")
    }
}
