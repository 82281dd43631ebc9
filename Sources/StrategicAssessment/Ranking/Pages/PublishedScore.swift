import Foundation
import Web

/// The form by which a score that was published, or that a survey gave, is entered with its source.
enum PublishedScore {
    /// Influence is for people to judge, and what figures score is not for anybody to enter.
    static func isPossible(_ criterion: Criterion) -> Bool { criterion == .harm || criterion == .perception }

    static func form(_ page: CellPage, _ answers: Answers, _ visit: Visit) -> HTML? {
        guard isPossible(page.cell.criterion) else { return nil }
        let action: Address =
            "/strategic-assessments/\(page.assessment.year.slug)/ranking/\(page.theme.id)/\(page.cell.criterion.rawValue)"
        let refusals = page.refusals
        return """
            <h2>\(page.cell.criterion == .harm ? "Enter a published score" : "Enter what a survey found")</h2>
            \(PostForm(
                to: action, visit, isGuarded: true, isRefused: refusals != nil,
                """
                \(Field("score", "Score", .choice((1...5).map { .init("\($0)", "\($0)") }), value: answers["score"], refusals: refusals).html)
                \(Field("source", "Where was it published?", hint: "Title, publisher and date, so that anybody can find it.", value: answers["source"], refusals: refusals).html)
                \(Field("reason", "How does it become this score?", value: answers["reason"], refusals: refusals).html)
                <p class="actions">\(Button("Enter it", weight: .secondary).html)</p>
                """
            ).html)
            """
    }

    /// - Throws: `Refusals`
    static func read(
        _ form: Form, theme: Theme, _ criterion: Criterion, by name: String, at time: Date
    ) throws -> GivenScore {
        var check = Check(form)
        let score = Int(form["score"])
        if !(score.map { (1...5).contains($0) } ?? false) { check.refuse("Choose a score from 1 to 5", field: "score") }
        let source = check.text("source", ask: "Enter where it was published", longest: 300)
        let reason = check.text("reason", ask: "Say how it becomes this score", longest: 300)
        return try check.checked {
            GivenScore(
                theme: theme.id, criterion: criterion, scorer: .publication, score: score, reason: reason,
                source: source, enteredBy: name, at: time)
        }
    }
}

extension CellPage {
    /// The same with a form, for who may use it.
    func with(_ form: HTML?, if isAllowed: Bool) -> CellPage {
        CellPage(
            assessment: assessment, theme: theme, cell: cell, rules: rules, history: history,
            entry: isAllowed ? form : nil, refusals: refusals)
    }
}
