import DataRegister
import Foundation
import Hummingbird
import Membership
import Storage
import Web

/// `/strategic-assessments`: what the partnership makes of its evidence, year by year.
public struct StrategicRoutes: Sendable {
    private let desks: StrategicDesks

    public init(_ desks: StrategicDesks) {
        self.desks = desks
    }

    public func add(to routes: inout Routes) {
        let finder = desks.finder
        BeginningRoutes(finder: finder, years: desks.years, ahead: desks.ahead).add(to: &routes)
        FiguresAheadRoutes(finder: finder, ahead: desks.ahead).add(to: &routes)
        MonthsRoutes(finder: finder, rankings: desks.ranking.rankings).add(to: &routes)
        PartRoutes(finder: finder).add(to: &routes)
        ThemeRoutes(finder: finder).add(to: &routes)
        ThemeCountingRoutes(finder: finder).add(to: &routes)
        RankingRoutes(finder: finder, desk: desks.ranking, ahead: desks.ahead).add(to: &routes)
        AgreementRoutes(finder: finder, desk: desks.ranking).add(to: &routes)
        ScoringRoutes(finder: finder, scores: desks.ranking.scores).add(to: &routes)
        CommentRoutes(finder: finder, people: desks.people, agencies: desks.agencies).add(to: &routes)
        ChecklistRoutes(finder: finder).add(to: &routes)
        FocusRoutes(finder: finder, store: desks.focus, desk: desks.following, printer: desks.printer).add(to: &routes)
        SeverityRoutes(finder: finder, store: desks.severity, tables: desks.tables, files: desks.files).add(to: &routes)
        DocumentRoutes(finder: finder, desk: desks.documents, printer: desks.printer).add(to: &routes)
        YearPublicationRoutes(finder: finder, desk: desks.publishing).add(to: &routes)
        RevisedRoutes(finder: finder, desk: desks.revising, publications: desks.publishing.store).add(to: &routes)
    }
}

/// The stores of strategic assessments, and the finding of what an address names: what their routes share.
struct AssessmentFinder: Sendable {
    let store: AnnualAssessmentStore
    let texts: TextStore
    let review: ReviewStore
    /// What there is to count.
    let sets: DataSetStore
    let evidence: any EvidenceDesk
    let now: @Sendable () -> Date
    let today: @Sendable () -> Day

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
