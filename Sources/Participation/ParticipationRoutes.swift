import Hummingbird
import Membership
import Storage
import Web

/// `/committees/…/submissions`: what the public brings before meetings, entered by those who take it.
public struct ParticipationRoutes: Sendable {
    private let desk: ParticipationDesk

    public init(_ desk: ParticipationDesk) {
        self.desk = desk
    }

    public func add(to routes: inout Routes) {
        let path = "/committees/meetings/{meeting}/submissions"
        routes.members(.get, path, may: .keepSubmissions, use: all)
        routes.members(.get, path + "/new", may: .keepSubmissions) { _, context in
            let meeting = try await desk.meeting(context)
            let answers = Answers(["day": desk.today().typed, "naming": "resident"])
            return .page(SubmissionForms(meeting: meeting).enter(answers).page(for: context.visit))
        }
        routes.members(.post, path, may: .keepSubmissions, use: enter)
        routes.members(.get, path + "/publication", may: .publishSubmissions) { _, context in
            .page(try await publication(context))
        }
        routes.members(.post, path + "/publication", may: .publishSubmissions, use: publish)
        addOne(to: &routes)
    }

    private func addOne(to routes: inout Routes) {
        let path = "/committees/submissions/{submission}"
        routes.members(.get, path, may: .keepSubmissions) { _, context in
            .page(SubmissionPage(found: try await desk.found(context), visit: context.visit).page)
        }
        add(.details, at: path + "/details", to: &routes)
        add(.decision, at: path + "/decision", to: &routes)
        add(.answer, at: path + "/answer", to: &routes)
        add(.withdrawal, at: path + "/withdrawal", to: &routes)
        routes.members(.post, path + "/return", may: .keepSubmissions) { _, context in
            let found = try await desk.found(context)
            return try await pressing(found.address) {
                do {
                    try await desk.submissions.set(
                        .waiting, of: found.submission, before: found.meeting, by: context.member.actor, at: desk.now())
                } catch let refusal as ParticipationRefusal {
                    throw Refusals(refusal.reason)
                }
            }
        }
        routes.members(.get, path + "/erasure", may: .keepSubmissions) { _, context in
            let found = try await desk.found(context)
            return .page(SubmissionForms(meeting: found.meeting).erase(found.submission).page(for: context.visit))
        }
        routes.members(.post, path + "/erasure", may: .keepSubmissions) { _, context in
            let found = try await desk.found(context)
            return try await pressing(found.address) {
                try await desk.submissions.eraseContact(
                    of: found.submission.id, by: context.member.actor, at: desk.now())
            }
        }
    }

    private func all(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let meeting = try await desk.meeting(context)
        return .page(
            SubmissionsPage(
                meeting: meeting, all: try await desk.submissions.submissions(before: meeting.id),
                publication: try await desk.publication(of: meeting),
                mayPublish: context.member.may(.publishSubmissions)
            ).page)
    }

    private func enter(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let meeting = try await desk.meeting(context)
        let forms = SubmissionForms(meeting: meeting)
        return try await answering(context.visit, again: { forms.enter(Answers(form), refusals: $0) }) {
            let read = try SubmissionReading(answers: Answers(form)).submission(on: desk.today())
            let id = try await desk.submissions.enter(
                read.details, from: read.contact, before: meeting, by: context.member.actor, at: desk.now())
            return "/committees/submissions/\(id)"
        }
    }

    // MARK: What becomes of one

    private func add(_ step: SubmissionStep, at path: String, to routes: inout Routes) {
        routes.members(.get, path, may: .keepSubmissions) { _, context in
            let found = try await desk.found(context)
            return .page(step.form(found, asked(step, found)).page(for: context.visit))
        }
        routes.members(.post, path, may: .keepSubmissions) { form, context in try await take(form, step, context) }
    }

