import DataFiles
import Storage
import Web
import Wording

/// `/data/imports/{import}/check`: how a partner's file is understood, what cannot be used of it, and taking it in.
struct MappedCheck {
    let reading: MappedReading
    let mapping: DataMapping
    let dataImport: DataImport
    let set: DataSet
    /// What there is to say of what was not read.
    let remark: String?
    /// Of a depersonalised set: what somebody is to look at.
    let doubts: [String]
    /// Columns of numbers that nobody chose, where each row is counted as one.
    let numbers: NumbersLeftOut?

    /// What was typed and chosen.
    struct Typed {
        var from: String
        var to: String
        var without = ""
        var looked = ""
        var repeated = ""
        var elsewhere = ""
        var counted = ""

        init(_ form: Form) {
            (from, to, without) = (form["from"], form["to"], form["without"])
            (looked, repeated, elsewhere) = (form["looked"], form["repeated"], form["elsewhere"])
            counted = form["counted"]
        }

        /// The months of the rows.
        init(_ reading: MappedReading) {
            from = reading.months?.lowerBound.description ?? ""
            to = reading.months?.upperBound.description ?? ""
        }
    }

    private static let yes = "yes"

    /// The months that the file is said to cover.
    ///
    /// - Throws: `Refusals`
    func read(_ typed: Typed, upTo latest: Month) throws(Refusals) -> Period {
        guard let months = reading.months, reading.rows.kept > 0 else {
            throw Refusals(
                "None of its rows can be used, so there is nothing to take in. Say otherwise what its columns mean, or leave it"
            )
        }
        var refusals = Refusals()
        let covers = refusals.period(
            typed.from, typed.to, fields: ("from", "to"), like: (first: "2015-01", last: "2015-03"), upTo: latest)
        if let covers, months.lowerBound < covers.from || covers.to < months.upperBound {
            refusals.add(
                "The rows are of \(months.lowerBound.inWords) to \(months.upperBound.inWords): cover all of them",
                field: "from")
        }
        if numbers?.sentence != nil, typed.counted != Self.yes {
            refusals.add(
                "Say whether each row is one incident. If it is not, say otherwise what the columns mean",
                field: "counted")
        }
        if reading.refusedAskedAbout != nil, typed.without != Self.yes {
            refusals.add(
                "Say whether the file is to be taken in without the rows that cannot be used", field: "without")
        }
        if reading.repeated != nil, typed.repeated != Self.yes {
            refusals.add(
                "Say whether the rows that are there twice are meant. If they are not, leave the file and ask for another",
                field: "repeated")
        }
        if reading.mostlyElsewhere != nil, typed.elsewhere != Self.yes {
            refusals.add(
                "Say whether the rows of other districts are meant. If they are not, leave the file and ask for another",
                field: "elsewhere")
        }
        if !doubts.isEmpty, typed.looked != Self.yes {
            refusals.add("Look at the columns that are named, and say that nobody can be told", field: "looked")
        }
        try refusals.check()
        guard let covers else { throw Refusals("Load the page again") }
        return covers
    }

