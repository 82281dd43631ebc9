import DataRegister
import Hummingbird
import Membership
import Web

/// `/strategic-assessments/{year}/counting/{set}`: all themes counted from the other set of the same types, seen before it is
/// done.
struct ThemeCountingRoutes: Sendable {
    let finder: AssessmentFinder

    func add(to routes: inout Routes) {
        let path = "/strategic-assessments/{year}/counting/{set}"
        routes.members(.get, path, may: .writeStrategicAssessments) { _, context in
            let (assessment, counting) = try await asked(context)
            return .page(try await page(assessment, counting).page(for: context.visit))
        }
        routes.members(.post, path, may: .writeStrategicAssessments) { form, context in
            let (assessment, counting) = try await asked(context)
            do {
                // What they were shown is what they agreed to.
                guard form["shown"] == counting.fingerprint else { throw StrategicRefusal.changedMeanwhile }
                try await finder.store.count(
                    counting, of: assessment.id, by: context.member.actor, at: finder.now())
                return .redirect(to: assessment.themes)
            } catch let refusal as StrategicRefusal {
                var page = try await page(assessment, counting)
                page.refusals = Refusals(refusal.reason)
                return .page(page.page(for: context.visit), status: .conflict)
            }
        }
    }

    private func asked(_ context: MemberContext) async throws -> (AnnualAssessment, ThemeCounting) {
        let assessment = try await finder.assessment(context)
        guard let set = context.parameters.get("set").flatMap({ DataSetAddress($0) }) else {
            throw HTTPError(.notFound)
        }
        let known = Set(try await finder.sets.measures(of: set).map { "\($0.address)" })
        let themes = try await finder.store.themes(of: assessment.id)
        guard let counting = ThemeCounting(themes, to: set, known: known) else { throw HTTPError(.notFound) }
        return (assessment, counting)
    }

    private func page(_ assessment: AnnualAssessment, _ counting: ThemeCounting) async throws -> ThemeCountingPage {
        var rows: [ThemeCountingPage.Row] = []
        for change in counting.changes {
            let now = try await finder.evidence.evidence(
                on: change.theme.details.measures, over: assessment.period, against: assessment.comparison
            ).volume
            let then = try await finder.evidence.evidence(
                on: change.measures, over: assessment.period, against: assessment.comparison
            ).volume
            rows.append(.init(theme: change.theme, measures: change.measures, now: now.told, then: then.told))
        }
        let names = Dictionary(
            try await finder.sets.dataSets().map { ($0.address, $0.name) }, uniquingKeysWith: { first, _ in first })
        return ThemeCountingPage(
            assessment: assessment, counting: counting, rows: rows, known: try await KnownMeasures(finder.sets),
            name: names[counting.to] ?? counting.to.text, other: names[counting.from] ?? counting.from.text)
    }
}

extension Result where Success == (Int, Evidence.Figure), Failure == Evidence.Missing {
    /// "1,012 crimes", or why it cannot be told.
    fileprivate var told: String {
        switch self {
        case .success(let (_, figure)): figure.words
        case .failure(let missing): missing.reason
        }
    }
}
