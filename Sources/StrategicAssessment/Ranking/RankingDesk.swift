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

    func matrix(of assessment: AnnualAssessment) async throws -> RankingMatrix {
        let themes = try await store.themes(of: assessment.id)
        var found: [ID<Theme>: Evidence] = [:]
        for theme in themes where !theme.details.measures.isEmpty {
            found[theme.id] = try await evidence.evidence(
                on: theme.details.measures, over: assessment.period, against: assessment.comparison)
        }
        return try RankingMatrix(
            themes: themes, evidence: found, given: try await scores.scores(of: assessment.id),
            rules: try await rules.rules(of: assessment.id), months: assessment.period.count)
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