    func page(_ visit: Visit, typed: Typed?, refusals: Refusals? = nil) -> Page {
        Page(
            "How \(dataImport.name) is understood", crumbs: MappingPages.crumbs(set), width: .wide,
            hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <h1>How \(dataImport.name) is understood</h1>
                <p class="lead">\(summary)</p>
                \(reading.elsewhere.sentence.map { "<p>\($0)</p>" })
                \(remark.map { "<p>\($0)</p>" })
                \(withheld)
                \(districtsAlone)
                \(numbers?.sentence.map { "<p>\($0)</p>" })
                \(reading.countedAsOne.html { "<p>\($0)</p>" })
                \(new(visit))
                \(preview)
                \(problems)
                <h2>How its columns are read</h2>
                \(SummaryList(mapping.facts).html)
                <p><a href="/data/imports/\("\(dataImport.id)")/columns">Say otherwise what they mean</a></p>
                \(reading.rows.kept > 0 ? confirm(visit, typed ?? Typed(reading), refusals) : nothing)
                \(MappingPages.drop(dataImport, visit))
                """)
    }

    private var summary: String {
        let rows = "\(reading.rows.kept.counted("row", "rows")) can be used"
        guard reading.rows.refused > 0 else {
            return reading.elsewhere.rows > 0 ? "\(rows)." : "\(rows); every one of them."
        }
        return
            "\(rows), and \(reading.rows.refused.counted("row", "rows")) cannot. What cannot be used is left out and "
            + "stays on record, with the reason."
    }

    /// No small area is claimed where none is drawn.
    private var districtsAlone: HTML? {
        guard mapping.placeForm == .coordinates, reading.level == .district else { return nil }
        return Notice(
            .information, "Each row counts for its district alone",
            """
            <p>No boundaries of small areas (LSOAs) are here, so nothing will be told of wards and small areas. For those, \
            <a href="/data/import">import the boundaries</a> first (ONS, GeoJSON, ‘Lower layer Super Output Areas’), and load this page \
            again.</p>
            """
        ).html
    }

    /// Nobody is to put zeros in their place.
    private var withheld: HTML? {
        guard reading.withheld > 0 else { return nil }
        return Notice(
            .information, WithheldNumbers.title(reading.withheld),
            "<p>\(WithheldNumbers.whatItMeans) \(WithheldNumbers.whatToDo)</p>"
        ).html
    }

    /// Two files that waited side by side may have taken one address for different things.
    static func claimed(_ claimed: (own: String, other: String)) -> String {
        "‘\(claimed.own)’ would be counted as ‘\(claimed.other)’, which was taken in meanwhile. Say again what the columns mean, "
            + "and they are kept apart"
    }

    /// A category is no mistake of the file because the last one had none of it.
    private func new(_ visit: Visit) -> HTML? {
        guard let new = reading.newCategories else {
            return Notice(
                .warning, "Very many categories are new since the last file",
                "<p>They may be texts and no categories. Say otherwise what the columns mean.</p>"
            ).html
        }
        guard !new.isEmpty else { return nil }
        let form = PostForm(
            to: "/data/imports/\(dataImport.id)/categories", visit,
            "<p>\(Button(new.count == 1 ? "Take it in as well" : "Take these \(new.count) in as well", weight: .secondary).html)</p>"
        )
        return Notice(
            .information, "\(new.count.counted("category is", "categories are")) new since the last file",
            """
            <ul>\(new.html { "<li>‘\($0.name)’, \($0.rows.counted("row", "rows"))</li>" })</ul>
            <p>No file that was taken in before had \(new.count == 1 ? "it" : "them"), so \(new.count == 1 ? "its" : "their") rows are \
            left out unless you take \(new.count == 1 ? "it" : "them") in. Each becomes a measure of its own, counted and judged as \
            the others are.</p>
            \(form.html)
            """
        ).html
    }

    private var nothing: HTML {
        Notice(
            .warning, "There is nothing to take in",
            "<p>None of its rows can be used. Say otherwise what its columns mean, or leave it.</p>"
        ).html
    }

    private var preview: HTML? {
        guard !reading.preview.isEmpty else { return nil }
        return DataTable(
            reading.preview.count == 1
                ? "The first row as it is understood"
                : "The first \(reading.preview.count) rows as they are understood",
            columns: [.text("Line"), .text("Where"), .text("When"), .text("What"), .number("How many")],
            rows: reading.preview.map { row in
                [
                    HTML(text: row.line.grouped), HTML(text: row.place), HTML(text: "\(row.period)"),
                    HTML(text: row.measure), HTML(text: row.count.grouped),
                ]
            }
        ).html
    }

    private var problems: HTML? {
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

    private func confirm(_ visit: Visit, _ typed: Typed, _ refusals: Refusals?) -> HTML {
        let form: HTML = """
            <fieldset class="field-group">
            <legend>The months that the file covers</legend>
            <p class="field__hint">A month it covers and has no row of is a month with none, or one that is not known, as the \
            data set says. A month it does not cover is missing, never zero.</p>
            <div class="field-row">
            \(Field("from", "First month", hint: "Like 2015-01", .month, value: typed.from, refusals: refusals).html)
            \(Field("to", "Last month", hint: "Like 2015-03", .month, value: typed.to, refusals: refusals).html)
            </div>
            </fieldset>
            \(counted(typed, refusals))
            \(without(typed, refusals))
            \(repeated(typed, refusals))
            \(elsewhere(typed, refusals))
            \(looked(typed, refusals))
            <p class="actions">\(Button("Take in \(reading.rows.kept.counted("row", "rows"))").html)</p>
            """
        return """
            <h2>Take it in</h2>
            <p>Of the file only the columns that are read are kept: \(mapping.columnsRead.sorted().map { "‘\($0)’" }.inWords).</p>
            \(MappingPages.doubts(doubts))
            \(PostForm(to: "/data/imports/\(dataImport.id)/check", visit, form).html)
            """
    }

    private func counted(_ typed: Typed, _ refusals: Refusals?) -> HTML? {
        guard let sentence = numbers?.sentence else { return nil }
        return Field(
            "counted", "Is each row of the file one incident?", hint: sentence,
            .choice([.init("", "Not yet"), .init(Self.yes, "Yes: each row is one")]), value: typed.counted,
            refusals: refusals
        ).html
    }

    /// Many rows that cannot be used are likelier a mistake of whoever said what the columns mean.
    private func without(_ typed: Typed, _ refusals: Refusals?) -> HTML? {
        guard let share = reading.refusedAskedAbout else { return nil }
        let percent = max(1, Int((share * 100).rounded()))
        return Field(
            "without", "\(percent)% of its rows cannot be used. Take it in without them?",
            hint: "Its figures will be too low by whatever those rows count.",
            .choice([.init("", "Not yet"), .init(Self.yes, "Yes: without those rows")]), value: typed.without,
            refusals: refusals
        ).html
    }

    private func repeated(_ typed: Typed, _ refusals: Refusals?) -> HTML? {
        guard let repeated = reading.repeated else { return nil }
        return Field(
            "repeated", "\(repeated.sentence) Are both meant?",
            hint: "Their place, time, category and count are the same, and they are added up. That is right where "
                + "another column of the file tells them apart, and wrong where the file was put together twice.",
            .choice([.init("", "Not yet"), .init(Self.yes, "Yes: each row counts")]), value: typed.repeated,
            refusals: refusals
        ).html
    }

    private func elsewhere(_ typed: Typed, _ refusals: Refusals?) -> HTML? {
        guard let elsewhere = reading.mostlyElsewhere else { return nil }
        return Field(
            "elsewhere", "\(elsewhere.sentence) Is that meant?",
            hint:
                "That is right where other districts are to be set beside your own, and wrong where the file is another "
                + "partnership’s.",
            .choice([.init("", "Not yet"), .init(Self.yes, "Yes: take in the rows of other districts")]),
            value: typed.elsewhere, refusals: refusals
        ).html
    }

    private func looked(_ typed: Typed, _ refusals: Refusals?) -> HTML? {
        guard !doubts.isEmpty else { return nil }
        return Field(
            "looked", "Can anybody be told from the columns named above?",
            hint: "The data set is depersonalised. The program cannot tell; whoever knows the data can.",
            .choice([.init("", "Not looked yet"), .init(Self.yes, "I have looked: nobody can")]), value: typed.looked,
            refusals: refusals
        ).html
    }
}
