import DataRegister
import Membership
import Storage
import Web
import Wording

/// What each theme would count, and how many of it, before all of them are counted from another set.
struct ThemeCountingPage {
    struct Row {
        let theme: Theme
        let measures: [String]
        /// How many there are as it is counted now, and as it would be, or why that cannot be told.
        let now: String
        let then: String
    }

    let assessment: AnnualAssessment
    let counting: ThemeCounting
    let rows: [Row]
    let known: KnownMeasures
    /// What the set is called, and the one that is counted now.
    let name: String
    let other: String
    var refusals: Refusals?

    func page(for visit: Visit) -> Page {
        let title = "Count the themes from \(name.begunSmall)"
        return Page(
            title, crumbs: assessment.crumbs + [Mention(at: assessment.themes, titled: "Themes")], width: .wide,
            hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <p class="eyebrow">\(assessment.title), \(assessment.months)</p>
                <h1>\(title)</h1>
                \(rows.isEmpty ? nothing : offer(visit))
                \(stays)
                """)
    }

    private var nothing: HTML {
        EmptyState(
            "No theme can be counted from it", "None counts \(other.begunSmall), or all are counted from it already.",
            action: Button("Themes", to: assessment.themes, weight: .secondary)
        ).html
    }

    private func offer(_ visit: Visit) -> HTML {
        let form: HTML = """
            <p class="actions">\(Button("Count them from \(name.begunSmall)").html) <a href="\(assessment.themes)">Cancel</a></p>
            """
        return """
            <p class="lead">What each theme counts stays the same type of crime; only where its numbers come from changes. Scores and \
            texts stay. The page of the themes leads back the same way.</p>
            \(DataTable(
                "What each theme will count, in \(assessment.period)",
                columns: [.text("Theme"), .text("It will count"), .text("Then"), .text("Now, from \(other.begunSmall)")],
                rows: rows.map { row in
                    [
                        HTML(text: row.theme.name), HTML(text: known.words(of: row.measures) ?? "nothing"),
                        HTML(text: row.then), HTML(text: row.now),
                    ]
                }
            ).html)
            \(PostForm(
                to: assessment.counting(from: counting.to), visit, values: [("shown", counting.fingerprint)], form
            ).html)
            """
    }

    private var stays: HTML? {
        guard !counting.staying.isEmpty else { return nil }
        let names = counting.staying.map(\.name).inWords
        return """
            <p class="measure">As \(counting.staying.count == 1 ? "it is" : "they are"): \(names), for \(name.begunSmall) does not have \
            what \(counting.staying.count == 1 ? "it counts" : "they count").</p>
            """
    }
}

extension AnnualAssessment {
    func counting(from set: DataSetAddress) -> Address { "/strategic-assessments/\(year.slug)/counting/\(set.text)" }
}

extension ThemeCounting {
    /// Of what is shown, so that nobody agrees to something else.
    var fingerprint: String {
        FileHash(
            of: Array(changes.map { "\($0.theme.id) \($0.theme.details.fingerprint)" }.joined(separator: "\n").utf8)
        )
        .description
    }

    /// The button that leads to it.
    static func button(_ set: DataSetAddress, of assessment: AnnualAssessment, named name: String) -> Button {
        Button("Count the themes from \(name.begunSmall)", to: assessment.counting(from: set), weight: .secondary)
    }
}
