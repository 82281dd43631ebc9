import DataFiles
import DataRegister
import Membership
import Web
import Wording

/// `/assessment`: which district, over which months.
struct ChooserPage {
    let districts: [District]
    /// Those of which a few rows alone are here, in the files of neighbouring forces.
    let neighbours: Set<String>
    let home: String?
    /// Which months of it are looked at first.
    let usual: UsualMonths?
    /// Whether the reader may import data. Others are told who does.
    let mayImport: Bool

    var page: Page {
        Page(
            "Assessment", crumbs: [Mention(at: "/home", titled: "Home")],
            body: """
                <h1>Assessment</h1>
                <p class="lead">Choose a district. Its latest twelve months that are all here are set against the twelve before; you can choose other months there.</p>
                \(districts.isEmpty ? empty : list)
                <h2>More of the same data</h2>
                <ul>
                <li><a href="/comparators">Compare with other districts</a></li>
                <li><a href="/places">Wards and small areas</a></li>
                <li><a href="/signals">Unusual months</a></li>
                <li><a href="/figures/new">Choose a figure</a></li>
                </ul>
                """)
    }

    private var empty: HTML {
        EmptyState(
            "No data to assess yet",
            mayImport
                ? "Import a month or more of street-level crime first. Every district in it can then be assessed."
                : "\(Permission.importData.holdersInWords.withCapital) of the partnership imports street-level crime first. Every "
                    + "district in it can then be assessed.",
            action: mayImport ? Button("Import data", to: "/data/import") : nil
        ).html
    }

    /// That the own district is not among those in the data.
    private var missing: HTML? {
        guard let home, !districts.contains(where: { $0.name == home }) else { return nil }
        return Notice(
            .warning, "\(home) is not in the data",
            """
            <p>Your own district is in none of the files that were imported. They may be another force’s, or the \
            district’s name may be written differently in the partnership’s details.</p>
            """
        ).html
    }

    private var list: HTML {
        """
        \(missing)
        \(districts.filter { $0.name == home }.html { district in
            """
            <section class="own-district">
            <h2>\(district.name)</h2>
            <p>Your own district: \(usual.map { "\($0.words). \($0.note ?? "")" } ?? "the latest twelve months that are all here, against the twelve before.")</p>
            <p>\(Button("Assess \(district.name)", to: "/assessment/\(district.slug)").html)</p>
            </section>
            """
        })
        \(table("Districts in the data", districts.filter { !isStray($0) }))
        \(strays)
        """
    }

    /// A few rows of a district in its neighbours' files are not what is known of it.
    private func isStray(_ district: District) -> Bool {
        neighbours.contains(district.name) && district.name != "Isles of Scilly"
    }

    private var strays: HTML? {
        let few = districts.filter(isStray)
        // Where there is nothing else they are all there is to choose.
        guard !few.isEmpty else { return nil }
        guard few.count < districts.count else { return table("Districts with few rows", few) }
        return Disclosure(
            "\(few.count.counted("district", "districts")) with a few rows alone",
            """
            <p>Their rows are in the files of neighbouring forces. They do not say how much crime there is.</p>
            \(table("Districts with few rows", few))
            """
        ).html
    }

    private func table(_ caption: String, _ districts: [District]) -> HTML? {
        guard !districts.isEmpty else { return nil }
        return DataTable(
            caption, columns: [.text("District"), .number("Areas (LSOAs)")],
            rows: districts.map { district in
                ["<a href=\"/assessment/\(district.slug)\">\(district.name)</a>", HTML(text: district.areas.grouped)]
            }
        ).html
    }
}

/// The same form again, with what is wrong and what was typed.
struct RefusedAssessmentPage {
    let district: District
    let typed: AssessmentQuestion.Typed
    let refusals: Refusals

    var page: Page {
        Page(
            "Other months for \(district.name)",
            crumbs: [
                Mention(at: "/home", titled: "Home"), Mention(at: "/assessment", titled: "Assessment"),
                Mention(at: "/assessment/\(district.slug)", titled: district.name),
            ],
            hasErrors: true,
            body: """
                \(ErrorSummary(refusals).html)
                <h1>Other months for \(district.name)</h1>
                \(PeriodForm(action: "/assessment/\(district.slug)", typed: typed, refusals: refusals).html)
                """)
    }
}
