import DataFiles
import Storage
import Web
import Wording

/// Giving a file of a partner's, saying what its columns mean, and looking at how it is understood.
enum MappingPages {
    static func crumbs(_ set: DataSet) -> [Mention] {
        [
            Mention(at: "/home", titled: "Home"), Mention(at: "/data", titled: "Data"),
            Mention(at: "/data/sets/\(set.address.text)", titled: set.name),
        ]
    }

    static func give(_ set: DataSet, _ visit: Visit, refusals: Refusals? = nil, reasons: [String] = []) -> Page {
        let form: HTML = """
            \(Field(
                "file", "The file",
                hint: "A table with a heading over each column: CSV, with commas, semicolons or tabs between its values, or an "
                    + "Excel workbook (.xlsx); a CSV may be packed (.gz). At most \(MappingDesk.largest.asSize) and "
                    + "\(GivenTable.mostColumns) columns.",
                .file(accept: ".csv,.txt,.tsv,.xlsx,.gz", allowsSeveral: false), refusals: refusals
            ).html)
            <p class="actions">\(Button("Look at it").html) <a href="/data/sets/\(set.address.text)">Cancel</a></p>
            """
        return Page(
            "Give a file of \(set.name)", crumbs: crumbs(set), hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <h1>Give a file of \(set.name)</h1>
                <p class="lead">It is looked at first. You see how it is understood, with every problem, and nothing is taken \
                in until you say so. Only the columns that are read are kept of it.</p>
                \(set.isDepersonalised ? looking : nil)
                \(reasons.isEmpty ? nil : refused(reasons))
                \(PostForm(to: "/data/sets/\(set.address.text)/give", visit, takesFiles: true, form).html)
                """)
    }

    static let lookingDetail = "Looking through every row"

    /// A file that takes longer to look at than its form waits.
    static func looking(at look: MappingDesk.Look, of set: DataSet) -> Page {
        underWay(
            "Looking at the file", set,
            "It is a large table, or others are looked at before it. This page goes on by itself.",
            source: "/data/sets/\(set.address.text)/give/\(look.id)/progress")
    }

    /// A file that takes longer to read than its page waits.
    static func reading(_ dataImport: DataImport, _ set: DataSet) -> Page {
        underWay(
            "Reading \(dataImport.name)", set, "It is a large table. This page goes on by itself.",
            source: "/data/imports/\(dataImport.id)/progress")
    }

    private static func underWay(_ heading: String, _ set: DataSet, _ lead: String, source: Address) -> Page {
        Page(
            heading, crumbs: crumbs(set), reloadsAfter: 2,
            body: """
                <h1>\(heading)</h1>
                <p class="lead">\(lead)</p>
                \(Progress("How far it is", fraction: nil, detail: lookingDetail, source: source).html)
                """)
    }

    /// What the program does about people in a file, and what it cannot.
    private static let looking: HTML = """
        <p>It is looked through for people: names, full postcodes, dates of birth, NHS numbers, email addresses and telephone \
        numbers. That is a help and no proof: only whoever made the file knows that nobody can be told from it.</p>
        """

    /// Columns that a person is to look at.
    static func doubts(_ doubts: [String]) -> HTML? {
        guard !doubts.isEmpty else { return nil }
        return Notice(
            .warning, "Look at these columns: somebody may be told from them",
            "<ul>\(doubts.html { "<li>\($0)</li>" })</ul><p>Leave the file and ask the provider for another if so.</p>"
        ).html
    }

    private static func refused(_ reasons: [String]) -> HTML {
        let lines = reasons.flatMap { $0.split(separator: "\n").map(String.init) }
        return Notice(
            .warning, "The file was refused and not kept",
            lines.count == 1 ? "<p>\(lines[0])</p>" : "<ul>\(lines.html { "<li>\($0)</li>" })</ul>"
        ).html
    }

    static func columns(_ form: MappingForm, of dataImport: DataImport, _ visit: Visit) -> Page {
        let table = form.table
        let body: HTML = """
            \(form.fields)
            <p class="actions">\(Button("Look at the rows").html)</p>
            """
        return Page(
            "What the columns of \(dataImport.name) mean", crumbs: crumbs(form.set), width: .wide,
            hasErrors: form.refusals != nil,
            body: """
                \(ErrorSummary(form.refusals).html)
                <h1>What the columns of \(dataImport.name) mean</h1>
                <p class="lead">Say it once: it is kept with the data set, and the next file with the same columns is read in \
                the same way.</p>
                \(form.remark.map { "<p>\($0)</p>" })
                <p>Of the file only the columns that you choose here are kept once it is taken in.</p>
                \(form.set.isDepersonalised ? doubts(table.doubts(counting: form.typed["count-column"])) : nil)
                \(DataTable(
                    "Its \(table.columns.count) columns, with the first values of \(table.rows.grouped) rows",
                    columns: [.text("Column"), .text("First values")],
                    rows: table.columns.map { [HTML(text: $0.heading), HTML(text: $0.sample.joined(separator: " · "))] }
                ).html)
                \(PostForm(
                    to: "/data/imports/\(dataImport.id)/columns", visit, isGuarded: true, isRefused: form.refusals != nil, body
                ).html)
                \(drop(dataImport, visit))
                """)
    }

    static func drop(_ dataImport: DataImport, _ visit: Visit) -> HTML {
        PostForm(
            to: "/data/imports/\(dataImport.id)/drop", visit,
            "<p>\(Button("Leave it: take nothing in", weight: .secondary).html)</p>"
        ).html
    }
}
