import Hummingbird
import Membership
import Storage
import Web

/// `/strategic-assessments/{year}/comments`: the review by partners.
struct CommentRoutes: Sendable {
    let finder: AssessmentFinder
    let people: PersonStore
    let agencies: AgencyStore

    static let longest = 4_000

    func add(to routes: inout Routes) {
        let path = "/strategic-assessments/{year}/comments"
        routes.members(.get, path, may: .readStrategicAssessments) { _, context in
            .page(try await commentsPage(finder.assessment(context), context).page)
        }
        routes.members(.post, path, may: .reviewStrategicAssessments, use: comment)
        routes.members(.post, path + "/{comment}/answers", may: .writeStrategicAssessments, use: answer)
    }

    private func commentsPage(_ assessment: AnnualAssessment, _ context: MemberContext) async throws -> CommentsPage {
        CommentsPage(
            assessment: assessment, comments: try await finder.review.comments(on: assessment.id),
            themes: try await finder.store.themes(of: assessment.id), visit: context.visit,
            mayAnswer: context.member.may(.writeStrategicAssessments))
    }

    private func comment(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let assessment = try await finder.assessment(context)
        guard let place = TextPlace(form["place"]), let part = try await finder.part(at: place, of: assessment) else {
            throw HTTPError(.notFound)
        }
        let text = form["comment"].withoutUnseen
        if let problem = Self.problem(text, asked: "Write what should be different") {
            let page = try await finder.page(
                of: part, context, comment: text, refusals: Refusals(problem, field: "comment"))
            return .page(page.page, status: .unprocessableContent)
        }
        do {
            try await finder.review.comment(
                text, at: place, of: assessment.id, from: try await reviewer(context), telling: Self.news(of: part),
                by: context.member.actor, at: finder.now())
            return .redirect(to: part.address.at("comments"))
        } catch let refusal as StrategicRefusal {
            let page = try await finder.page(
                of: part, context, comment: text, refusals: Refusals(refusal.reason, field: "comment"))
            return .page(page.page, status: .unprocessableContent)
        }
    }

    private func answer(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let assessment = try await finder.assessment(context)
        let comments = try await finder.review.comments(on: assessment.id)
        guard let comment = comments.first(where: { "\($0.id)" == context.parameters.get("comment") }) else {
            throw HTTPError(.notFound)
        }
        let field = "answer-\(comment.id)"
        let text = form[field].withoutUnseen
        if let problem = Self.problem(text, asked: "Write what became of it") {
            var page = try await commentsPage(assessment, context)
            page.refused = RefusedAnswer(
                comment: comment.id, text: text, refusals: Refusals(problem, field: field))
            return .page(page.page, status: .unprocessableContent)
        }
        let part = try await finder.part(at: comment.place, of: assessment)
        try await finder.review.answer(
            comment.id, text, settling: form["deed"] != "answer", of: assessment.id,
            telling: part.map(Self.news)
                ?? ReviewNews(
                    "the strategic assessment of \(assessment.year)", at: assessment.comments.text),
            by: context.member.actor, at: finder.now())
        return .redirect(to: assessment.comments)
    }

    private static func news(of part: Part) -> ReviewNews {
        ReviewNews(
            "‘\(part.title)’ of the strategic assessment of \(part.assessment.year)",
            at: part.address.at("comments").text)
    }

    private static func problem(_ text: String, asked ask: String) -> String? {
        if text.allSatisfy(\.isWhitespace) { return ask }
        return text.count > longest ? "Use 4,000 characters at most" : nil
    }

    /// Who they are and whom they work for, as it is known today.
    private func reviewer(_ context: MemberContext) async throws -> Reviewer {
        let agency = try await people.person(context.member.id)?.details.agency
        let name = if let agency { try await agencies.agency(agency)?.name } else { String?.none }
        return Reviewer(context.member.id, name: context.member.name, agency: name ?? "")
    }
}
