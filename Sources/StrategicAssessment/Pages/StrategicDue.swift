import DataFiles
import DataRegister
import Membership
import Publishing
import Storage
import Web
import Wording

/// Something of the year's assessment that waits for one person.
public struct StrategicDue: Sendable {
    public let title: String
    public let detail: String
    public let address: Address
}

extension StrategicDesks {
    /// What waits for a member in the newest assessment: their own scores until an order is agreed; comments that nobody has
    /// settled, and focus wards to choose, where they write it.
    ///
    /// - Throws: `DatabaseFault`
    public func due(for member: Member) async throws -> [StrategicDue] {
        guard let newest = try await finder.store.assessments().first else { return [] }
        return [
            try await scoresDue(for: member, in: newest), try await commentsDue(for: member, in: newest),
            try await focusDue(for: member, in: newest),
        ].compactMap(\.self)
    }

    private func scoresDue(for member: Member, in assessment: AnnualAssessment) async throws -> StrategicDue? {
        guard member.may(.scoreThemes), assessment.scoringClosedAt == nil,
            try await ranking.rankings.versions(of: assessment.id).isEmpty
        else { return nil }
        let themes = try await finder.store.themes(of: assessment.id)
        let criteria = Criterion.allCases.filter { $0.source == .people }
        let given = try await ranking.scores.scores(of: assessment.id)
            .filter { $0.scorer == .person(member.id) }
        let missing = criteria.filter { criterion in
            !themes.allSatisfy { theme in given.contains { $0.theme == theme.id && $0.criterion == criterion } }
        }
        guard !missing.isEmpty, !themes.isEmpty else { return nil }
        return StrategicDue(
            title: "Score the themes of \(assessment.year)",
            detail: "\(missing.map(\.question).joined(separator: " ")) Each person scores by themselves.",
            address: "/strategic-assessments/\(assessment.year.slug)/scores")
    }

    private func commentsDue(for member: Member, in assessment: AnnualAssessment) async throws -> StrategicDue? {
        guard member.may(.writeStrategicAssessments) else { return nil }
        let open = try await finder.review.comments(on: assessment.id).count(where: \.isOpen)
        guard open > 0 else { return nil }
        return StrategicDue(
            title: open == 1 ? "Settle a comment" : "Settle \(open.grouped) comments",
            detail: "Partners said what should be different in the strategic assessment of \(assessment.year).",
            address: assessment.comments)
    }

    /// Until it is published, where months of the year are here and no ward was ever chosen.
    private func focusDue(for member: Member, in assessment: AnnualAssessment) async throws -> StrategicDue? {
        guard member.may(.writeStrategicAssessments),
            try await publishing.store.publication(assessment.publicationSlug) == nil,
            try await focus.places(of: assessment.id).isEmpty
        else { return nil }
        let months = Set(assessment.year.period.months)
        let here = try await finder.evidence.monthsHere().monthly.filter(months.contains).max()
        guard let here else { return nil }
        return StrategicDue(
            title: "Choose the focus wards of \(assessment.year)",
            detail: "Months of the year to \(here.inWords) are here. A ward that is chosen is followed through it.",
            address: assessment.focusWards)
    }
}
