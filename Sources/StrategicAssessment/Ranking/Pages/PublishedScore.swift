import DataFiles
import DataRegister
import Foundation
import Storage
import Web
import Wording

/// The forms by which a score is entered that no figure gives: of harm by judgement after something published, of residents’
/// perception after a survey. Both say what they rest on, so that anybody can look.
enum PublishedScore {
    /// Influence is for people to judge, and what figures score is not for anybody to enter.
    static func isPossible(_ criterion: Criterion) -> Bool { criterion == .harm || criterion == .perception }

    static func form(_ page: CellPage, _ answers: Answers, _ visit: Visit) -> HTML? {
        guard isPossible(page.cell.criterion), page.cell.harm == nil else { return nil }
        let action: Address =
            "/strategic-assessments/\(page.assessment.year.slug)/ranking/\(page.theme.id)/\(page.cell.criterion.rawValue)"
        let isHarm = page.cell.criterion == .harm
        let (fields, lead) =
            isHarm ? (judgement(answers, page.refusals), ofHarm) : (survey(answers, page.refusals), ofSurveys)
        return """
            <h2>\(isHarm ? "Enter a judgement" : "Enter what a survey found")</h2>
            \(lead)
            \(PostForm(
                to: action, visit, isGuarded: true, isRefused: page.refusals != nil,
                """
                \(score(answers, page.refusals).html)
                \(fields.html(\.html))
                \(Field("reason", "How does it become this score?", value: answers["reason"], refusals: page.refusals).html)
                <p class="actions">\(Button("Enter it", weight: .secondary).html)</p>
                """
            ).html)
            """
    }

    private static let ofHarm: HTML = """
        <p class="measure">Where harm cannot be worked out from offences and <a href="/severity-scores">published weights</a>, a \
        judgement can be entered after something published. Readers are told that it is one, with the citation.</p>
        """
    private static let ofSurveys: HTML = """
        <p class="measure">Readers are told who asked, when and how many answered, the interval, and where people chose to answer, that \
        it does not stand for residents.</p>
        """

    private static func score(_ answers: Answers, _ refusals: Refusals?) -> Field {
        Field(
            "score", "Score", .choice([.init("", "Choose one")] + (1...5).map { .init("\($0)", "\($0)") }),
            value: answers["score"],
            refusals: refusals)
    }

    private static func judgement(_ answers: Answers, _ refusals: Refusals?) -> [Field] {
        func text(_ name: String, _ label: String, _ hint: String? = nil) -> Field {
            Field(name, label, hint: hint, value: answers[name], refusals: refusals)
        }
        return [
            text("title", "Title of what was published"), text("publisher", "Who published it"),
            text("year", "In which year", "Like 2015."),
            text(
                "link", "Where it is on the web",
                "Like https://www.ons.gov.uk/… Leave it empty of what is in print alone."),
            text("page", "On which page", "Of a document. Leave it empty where the link leads to the place itself."),
        ]
    }

    private static func survey(_ answers: Answers, _ refusals: Refusals?) -> [Field] {
        func text(_ name: String, _ label: String, _ hint: String? = nil) -> Field {
            Field(name, label, hint: hint, value: answers[name], refusals: refusals)
        }
        return [
            text("title", "Title of the survey"), text("asked-by", "Who asked"),
            Field(
                "month", "When", hint: "The last month of asking.", .month, value: answers["month"], refusals: refusals),
            Field(
                "kind", "Who answered",
                .choice(
                    [.init("", "Choose one")] + ScoreBasis.Survey.Kind.allCases.map { .init($0.rawValue, $0.title) }),
                value: answers["kind"],
                refusals: refusals),
            text("answer", "What they said", "Like ‘very or fairly worried about burglary’."),
            text("percentage", "Per cent who said so", "Like 41 or 41.5."),
            text("base", "How many answered the question", "The number of people, before any weighting."),
        ]
    }

    /// - Parameter today: nothing that is still to come was published.
    /// - Throws: `Refusals`
    static func read(
        _ form: Form, theme: Theme, _ criterion: Criterion, by name: String, on today: Day, at time: Date
    ) throws -> GivenScore {
        var check = Check(form)
        let score = Int(form["score"])
        if !(score.map { (1...5).contains($0) } ?? false) { check.refuse("Choose a score from 1 to 5", field: "score") }
        let basis =
            criterion == .harm
            ? citation(form, &check, today).map { ScoreBasis($0) } : survey(form, &check, today).map { ScoreBasis($0) }
        let reason = check.text("reason", ask: "Say how it becomes this score", longest: 300)
        return try check.checked {
            basis.map { basis in
                GivenScore(
                    theme: theme.id, criterion: criterion, scorer: .publication, score: score, reason: reason,
                    source: basis.citation?.words ?? basis.survey?.title ?? "", enteredBy: name, at: time, basis: basis)
            }
        }
    }

    private static func citation(_ form: Form, _ check: inout Check, _ today: Day) -> ScoreBasis.Citation? {
        let title = check.text("title", ask: "Enter the title of what was published")
        let publisher = check.text("publisher", ask: "Enter who published it")
        let year = Int(form["year"])
        if !(year.map { (1950...today.year).contains($0) } ?? false) {
            check.refuse("Enter the year in which it was published, like 2015", field: "year")
        }
        let link = check.link("link")
        let page = check.text("page", longest: 40)
        if link.isEmpty, page.isEmpty {
            check.refuse("Enter where it is on the web, or on which page of the document it stands", field: "link")
        }
        return year.map { .init(title: title, publisher: publisher, year: $0, link: link, page: page) }
    }

    private static func survey(_ form: Form, _ check: inout Check, _ today: Day) -> ScoreBasis.Survey? {
        let title = check.text("title", ask: "Enter the title of the survey")
        let askedBy = check.text("asked-by", ask: "Enter who asked")
        var months = Refusals()
        let month = months.month(form["month"], field: "month", "the month", like: "2015-05")
        for refusal in months.all { check.refuse(refusal.message, field: "month") }
        if let month, (month.year, month.number) > (today.year, today.month) {
            check.refuse("\(month.inWords) is still to come", field: "month")
        }
        let kind: ScoreBasis.Survey.Kind? = check.choice("kind", ask: "Choose who answered")
        let answer = check.text("answer", ask: "Enter what they said")
        let typed = form["percentage"].replacing("%", with: "").trimmingPrefix(" ")
        let percentage =
            typed.wholeMatch(of: /[0-9]{1,3}(\.[0-9]{1,3})? */) == nil ? nil : Double(typed.filter { $0 != " " })
        if !(percentage.map { (0...100).contains($0) } ?? false) {
            check.refuse("Enter a percentage from 0 to 100, like 41", field: "percentage")
        }
        let base = Int(form["base"].replacing(",", with: ""))
        if let base, (0..<ScoreBasis.Survey.leastBase).contains(base) {
            check.refuse(
                "A percentage of fewer than \(ScoreBasis.Survey.leastBase) answers says nothing of residents, and is not taken",
                field: "base")
        } else if !(base.map { (1...10_000_000).contains($0) } ?? false) {
            check.refuse("Enter how many people answered, like 512", field: "base")
        }
        guard let month, let kind, let percentage, let base else { return nil }
        return .init(
            title: title, askedBy: askedBy, month: month, kind: kind, base: base, percentage: percentage, answer: answer
        )
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
