import Foundation
import Hummingbird
import Membership
import Storage
import Web

/// `/strategic-assessments`: what the partnership makes of its evidence, year by year.
public struct StrategicRoutes: Sendable {
    private let store: AnnualAssessmentStore
    private let texts: TextStore
    private let ranking: RankingDesk

    /// - Parameter evidence: where the figures of themes and texts come from.
    public init(_ database: Database, identities: Identities, evidence: any EvidenceDesk) {
        store = AnnualAssessmentStore(database, identities: identities)
        texts = TextStore(database)
        ranking = RankingDesk(
            store: store, scores: ScoreStore(database), rules: RulesStore(database), rankings: RankingStore(database),
            evidence: evidence)
    }

    public func add(to routes: inout Routes) {
        let shelf = AssessmentFinder(store: store, texts: texts, now: routes.site.now)
        BeginningRoutes(finder: shelf).add(to: &routes)
        PartRoutes(finder: shelf).add(to: &routes)
        ThemeRoutes(finder: shelf).add(to: &routes)
        RankingRoutes(finder: shelf, desk: ranking).add(to: &routes)
        ScoringRoutes(finder: shelf, scores: ranking.scores).add(to: &routes)
    }
}

/// The stores of strategic assessments, and the finding of what an address names: what their routes share.
struct AssessmentFinder: Sendable {
    let store: AnnualAssessmentStore
    let texts: TextStore
    let now: @Sendable () -> Date

    /// The assessment of the year in the address.
    func assessment(_ context: MemberContext) async throws -> AnnualAssessment {
        guard let year = context.parameters.get("year").flatMap({ PlanYear(slug: $0) }),
            let found = try await store.assessment(year)
        else { throw HTTPError(.notFound) }
        return found
    }

    /// The theme in the address.
    func theme(_ context: MemberContext, of assessment: AnnualAssessment) async throws -> Theme {
        guard let id = context.parameters.get("theme").flatMap({ ID<Theme>($0) }),
            let found = try await store.themes(of: assessment.id).first(where: { $0.id == id })
        else { throw HTTPError(.notFound) }
        return found
    }
}