    /// What stands in a form as it is opened.
    private func asked(_ step: SubmissionStep, _ found: FoundSubmission) -> Answers {
        switch step {
        case .details: return SubmissionReading.answers(about: found.submission)
        case .decision, .withdrawal: return Answers()
        case .answer:
            guard let known = found.submission.answer else {
                return Answers(["by": found.submission.details.putTo, "day": desk.today().typed, "way": "spoken"])
            }
            return Answers([
                "way": known.way.rawValue, "by": known.by, "day": known.on.typed, "text": known.text,
            ])
        }
    }

    private func take(_ form: Form, _ step: SubmissionStep, _ context: MemberContext) async throws -> Reply {
        let found = try await desk.found(context)
        return try await answering(context.visit, again: { step.form(found, Answers(form), refusals: $0) }) {
            guard Int(form["revision"]) == found.submission.revision else {
                throw Refusals(
                    "Somebody changed this while you were writing. What you typed stands here: load \(found.submission.name) in "
                        + "another window, look at it, and enter yours again")
            }
            do {
                try await write(SubmissionReading(answers: Answers(form)), step, found, context)
            } catch is ChangedMeanwhile {
                throw Refusals("Somebody saved at the very same moment. Load the page again")
            } catch let refusal as ParticipationRefusal {
                if case .doubts = refusal { throw Refusals(refusal.reason, field: LookedAt.field) }
                throw Refusals(refusal.reason)
            }
            return found.address
        }
    }

    private func write(
        _ read: SubmissionReading, _ step: SubmissionStep, _ found: FoundSubmission, _ context: MemberContext
    ) async throws {
        let (store, known, meeting) = (desk.submissions, found.submission, found.meeting)
        let (actor, time, looked) = (context.member.actor, desk.now(), LookedAt.isSaid(in: read.answers))
        switch step {
        case .details:
            let (details, contact) = try read.submission(on: desk.today(), named: found.nameOnceErased)
            try await store.change(
                known, to: details, from: contact, before: meeting, isLookedAt: looked, by: actor, at: time)
        case .decision:
            try await store.set(
                read.decision(), of: known, before: meeting, isLookedAt: looked, by: actor, at: time)
        case .withdrawal: try await store.set(read.withdrawal(), of: known, before: meeting, by: actor, at: time)
        case .answer:
            let answer = try read.answer(on: desk.today())
            try await store.answer(known, answer, before: meeting, isLookedAt: looked, by: actor, at: time)
        }
    }

    // MARK: Publishing

    private func publication(_ context: MemberContext, _ refusals: Refusals? = nil) async throws -> Page {
        let meeting = try await desk.meeting(context)
        return SubmissionPublicationPage(
            heard: try await desk.heard(at: meeting), publication: try await desk.publication(of: meeting),
            visit: context.visit, refusals: refusals
        ).page
    }

    private func publish(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let meeting = try await desk.meeting(context)
        do {
            try await desk.publish(
                meeting, after: Int(form["before"]) ?? 0, isLookedAt: LookedAt.isSaid(in: Answers(form)),
                by: context.member.actor)
            return .redirect(to: meeting.address)
        } catch let refusal as any Refused {
            return .page(try await publication(context, Refusals(refusal.reason)), status: .unprocessableContent)
        }
    }
}

/// What can be entered of a submission.
enum SubmissionStep {
    case details, decision, answer, withdrawal

    func form(_ found: FoundSubmission, _ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        let (forms, known) = (SubmissionForms(meeting: found.meeting), found.submission)
        return switch self {
        case .details: forms.change(known, answers, refusals: refusals)
        case .decision: forms.decide(known, answers, refusals: refusals)
        case .answer: forms.answer(known, answers, refusals: refusals)
        case .withdrawal: forms.withdraw(known, answers, refusals: refusals)
        }
    }
}

extension FoundSubmission {
    /// What stands for a name once it was erased: the one they agreed to, if they did.
    fileprivate var nameOnceErased: String? {
        guard submission.contact == nil else { return nil }
        if case .named(let name) = submission.details.naming { return name }
        return ""
    }
}
