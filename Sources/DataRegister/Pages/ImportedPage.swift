import DataFiles
import Storage
import Web
import Wording

/// `/data/imports/{import}` once its file was taken in: what became of its rows, what it replaced, and whether it still
/// counts.
struct ImportedPage {
    let dataImport: DataImport
    let release: Release
    let standing: ReleaseStanding
    /// What was here before and gave way to it.
    let replaced: [(force: String, months: [Month])]

    var page: Page {
        Page(
            heading, crumbs: [Mention(at: "/home", titled: "Home"), Mention(at: "/data", titled: "Data")],
            body: """
                <h1>\(dataImport.name)</h1>
                \(Notice(tone, heading, sentences.html { "<p>\($0)</p>" }).html)
                <p class="actions">\(Button("See what was in it", to: address).html) \
                \(Button("Import another file", to: "/data/import", weight: .secondary).html)</p>
                """)
    }

    private var address: Address { "/data/releases/\(release.id)" }

    private var tone: Notice.Tone {
        if standing.isSuperseded { return .information }
        return release.rows.refused > 0 || standing.isPartlySuperseded ? .warning : .success
    }

    private var heading: String {
        if standing.isSuperseded { return "Replaced by a later file" }
        return release.rows.refused > 0 ? "Imported, but not every row" : "Imported"
    }

    private var sentences: [String] {
        [release.rowsWording, refused, before, use].compactMap(\.self)
    }

    private var refused: String? {
        guard release.rows.refused > 0 else { return nil }
        return release.rows.refused == 1
            ? "The row that was refused is in no figure. Its page says which it is, and why."
            : "The rows that were refused are in no figure. Its page says which they are, and why."
    }

    /// "It took the place of what was here for Kent Police of December 2015."
    private var before: String? {
        guard !replaced.isEmpty else { return nil }
        let what = replaced.map { "\($0.months.inWords) of \($0.force)" }.joined(separator: "; ")
        return "It took the place of what was here before: \(what). The file before it is kept."
    }

    private var use: String {
        if standing.isSuperseded {
            return "None of its figures is in use now: files that came later took its place. It is kept as it came."
        }
        if standing.isPartlySuperseded {
            let count = standing.superseded.counted("month or period", "months or periods")
            return "\(count) of its \(standing.periods.grouped) have been replaced by later files; the rest is in use."
        }
        return "Its figures are in use."
    }
}
