import Assessment
import Partnership
import Storage
import Web

/// What the officers' first page shows of the assessment.
struct HomeFromAssessment: HomeDesk {
    private let summary: AssessmentSummary

    init(_ database: Database, identities: Identities, district: String?) {
        summary = AssessmentSummary(database, identities: identities, district: district)
    }

    func tasks() async throws -> [HomeTask] {
        try await summary.due().map { due in
            HomeTask(due.title, detail: due.detail, state: due.state, at: due.address)
        }
    }

    func highlights() async throws -> HomeHighlights? {
        try await summary.standsOut().map { found in
            HomeHighlights(found.title, sentence: found.sentence, lines: found.lines, more: found.more)
        }
    }

    func figures() async throws -> [FigureCard] {
        try await summary.figures()
    }
}
