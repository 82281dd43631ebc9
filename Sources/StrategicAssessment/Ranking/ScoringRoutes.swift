import Hummingbird
import Membership
import Storage
import Web

/// `/strategic-assessments/{year}/scores`: what each person thinks, given by themselves.
struct ScoringRoutes: Sendable {
    let finder: AssessmentFinder
    let scores: ScoreStore

    func add(to routes: inout Routes) {
        let path = "/strategic-assessments/{year}/scores"
        routes.members(.get, path, may: .scoreThemes) { _, context in
            let assessment = try await finder.assessment(context)
            return .page(
                ScoresPage(
                    assessment: assessment, themes: try await finder.store.themes(of: assessment.id),
                    own: try await own(context, assessment)
                ).page)
        }
        routes.members(.get, path + "/{criterion}", may: .scoreThemes) { _, context in
            let (assessment, criterion, themes) = try await asked(context)
            let own = try await own(context, assessment).filter { $0.criterion == criterion }
            var answers: [String: String] = [:]
            for theme in themes {
                let given = own.first { $0.theme == theme.id }
                answers[ScoringForm.score(theme)] =
                    given.map { $0.score.map { "\($0)" } ?? ScoringForm.abstention } ?? ""
                answers[ScoringForm.reason(theme)] = given?.reason ?? ""
            }
            return .page(
                ScoringPage(
                    assessment: assessment, criterion: criterion, themes: themes, answers: { answers[$0] ?? "" }
                ).page(for: context.visit))
        }
        routes.members(.post, path + "/{criterion}", may: .scoreThemes, use: give)
    }

    private func give(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let (assessment, criterion, themes) = try await asked(context)
        if assessment.scoringClosedAt != nil {
            let refusals = Refusals(StrategicRefusal.scoringIsClosed.reason)
            let page = ScoringPage(
                assessment: assessment, criterion: criterion, themes: themes, answers: { form[$0] }, refusals: refusals)
            return .page(page.page(for: context.visit), status: .unprocessableContent)
        }
        let before = try await own(context, assessment).filter { $0.criterion == criterion }
        var refusals = Refusals()
        var given: [GivenScore] = []
        for theme in themes {
            let (typed, reason) = (form[ScoringForm.score(theme)], form[ScoringForm.reason(theme)])
            let score = Int(typed)
            let isAbstention = typed == ScoringForm.abstention
            if !typed.isEmpty, !isAbstention, !(score.map { (1...5).contains($0) } ?? false) {
                refusals.add("Choose a score from 1 to 5, or none", field: ScoringForm.score(theme))
            }
            if reason.count > 300 { refusals.add("Use 300 characters at most", field: ScoringForm.reason(theme)) }
            let last = before.first { $0.theme == theme.id }
            guard last == nil || last?.score != score || (last?.reason ?? "") != reason else { continue }
            guard last != nil || score != nil || isAbstention || !reason.isEmpty else { continue }
            given.append(
                GivenScore(
                    theme: theme.id, criterion: criterion, scorer: .person(context.member.id), score: score,
                    reason: reason, source: "", enteredBy: context.member.name, at: finder.now()))
        }
        guard refusals.all.isEmpty else {
            let page = ScoringPage(
                assessment: assessment, criterion: criterion, themes: themes, answers: { form[$0] },
                refusals: refusals)
            return .page(page.page(for: context.visit), status: .unprocessableContent)
        }
        try await scores.give(given, in: assessment.id, by: context.member.actor, at: finder.now())
        return .redirect(to: "/strategic-assessments/\(assessment.year.slug)/scores")
    }

    private func own(_ context: MemberContext, _ assessment: AnnualAssessment) async throws -> [GivenScore] {
        try await scores.scores(of: assessment.id).filter { $0.scorer == .person(context.member.id) }
    }

    private func asked(
        _ context: MemberContext
    ) async throws -> (assessment: AnnualAssessment, criterion: Criterion, themes: [Theme]) {
        let assessment = try await finder.assessment(context)
        guard let criterion = context.parameters.get("criterion").flatMap({ Criterion(rawValue: $0) }),
            criterion.source == .people
        else { throw HTTPError(.notFound) }
        return (assessment, criterion, try await finder.store.themes(of: assessment.id))
    }
}
