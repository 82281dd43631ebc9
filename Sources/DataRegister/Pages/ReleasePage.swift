import DataFiles
import Storage
import Web
import Wording

/// `/data/releases/{release}`: one file, and what became of every row of it.
struct ReleasePage {
    let release: Release
    let months: [ForceMonthRecord]
    let faults: [Fault]
    /// Whether somebody may be told from it, so that it is for those who may import.
    let isForImporters: Bool
    /// Whether the reader is one of them, or it is for everybody.
    let isOpen: Bool

    var page: Page {
        Page(
            release.name,
            crumbs: [Mention(at: "/home", titled: "Home"), Mention(at: "/data", titled: "Data")], width: .wide,
            body: """
                <p class="eyebrow">\(release.kind.title)</p>
                <h1>\(release.name)</h1>
                \(generated)
                \(rows)
                \(SummaryList(facts).html)
                \(isForImporters ? guarded : nil)
                <p class="actions">\(isOpen ? download : nil)\
                \(release.hasRowsOfCrime ? HTML(" <a href=\"/data/releases/\("\(release.id)")/changes\">What it changed</a>") : nil)</p>
                \(remarks)
                \(forceMonths)
                \(refusedRows)
                """)
    }

    private var generated: HTML? {
        guard release.isGenerated else { return nil }
        return Notice(
            .warning, "These incidents are generated",
            "<p>\(release.generatedRows.grouped) rows of this file were made up by the example’s generator. None of them happened.</p>"
        ).html
    }

    private var rows: HTML { "<p class=\"lead\">\(release.rowsWording)</p>" }

    private var facts: [(name: String, value: HTML)] {
        [
            ("Publisher", HTML(text: release.publisher)),
            ("Licence", HTML(text: release.licence)),
            ("Months", HTML(text: release.monthsWording)),
            ("Received", HTML(text: "\(release.receivedAt.dayAndTime), by \(release.receivedBy)")),
            ("Size", HTML(text: release.kept)),
            ("SHA-256", "<code>\(release.sha256.description)</code>"),
        ] + asGiven
    }

    private var asGiven: [(name: String, value: HTML)] {
        guard let given = release.given else { return [] }
        return [
            ("Kept of it", "The columns that were read, and nothing else"),
            ("As it was given", HTML(text: "\(given.size.asSize), not kept")),
            ("Its SHA-256 as given", "<code>\(given.fingerprint.description)</code>"),
        ]
    }

    private var download: HTML {
        Button(
            release.given == nil ? "Download the file as received" : "Download what is kept of it",
            to: "/data/releases/\(release.id)/file", weight: .secondary, isDownload: true
        ).html
    }

    private var guarded: HTML {
        Notice(
            .information, "Somebody may be told from this file",
            isOpen
                ? "<p>It and its rows that were refused are for those who may import data. Each download goes on record.</p>"
                : "<p>It and its rows that were refused are for those who may import data. Its figures are for everybody here.</p>"
        ).html
    }

    private var remarks: HTML? {
        guard !release.remarks.isEmpty else { return nil }
        return """
            <h2>Worth knowing</h2>
            <ul>\(release.remarks.html { "<li>\($0)</li>" })</ul>
            """
    }

    private var forceMonths: HTML? {
        guard !months.isEmpty else { return nil }
        return """
            <h2>Months in this file</h2>
            <p>Rows <em>without a place</em> have no LSOA: they belong to the force and to no district.</p>
            \(DataTable(
                "What became of each month’s rows",
                columns: [
                    .text("Force and month"), .number("Kept"), .number("Without a place"), .number("Refused"),
                    .text("Counts now?"),
                ],
                rows: months.map(row)
            ).html)
            """
    }

    private func row(_ month: ForceMonthRecord) -> [HTML] {
        let state: HTML
        if let newer = month.supersededBy {
            state = "No: <a href=\"/data/releases/\("\(newer)")\">a later release</a> superseded it"
        } else {
            state = "Yes"
        }
        return [
            HTML(text: "\(month.force), \(month.month.name) \(month.month.year)"), HTML(text: month.rows.kept.grouped),
            HTML(text: month.rows.unplaced.grouped), HTML(text: month.rows.refused.grouped), state,
        ]
    }

    private var refusedRows: HTML? {
        guard !faults.isEmpty else { return nil }
        let shown = faults.prefix(50)
        return """
            <h2>Rows that were refused</h2>
            \(DataTable(
                shown.count < faults.count ? "The first \(shown.count) of \(release.rows.refused.grouped)" : "All of them",
                columns: [.text("Place"), .text("Column"), .text("Why")],
                rows: shown.map { fault in
                    [HTML(text: "\(fault.file), line \(fault.line.grouped)"), HTML(text: fault.column ?? "–"), HTML(text: fault.reason)]
                },
                csv: "/data/releases/\(release.id)/faults.csv"
            ).html)
            """
    }
}

extension Release {
    fileprivate var kept: String { size.asSize }

    /// "17 rows read: 15 kept, 1 without a place, 1 refused."
    var rowsWording: String {
        guard hasRowsOfCrime else { return "\(rows.kept.counted("place", "places")) read." }
        return "\(rows.read.counted("row", "rows")) read: \(rows.kept.grouped) kept, \(rows.unplaced.grouped) without "
            + "a place, \(rows.refused.grouped) refused."
    }
}
