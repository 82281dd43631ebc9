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
    /// Its forces' months.
    var months: [ForceMonthRecord] = []
    /// What was here before and gave way to it.
    let replaced: [ForceMonthRecord]

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
        return release.rows.refused > 0 || standing.isPartlySuperseded || shrunk != nil ? .warning : .success
    }

    private var heading: String {
        if standing.isSuperseded { return "Replaced by a later file" }
        return release.rows.refused > 0 ? "Imported, but not every row" : "Imported"
    }

    private var sentences: [String] {
        [release.rowsWording, refused, before, shrunk, use].compactMap(\.self)
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
        let what = Dictionary(grouping: replaced, by: \.force).sorted { $0.key < $1.key }.map { force, records in
            "\(records.map(\.month).inWords) of \(force)"
        }.joined(separator: "; ")
        return "It took the place of what was here before: \(what). The file before it is kept."
    }

    /// A file that was cut short ends at the end of a line as often as not, and nothing in it says so.
    private var shrunk: String? {
        let fewer = replaced.compactMap { before -> String? in
            let now = months.first { $0.force == before.force && $0.month == before.month }
            guard let now, now.rows.read * 10 < before.rows.read * Self.fewerInTen else { return nil }
            let counts = "has \(now.rows.read.grouped), and had \(before.rows.read.grouped)"
            return "\(before.month.inWords) of \(before.force) \(counts)"
        }
        guard !fewer.isEmpty else { return nil }
        return "It has far fewer rows than what it replaces: \(fewer.joined(separator: "; ")). "
            + "The police revise what they publish, but hardly by so much. If the file was cut short, import the whole one, and that counts."
    }

    /// A month with fewer rows than so many in ten of what it had is pointed out.
    private static let fewerInTen = 8

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
