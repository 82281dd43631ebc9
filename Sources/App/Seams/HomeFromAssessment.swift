import Assessment
import DataRegister
import Membership
import Partnership
import Storage
import Web
import Wording

/// What the officers' first page shows of the assessment.
struct HomeFromAssessment: HomeDesk {
    private let summary: AssessmentSummary
    private let register: DataSetStandingStore
    let today: @Sendable () -> Day

    init(
        _ desk: AssessmentDesk, district: String?, register: DataSetStandingStore, today: @escaping @Sendable () -> Day
    ) {
        self.register = register
        self.today = today
        summary = AssessmentSummary(desk, district: district)
    }

    func tasks(for member: Member) async throws -> [HomeTask] {
        guard member.may(.readAssessments) else { return [] }
        let mayImport = member.may(.importData)
        // Whoever asks a partner for what is owed is whoever takes it in.
        let overdue = mayImport ? try await register.standings(on: today()).compactMap(HomeTask.init(overdue:)) : []
        return try await overdue
            + summary.due(on: today(), mayImport: mayImport).map { due in
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

extension HomeTask {
    /// That a data set is owed; nil where it is not.
    fileprivate init?(overdue standing: DataSetStanding) {
        guard let first = standing.overdue.first else { return nil }
        let more = standing.overdue.count > 1 ? ", and \(standing.overdue.count - 1) more after it" : ""
        self.init(
            "Ask \(standing.set.provider.name) for \(standing.set.name)",
            detail: "\(first.period) was due by \(first.due.moments.lowerBound.day)\(more).",
            state: Tag("Overdue", .bad),
            at: "/data/sets/\(standing.set.address.text)")
    }
}
