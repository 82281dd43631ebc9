import Membership
import Web

/// The forms about themes.
enum ThemeFormPages {
    static func add(to assessment: AnnualAssessment, _ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        FormPage(
            title: "Add a theme", crumbs: crumbs(assessment), action: assessment.themes,
            button: Button("Add the theme"),
            fields: fields(answers, refusals), refusals: refusals, back: assessment.themes)
    }

    static func details(
        of theme: Theme, in assessment: AnnualAssessment, _ answers: Answers?, refusals: Refusals? = nil
    ) -> FormPage {
        let known = Answers([
            "name": theme.name, "covers": theme.details.covers,
            "measures": theme.details.measures.joined(separator: "\n"),
        ])
        return FormPage(
            title: "Change the theme \(theme.name)",
            crumbs: crumbs(assessment) + [Mention(at: assessment.address(of: theme), titled: theme.name)],
            action: "/strategic-assessments/\(assessment.year.slug)/themes/\(theme.id)/details", button: Button("Save"),
            fields: fields(answers ?? known, refusals), refusals: refusals, back: assessment.address(of: theme))
    }

    private static func crumbs(_ assessment: AnnualAssessment) -> [Mention] {
        assessment.crumbs + [Mention(at: assessment.themes, titled: "Themes")]
    }

    private static func fields(_ answers: Answers, _ refusals: Refusals?) -> [Field] {
        [
            Field("name", "What is it called?", value: answers["name"], refusals: refusals),
            Field(
                "covers", "What belongs to it?", hint: "A sentence; what does not belong to it, too.",
                .longText(rows: 3), value: answers["covers"], refusals: refusals),
            Field(
                "measures", "What is counted for it?",
                hint:
                    "The address of a measure on each line, like street-crime/burglary. Leave it empty where no data tell of it yet.",
                .longText(rows: 4), value: answers["measures"], refusals: refusals),
        ]
    }

    /// - Throws: `Refusals`
    static func read(_ form: Form) throws -> ThemeDetails {
        var check = Check(form)
        let name = check.text("name", ask: "Enter what the theme is called")
        let covers = form["covers"].split(whereSeparator: \.isNewline).joined(separator: " ")
        if covers.count > 500 { check.refuse("Use 500 characters at most", field: "covers") }
        let measures = form["measures"].split(whereSeparator: \.isNewline)
            .map { $0.trimmingPrefix(while: \.isWhitespace) }.map { String($0.prefix { !$0.isWhitespace }) }
            .filter { !$0.isEmpty }
        for measure in measures where measure.wholeMatch(of: /[a-z0-9-]+\/[a-z0-9-]+/) == nil {
            check.refuse(
                "‘\(measure)’ is no address of a measure; one is like street-crime/burglary", field: "measures")
        }
        return try check.checked { ThemeDetails(name: name, covers: covers, measures: measures) }
    }
}
