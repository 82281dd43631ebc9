import Assessment
import DataRegister
import Membership
import Partnership
import Web

/// What the officers' first page shows of the assessment.
struct HomeFromAssessment: HomeDesk {
    private let summary: AssessmentSummary

    init(_ desk: AssessmentDesk, district: String?) {
        summary = AssessmentSummary(desk, district: district)
    }

    func tasks(for member: Member) async throws -> [HomeTask] {
        guard member.may(.readAssessments) else { return [] }
        return try await summary.due().map { due in
            HomeTask(due.title, detail: due.detail, state: due.state, at: due.address)
        }
    }

    func highlights(for member: Member) async throws -> HomeHighlights? {
        guard member.may(.readAssessments) else { return nil }
        return try await summary.standsOut().map { found in
            HomeHighlights(found.title, sentence: found.sentence, lines: found.lines, more: found.more)
        }
    }

    func figures(for member: Member) async throws -> [FigureCard] {
        member.may(.readAssessments) ? try await summary.figures() : []
    }
}
