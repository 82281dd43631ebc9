import DataFiles
import Storage
import Web
import Wording

/// Giving a file of a partner's, saying what its columns mean, and looking at how it is understood.
enum MappingPages {
    private static func crumbs(_ set: DataSet) -> [Mention] {
        [
            Mention(at: "/home", titled: "Home"), Mention(at: "/data", titled: "Data"),
            Mention(at: "/data/sets/\(set.address.text)", titled: set.name),
        ]
    }

    static func give(_ set: DataSet, _ visit: Visit, refusals: Refusals? = nil, reasons: [String] = []) -> Page {
        let form: HTML = """
            \(Field(
                "file", "The file",
                hint: "A table with its headings in the first row: CSV, or an Excel workbook (.xlsx). At most "
                    + "\(MappingDesk.largest.asSize).",
                .file(accept: ".csv,.xlsx", allowsSeveral: false), refusals: refusals
            ).html)
            <p class="actions">\(Button("Look at it").html) <a href="/data/sets/\(set.address.text)">Cancel</a></p>
            """
        return Page(
            "Give a file of \(set.name)", crumbs: crumbs(set), hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <h1>Give a file of \(set.name)</h1>
                <p class="lead">It is looked at first. You see how it is understood, with every problem, and nothing is taken \
                in until you say so.</p>
                \(reasons.isEmpty ? nil : refused(reasons))
                \(PostForm(to: "/data/sets/\(set.address.text)/give", visit, takesFiles: true, form).html)
                """)
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
                \(table.remark.map { "<p>\($0)</p>" })
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

    /// The first rows as they are understood, and what cannot be.
    static func check(
        _ reading: MappedReading, by mapping: DataMapping, of dataImport: DataImport, in set: DataSet, _ visit: Visit,
        refusals: Refusals? = nil, typed: (from: String, to: String)? = nil
    ) -> Page {
        Page(
            "How \(dataImport.name) is understood", crumbs: crumbs(set), width: .wide, hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <h1>How \(dataImport.name) is understood</h1>
                <p class="lead">\(summary(reading))</p>
                \(preview(reading))
                \(problems(reading, dataImport))
                <h2>How its columns are read</h2>
                \(SummaryList(mapping.facts).html)
                <p><a href="/data/imports/\("\(dataImport.id)")/columns">Say otherwise what they mean</a></p>
                \(reading.periods.isEmpty ? nil : confirm(reading, dataImport, visit, refusals, typed))
                \(drop(dataImport, visit))
                """)
    }

    private static func summary(_ reading: MappedReading) -> String {
        let rows = "\(reading.rows.kept.counted("row", "rows")) can be used"
        guard reading.rows.refused > 0 else { return "\(rows); every one of them." }
        return
            "\(rows), and \(reading.rows.refused.counted("row", "rows")) cannot. What cannot be used is left out and "
            + "stays on record, with the reason."
    }

    private static func preview(_ reading: MappedReading) -> HTML? {
        guard !reading.preview.isEmpty else { return nil }
        return DataTable(
            "The first \(reading.preview.count) rows as they are understood",
            columns: [.text("Line"), .text("Where"), .text("When"), .text("What"), .number("How many")],
            rows: reading.preview.map { row in
                [
                    HTML(text: row.line.grouped), HTML(text: row.place), HTML(text: "\(row.period)"),
                    HTML(text: row.measure), HTML(text: row.count.grouped),
                ]
            }
        ).html
    }

    private static func problems(_ reading: MappedReading, _ dataImport: DataImport) -> HTML? {
        guard !reading.faults.isEmpty else { return nil }
        let shown = reading.faults.prefix(50)
        return """
            <h2>Rows that cannot be used</h2>
            \(DataTable(
                shown.count < reading.rows.refused ? "The first \(shown.count) of \(reading.rows.refused.grouped)" : "All of them",
                columns: [.text("Place in the file"), .text("Column"), .text("Why")],
                rows: shown.map { fault in
                    [HTML(text: "\(fault.file), line \(fault.line.grouped)"), HTML(text: fault.column ?? "–"), HTML(text: fault.reason)]
                },
                csv: "/data/imports/\(dataImport.id)/problems.csv"
            ).html)
            """
    }

    private static func confirm(
        _ reading: MappedReading, _ dataImport: DataImport, _ visit: Visit, _ refusals: Refusals?,
        _ typed: (from: String, to: String)?
    ) -> HTML {
        let months = reading.months
        let form: HTML = """
            <fieldset class="field-group">
            <legend>The months that the file covers</legend>
            <p class="field__hint">A month it covers and has no row of is a month with none, or one that is not known, as the \
            data set says. A month it does not cover is missing, never zero.</p>
            <div class="field-row">
            \(Field("from", "First month", hint: "Like 2015-01", .month, value: typed?.from ?? months?.lowerBound.description ?? "", refusals: refusals).html)
            \(Field("to", "Last month", hint: "Like 2015-03", .month, value: typed?.to ?? months?.upperBound.description ?? "", refusals: refusals).html)
            </div>
            </fieldset>
            <p class="actions">\(Button("Take in \(reading.rows.kept.counted("row", "rows"))").html)</p>
            """
        return """
            <h2>Take it in</h2>
            \(PostForm(to: "/data/imports/\(dataImport.id)/check", visit, form).html)
            """
    }

    private static func drop(_ dataImport: DataImport, _ visit: Visit) -> HTML {
        PostForm(
            to: "/data/imports/\(dataImport.id)/drop", visit,
            "<p>\(Button("Leave it: take nothing in", weight: .secondary).html)</p>"
        ).html
    }
}
