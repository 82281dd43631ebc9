import DataFiles
import Hummingbird
import Membership
import Statistics
import Storage
import Web
import Wording

/// `/strategic-assessments/{year}/ranking` and `…/scores`: how themes are scored, and the order that comes of it.
struct RankingRoutes: Sendable {
    let finder: AssessmentFinder
    let desk: RankingDesk
    let ahead: FiguresAhead

    func add(to routes: inout Routes) {
        let path = "/strategic-assessments/{year}/ranking"
        routes.members(.get, path, may: .readScores, use: read)
        routes.members(.get, path + ".csv", may: .readScores, use: table)
        routes.members(.get, path + "/rules", may: .writeStrategicAssessments, use: openRules)
        routes.members(.post, path + "/rules", may: .writeStrategicAssessments, use: setRules)
        routes.members(.get, path + "/versions/{version}", may: .readStrategicAssessments, use: version)
        routes.members(.get, path + "/{theme}/{criterion}", may: .readScores, use: open)
        routes.members(.post, path + "/{theme}/{criterion}", may: .writeStrategicAssessments, use: publish)
    }

    private func read(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let assessment = try await finder.assessment(context)
        if let progress = try await ahead.progress(of: assessment, for: request) {
            return .page(FiguresAheadPage(assessment: assessment, progress: progress).page)
        }
        return .page(
            RankingPage(
                assessment: assessment, matrix: try await desk.matrix(of: assessment, seenBy: context.member),
                agreed: try await desk.rankings.versions(of: assessment.id),
                mayScore: context.member.may(.scoreThemes),
                mayWrite: context.member.may(.writeStrategicAssessments),
                mayClose: context.member.may(.closeScoring), visit: context.visit
            ).page)
    }

    private func table(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let assessment = try await finder.assessment(context)
        let matrix = try await desk.matrix(of: assessment, seenBy: context.member)
        let agreed = try await desk.rankings.versions(of: assessment.id).first
        var writer = DelimitedWriter(
            header: ["theme", "place", "composite"]
                + Criterion.allCases.flatMap { [$0.rawValue, "\($0.rawValue)_rests_on"] } + [
                    "best_place_by_weights", "worst_place_by_weights", "best_place_by_scorer", "worst_place_by_scorer",
                    "place_agreed", "why_it_differs",
                ])
        for row in matrix.rows {
            let places = [row.overWeights, row.overScorers].flatMap { range in
                [range.map { "\($0.lowerBound)" }, range.map { "\($0.upperBound)" }]
            }
            let line = agreed?.ranking.lines.first { $0.id == row.theme.id.description }
            writer.write(
                [row.theme.name, row.place.map { "\($0.rank)" }, row.place.map { $0.composite.rounded(places: 4) }]
                    + row.cells.flatMap { [$0.score?.wording, $0.words] } + places
                    + [line?.place.map { "\($0)" }, line?.agreed?.why])
        }
        return .download(
            writer.bytes, type: "text/csv; charset=utf-8", named: "ranking-\(assessment.year.slug).csv")
    }

    private func openRules(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let assessment = try await finder.assessment(context)
        let saved = try await desk.rules.rules(of: assessment.id)
        return .page(
            RankingForms.rules(
                of: assessment, RankingForms.known(saved.rules), version: saved.version,
                lists: try await desk.severity.lists()
            ).page(for: context.visit))
    }

    private func setRules(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let assessment = try await finder.assessment(context)
        let known = Int(form.answer(FormMerge.was("version")) ?? "") ?? 0
        let lists = try await desk.severity.lists()
        return try await answering(
            context.visit,
            again: { RankingForms.rules(of: assessment, Answers(form), version: known, lists: lists, refusals: $0) }
        ) {
            let (rules, why) = try RankingForms.readRules(form, among: lists)
            do {
                try await desk.rules.set(
                    rules, because: why, after: known, of: assessment.id, by: context.member.actor, at: finder.now())
            } catch let refusal as StrategicRefusal {
                throw Refusals(refusal.reason, field: "why")
            }
            return "/strategic-assessments/\(assessment.year.slug)/ranking"
        }
    }

    private func version(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let assessment = try await finder.assessment(context)
        let number = context.parameters.get("version").flatMap { Int($0) }
        guard let found = try await desk.rankings.versions(of: assessment.id).first(where: { $0.version == number })
        else { throw HTTPError(.notFound) }
        return .page(
            RankingVersionPage(
                assessment: assessment, version: found, mayReadScores: context.member.may(.readScores)
            ).page)
    }

    private func found(_ context: MemberContext) async throws -> CellPage {
        let assessment = try await finder.assessment(context)
        let theme = try await finder.theme(context, of: assessment)
        let matrix = try await desk.matrix(of: assessment, seenBy: context.member)
        guard let criterion = context.parameters.get("criterion").flatMap({ Criterion(rawValue: $0) }),
            let row = matrix.rows.first(where: { $0.theme.id == theme.id }), let cell = row[criterion]
        else { throw HTTPError(.notFound) }
        let givings = try await desk.scores.givings(of: assessment.id, to: theme.id, on: criterion)
        return CellPage(
            assessment: assessment, theme: theme, cell: cell, rules: matrix.rules,
            history: ScoreHistory(givings, shown: cell.given), entry: nil)
    }

    private func open(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let page = try await found(context)
        let may = context.member.may(.writeStrategicAssessments)
        return .page(page.with(PublishedScore.form(page, Answers(), context.visit), if: may).page)
    }

    /// A score that somebody else published, or a survey's, entered with where it stands.
    private func publish(_ form: Form, _ context: MemberContext) async throws -> Reply {
        var page = try await found(context)
        guard PublishedScore.isPossible(page.cell.criterion) else { throw HTTPError(.notFound) }
        do {
            let given = try PublishedScore.read(
                form, theme: page.theme, page.cell.criterion, by: context.member.name, on: finder.today(),
                at: finder.now())
            try await desk.scores.give(
                [given], in: page.assessment.id, by: context.member.actor, at: finder.now())
            return .redirect(
                to:
                    "/strategic-assessments/\(page.assessment.year.slug)/ranking/\(page.theme.id)/\(page.cell.criterion.rawValue)"
            )
        } catch let refusals as Refusals {
            page.refusals = refusals
            return .page(
                page.with(PublishedScore.form(page, Answers(form), context.visit), if: true).page,
                status: .unprocessableContent)
        }
    }
}
