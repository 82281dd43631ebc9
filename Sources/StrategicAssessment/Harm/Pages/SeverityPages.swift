import Storage
import Web
import Wording

/// The pages of published lists of severity: all of them, and one with what it says of what is counted here.
enum SeverityPages {
    static let crumbs: [Mention] = [
        Mention(at: "/home", titled: "Home"), Mention(at: "/strategic-assessments", titled: "Strategic assessments"),
        Mention(at: "/severity-scores", titled: "Severity scores"),
    ]

    private static let why: HTML = """
        <p class="measure">Harm is worked out from offences: how often each was recorded, times the weight that a publisher gives it. \
        The types of data.police.uk are no offences: ‘Violence and sexual offences’ runs from common assault to homicide, and any one \
        weight for it would be invented. Bring counts by offence as a partner’s data set (<a href="/data">Data</a>), and count the \
        theme from it.</p>
        """

    static func all(_ lists: [SeverityList], mayWrite: Bool) -> Page {
        let add = Button("Import a severity score", to: "/severity-scores/new", weight: .secondary)
        let items: HTML = lists.html { list in
            """
            <li class="publications__item"><a href="/severity-scores/\(list.address)">\(list.details.title)</a>
            <p class="publications__about">\(list.details.publisher), \(list.details.published.words), \
            \(list.rows.count.counted("offence", "offences"))</p></li>

            """
        }
        return Page(
            "Severity scores", crumbs: crumbs.dropLast(),
            body: """
                <h1>Severity scores</h1>
                <p class="lead">How much harm an offence does, as somebody published it. Which list a year’s ranking uses is among its \
                weights and rules.</p>
                \(lists.isEmpty
                    ? EmptyState(
                        "No list is here yet",
                        "Until one is, no theme has a score of harm but by a citation. It takes two things: the published weights, as a "
                            + "table with the columns Offence and Score, and counts by offence from the police or a partner.").html
                    : "<ul class=\"publications\">\n\(items)</ul>" as HTML)
                \(mayWrite ? "<p class=\"actions\">\(add.html)</p>" as HTML : nil)
                <h2>What harm can be worked out from</h2>
                \(why)
                """)
    }

    static func one(_ list: SeverityList, among versions: [SeverityList], _ match: SeverityMatch, mayWrite: Bool)
        -> Page
    {
        let renew: Address = "/severity-scores/\(list.address)/new"
        let newest = versions.first?.version ?? list.version
        return Page(
            list.details.title, crumbs: crumbs,
            body: """
                <p class="eyebrow">Severity score, version \(list.version)</p>
                <h1>\(list.details.title)</h1>
                \(list.version == newest ? nil : superseded(list, by: newest))
                \(SummaryList(facts(list)).html)
                \(mayWrite && list.version == newest ? "<p class=\"actions\">\(Button("Import a new version", to: renew, weight: .secondary).html)</p>" as HTML : nil)
                <h2>Offences that are counted here</h2>
                \(matched(match))
                \(unmatched(match))
                \(versions.count > 1 ? all(versions, but: list) : nil)
                """)
    }

    private static func superseded(_ list: SeverityList, by newest: Int) -> HTML {
        Notice(
            .information, "Version \(newest) superseded this one",
            "<p>Harm is worked out by <a href=\"/severity-scores/\(list.address)\">the newest version</a>. Orders that were agreed keep theirs.</p>"
        ).html
    }

    private static func facts(_ list: SeverityList) -> [(name: String, value: HTML)] {
        [
            ("Publisher", HTML(text: list.details.publisher)), ("Published", HTML(text: list.details.published.words)),
            ("Where", HTML(text: list.details.link)),
            ("Licence", HTML(text: list.details.licence)),
            ("One point is", HTML(text: list.details.unit.isEmpty ? "not said" : list.details.unit)),
            ("Offences", HTML(text: list.rows.count.grouped)),
            ("Imported", HTML(text: "\(list.at.day), by \(list.enteredBy), from \(list.file)")),
        ]
    }

    private static func matched(_ match: SeverityMatch) -> HTML {
        guard !match.matched.isEmpty else {
            return """
                <p class="measure">Nothing that is counted here is called as one of its offences, so no harm can be worked out yet.</p>
                \(why)
                """
        }
        return DataTable(
            "Its offences that are counted here", columns: [.text("Offence"), .number("Score"), .text("Counted in")],
            rows: match.matched.map { row, categories in
                [
                    HTML(text: row.offence), HTML(text: row.weight.asWeight),
                    HTML(text: Set(categories.map(\.set)).sorted().inWords),
                ]
            }
        ).html
    }

    private static func unmatched(_ match: SeverityMatch) -> HTML? {
        guard !match.unmatched.isEmpty else { return nil }
        let table = DataTable(
            "Rows that are of nothing here",
            columns: [.number("Row"), .text("Offence"), .number("Score"), .text("Why")],
            rows: match.unmatched.map { row, reason in
                [
                    HTML(text: row.line.grouped), HTML(text: row.offence), HTML(text: row.weight.asWeight),
                    HTML(text: reason),
                ]
            })
        return Disclosure(
            "\(match.unmatched.count.counted("row is", "rows are")) of nothing that is counted here", table.html,
            isOpen: match.unmatched.count <= 20
        ).html
    }

    private static func all(_ versions: [SeverityList], but shown: SeverityList) -> HTML {
        """
        <h2>Versions</h2>
        <ul>\(versions.html { list in
            let address = Address("/severity-scores/\(list.address)").asking(["version": "\(list.version)"])
            return list.version == shown.version
                ? "<li>Version \(list.version), published \(list.details.published.words): this one</li>"
                : "<li><a href=\"\(address)\">Version \(list.version)</a>, published \(list.details.published.words)</li>"
        })</ul>
        """
    }
}
