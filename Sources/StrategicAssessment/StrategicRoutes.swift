import Foundation
import Hummingbird
import Membership
import Press
import Publishing
import Storage
import Web

/// `/strategic-assessments`: what the partnership makes of its evidence, year by year.
public struct StrategicRoutes: Sendable {
    private let database: Database
    private let identities: Identities
    private let evidence: any EvidenceDesk
    private let printing: Printing
    private let today: @Sendable () -> Day

    /// How papers are made, and what stands at their head.
    public struct Printing: Sendable {
        let press: Press
        let partnership: String
        /// `#1f5673`
        let accent: String?

        /// - Parameter accent: the partnership's own colour; nil is the house's.
        public init(by press: Press, partnership: String, accent: Accent?) {
            (self.press, self.partnership, self.accent) = (press, partnership, accent?.hex)
        }
    }

    /// - Parameters:
    ///   - evidence: where the figures of themes and texts come from.
    ///   - today: the day on which data are due or not.
    public init(
        _ database: Database, identities: Identities, evidence: any EvidenceDesk, printing: Printing,
        today: @escaping @Sendable () -> Day
    ) {
        (self.database, self.identities, self.evidence) = (database, identities, evidence)
        (self.printing, self.today) = (printing, today)
    }

    public func add(to routes: inout Routes) {
        let finder = AssessmentFinder(
            store: AnnualAssessmentStore(database, identities: identities), texts: TextStore(database),
            review: ReviewStore(database, identities: identities), evidence: evidence, now: routes.site.now,
            today: today)
        let ranking = RankingDesk(
            store: finder.store, scores: ScoreStore(database), rules: RulesStore(database),
            rankings: RankingStore(database), evidence: evidence)
        let documents = DocumentDesk(
            finder: finder, rankings: ranking.rankings, register: .init(database), partnership: printing.partnership)
        let publications = PublicationStore(database, identities: identities)
        let years = YearDesk(
            finder: finder, ranking: ranking, register: .init(database), publications: publications)
        let printer = DocumentPrinter(printing)
        BeginningRoutes(finder: finder, years: years).add(to: &routes)
        PartRoutes(finder: finder).add(to: &routes)
        ThemeRoutes(finder: finder).add(to: &routes)
        RankingRoutes(finder: finder, desk: ranking).add(to: &routes)
        ScoringRoutes(finder: finder, scores: ranking.scores).add(to: &routes)
        CommentRoutes(
            finder: finder, people: PersonStore(database, identities: identities),
            agencies: AgencyStore(database, identities: identities)
        ).add(to: &routes)
        ChecklistRoutes(finder: finder).add(to: &routes)
        DocumentRoutes(finder: finder, desk: documents, printer: printer).add(to: &routes)
        YearPublicationRoutes(
            finder: finder, desk: PublishingDesk(documents: documents, printer: printer, store: publications)
        ).add(to: &routes)
    }
}

/// The stores of strategic assessments, and the finding of what an address names: what their routes share.
struct AssessmentFinder: Sendable {
    let store: AnnualAssessmentStore
    let texts: TextStore
    let review: ReviewStore
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
