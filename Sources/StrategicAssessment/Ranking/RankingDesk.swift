import DataRegister
import Membership
import Storage

/// Where an assessment's themes are ranked, from the records as they stand.
struct RankingDesk: Sendable {
    let store: AnnualAssessmentStore
    let scores: ScoreStore
    let rules: RulesStore
    let rankings: RankingStore
    let evidence: any EvidenceDesk
    let severity: SeverityStore
    let sets: DataSetStore

    func matrix(of assessment: AnnualAssessment) async throws -> RankingMatrix {
        let themes = try await store.themes(of: assessment.id)
        var found: [ID<Theme>: Evidence] = [:]
        for theme in themes where !theme.details.measures.isEmpty {
            found[theme.id] = try await evidence.evidence(
                on: theme.details.measures, over: assessment.period, against: assessment.comparison)
        }
        let saved = try await rules.rules(of: assessment.id)
        return try RankingMatrix(
            themes: themes, evidence: found, given: try await scores.scores(of: assessment.id), rules: saved,
            months: assessment.period.count, harm: try await harm(of: themes, by: saved.rules, over: assessment.period))
    }

    /// The harm of each theme that counts something, by the list that the rules choose.
    private func harm(
        of themes: [Theme], by rules: RankingRules, over period: Period
    ) async throws -> [ID<Theme>: Result<HarmOfTheme, Evidence.Missing>] {
        let list: SeverityList? = if let address = rules.severity { try await severity.newest(address) } else { nil }
        let known = Dictionary(
            try await CountedCategory.all(in: sets).map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
        var found: [ID<Theme>: Result<HarmOfTheme, Evidence.Missing>] = [:]
        for theme in themes where !theme.details.measures.isEmpty {
            var counted: [HarmOfTheme.Counted] = []
            for measure in theme.details.measures {
                let category =
                    known[measure] ?? CountedCategory(address: measure, name: measure, set: "", isPoliceType: false)
                // Only what has a weight is counted.
                let count: Result<(Int, Evidence.Figure), Evidence.Missing> =
                    category.breadth == nil && list?.row(for: category.name) != nil
                    ? try await evidence.count(of: measure, over: period) : .failure(.init("it was not counted"))
                counted.append(.init(category: category, count: count))
            }
            found[theme.id] = HarmOfTheme.worked(out: counted, by: list)
        }
        return found
    }

    /// As a member may see it: until an order is agreed or the scoring is closed, whoever may score sees others' scores
    /// once they have given their own.
    func matrix(of assessment: AnnualAssessment, seenBy member: Member) async throws -> RankingMatrix {
        let matrix = try await matrix(of: assessment)
        guard member.may(.scoreThemes), assessment.scoringClosedAt == nil,
            try await rankings.versions(of: assessment.id).isEmpty
        else { return matrix }
        return matrix.sealed(from: member.id)
    }
}
