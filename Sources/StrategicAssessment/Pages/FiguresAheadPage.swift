import Hummingbird
import Web

/// What stands in the place of a ranking while its figures are worked out.
struct FiguresAheadPage {
    let assessment: AnnualAssessment
    let progress: FiguresAhead.Progress

    var page: Page {
        Page(
            "Working out the figures", crumbs: assessment.crumbs, reloadsAfter: 2,
            body: """
                <p class="eyebrow">\(assessment.title)</p>
                <h1>Working out the figures</h1>
                <p class="lead">The ranking opens here by itself. You may leave this page: the work goes on.</p>
                \(progress.bar(of: assessment).html)
                """)
    }

}

extension FiguresAhead.Progress {
    /// - Parameter part: the part of a page that stays, which says how the figures stand.
    func bar(of assessment: AnnualAssessment, renewing part: String? = nil) -> Progress {
        Progress(
            "Figures of the themes", fraction: fraction, detail: detail,
            source: "/strategic-assessments/\(assessment.year.slug)/figures/progress", renewing: part,
            atEnd: part == nil ? nil : "The figures of the themes are worked out.")
    }
}

/// `/strategic-assessments/{year}/figures/progress`: how far they are, for the script that moves the bar.
struct FiguresAheadRoutes: Sendable {
    let finder: AssessmentFinder
    let ahead: FiguresAhead

    private struct State: Encodable {
        let isFinished: Bool
        let percent: Int
        let detail: String
    }

    func add(to routes: inout Routes) {
        routes.members(.get, "/strategic-assessments/{year}/figures/progress", may: .readStrategicAssessments) {
            _, context in
            let progress = try await ahead.progress(of: finder.assessment(context))
            return try .json(
                State(
                    isFinished: progress == nil, percent: progress.map { Int($0.fraction * 100) } ?? 100,
                    detail: progress?.detail ?? "Finishing"))
        }
    }
}

extension FiguresAhead {
    /// The same for a person who waits at a browser; a program simply waits for the figures themselves.
    func progress(of assessment: AnnualAssessment, for request: Request) async throws -> Progress? {
        guard request.headers[.accept]?.contains("text/html") ?? false else { return nil }
        return try await progress(of: assessment)
    }
}
