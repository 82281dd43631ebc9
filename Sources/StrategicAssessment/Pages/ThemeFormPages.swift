import Membership
import Web

/// The forms about themes.
enum ThemeFormPages {
    static func add(
        to assessment: AnnualAssessment, _ answers: Answers, among known: KnownMeasures, refusals: Refusals? = nil
    ) -> FormPage {
        FormPage(
            title: "Add a theme", crumbs: crumbs(assessment), action: assessment.themes,
            button: Button("Add the theme"),
            fields: fields(answers, chosen: [], known, refusals), refusals: refusals, back: assessment.themes)
    }

    static func details(
        of theme: Theme, in assessment: AnnualAssessment, _ answers: Answers?, among known: KnownMeasures,
        refusals: Refusals? = nil, wasChanged: Bool = false
    ) -> FormPage {
        var saved = ["name": theme.name, "covers": theme.details.covers]
        for (index, measure) in theme.details.measures.enumerated() { saved[measureField(index)] = measure }
        var page = FormPage(
            title: "Change the theme \(theme.name)",
            crumbs: crumbs(assessment) + [Mention(at: assessment.address(of: theme), titled: theme.name)],
            action: "/strategic-assessments/\(assessment.year.slug)/themes/\(theme.id)/details", button: Button("Save"),
            fields: fields(answers ?? Answers(saved), chosen: theme.details.measures, known, refusals),
            refusals: refusals, back: assessment.address(of: theme))
        page.hidden = [("seen", theme.details.fingerprint)]
        if wasChanged { page.notice = standing(theme, known) }
        return page
    }

    /// What somebody else saved meanwhile: whoever writes sees it before they save over it.
    private static func standing(_ theme: Theme, _ known: KnownMeasures) -> Notice {
        Notice(
            .warning, "As it stands now",
            """
            <p>\(theme.name): \(theme.details.covers)</p>
            <p>What is counted: \(known.words(of: theme.details.measures) ?? "nothing").</p>
            <p>What you wrote is below, and not saved. Put both together, and save.</p>
            """)
    }

    private static func crumbs(_ assessment: AnnualAssessment) -> [Mention] {
        assessment.crumbs + [Mention(at: assessment.themes, titled: "Themes")]
    }

    /// More than anybody adds up; a form has no more.
    private static let mostMeasures = 16

    private static func measureField(_ index: Int) -> String { "measure-\(index + 1)" }

    private static func fields(
        _ answers: Answers, chosen: [String], _ known: KnownMeasures, _ refusals: Refusals?
    ) -> [Field] {
        let typed = (0..<mostMeasures).map { answers[measureField($0)] }
        let used = (typed.lastIndex { !$0.isEmpty } ?? -1) + 1
        let choices = known.choices(with: Array(Set(chosen + typed.filter { !$0.isEmpty })).sorted())
        let measures = (0..<min(max(4, used + 2), mostMeasures)).map { index in
            Field(
                measureField(index), index == 0 ? "What is counted for it?" : "And what besides?",
                hint: index == 0
                    ? "Of one data set; what you choose is added up. Choose ‘Nothing’ where no data tell of it yet."
                    : nil,
                .search(choices), value: typed[index], refusals: refusals)
        }
        return [
            Field("name", "What is it called?", value: answers["name"], refusals: refusals),
            Field(
                "covers", "What belongs to it?", hint: "A sentence; what does not belong to it, too.",
                .longText(rows: 3), value: answers["covers"], refusals: refusals),
        ] + measures
    }

    /// - Throws: `Refusals`
    static func read(_ form: Form, among known: KnownMeasures) throws -> ThemeDetails {
        var check = Check(form)
        let name = check.text("name", ask: "Enter what the theme is called")
        let covers = form["covers"].split(whereSeparator: \.isNewline).joined(separator: " ")
        if covers.count > 500 { check.refuse("Use 500 characters at most", field: "covers") }
        var measures: [String] = []
        for field in (0..<mostMeasures).map(measureField) where !form[field].isEmpty {
            let measure = form[field]
            if known.isKnown(measure) {
                if !measures.contains(measure) { measures.append(measure) }
            } else {
                check.refuse("‘\(measure)’ is not known here. Choose something else, or ‘Nothing’", field: field)
            }
        }
        if let refusal = KnownMeasures.refusal(of: measures) { check.refuse(refusal, field: measureField(0)) }
        return try check.checked { ThemeDetails(name: name, covers: covers, measures: measures) }
    }
}
