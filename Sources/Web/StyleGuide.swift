/// `/style-guide`: every component of the kit in every state, alive.
public enum StyleGuide {
    public static let page = Page(
        "Style guide", summary: "Every component these pages are made of.", width: .wide,
        body: """
            <h1>Style guide</h1>
            <p class="lead">Every part these pages are made of, in every state. If a page needs something that is not \
            here, it comes here first.</p>
            \(specimens.html { specimen in
                """
                <section class="specimen">
                <h2 id="\(specimen.id)">\(specimen.title)</h2>
                \(specimen.body)
                </section>
                """
            })
            """)

    struct Specimen: Sendable {
        let id: String
        let title: String
        let body: HTML
    }

    static let specimens: [Specimen] = type + forms + figures + states

    private static let type = [
        Specimen(
            id: "type", title: "Type",
            body: """
                <p class="eyebrow">Above a heading</p>
                <p class="lead">The first sentence of a page, a little larger, says the most important thing.</p>
                <p>Text is set in the reader’s own sans serif, in lines short enough to follow. Headings are in Source \
                Serif. <a href="#type">A link</a> is underlined. <code>A code</code> looks typed.</p>
                <ul><li>A list</li><li>of two</li></ul>
                """),
        Specimen(
            id: "colour", title: "Colour",
            body: """
                <ul class="swatches">
                \(["accent", "accent-soft", "ink", "ink-soft", "paper", "good", "waiting", "bad"].html { name in
                    "<li><span class=\"swatch swatch--\(name)\"></span>\(name)</li>"
                })
                </ul>
                """),
    ]

    private static let forms: [Specimen] = {
        var refusals = Refusals()
        refusals.add("Enter the month, like 2014-01", field: "specimen-month")
        return [
            Specimen(
                id: "buttons", title: "Buttons",
                body: """
                    <p class="actions">\(Button("The one thing").html) \
                    \(Button("Something else", weight: .secondary).html) \
                    \(Button("Cannot be undone", weight: .warning).html) \
                    \(Button("A link", to: "/style-guide", weight: .secondary).html)</p>
                    """),
            Specimen(
                id: "fields", title: "Fields",
                body: """
                    \(Field("specimen-text", "A name", hint: "As it is on the agenda", .text(autocomplete: "name"), value: "Ada").html)
                    \(Field("specimen-choice", "A choice", .choice([.init("a", "The first"), .init("b", "The second")]), value: "b").html)
                    \(Field("specimen-file", "A file", hint: "CSV, at most 4 GB", .file(accept: ".csv", allowsSeveral: false)).html)
                    \(Field("specimen-month", "A month, refused", .month, value: "2014-13", refusals: refusals).html)
                    """),
            Specimen(
                id: "errors", title: "Error summary", body: HTML([ErrorSummary(refusals).unfocused].compactMap(\.self))),
        ]
    }()

    private static let figures = [
        Specimen(
            id: "figure-cards", title: "Figures",
            body: """
                <div class="figure-cards">
                \(FigureCard(
                    "Burglary", value: "512", unit: "crimes", interval: "−30.8%, 95% interval −39.9% to −20.1%",
                    sentence: "A fall of more than chance.", citation: "Source: an example."
                ).html)
                \(FigureCard(
                    "Rate", value: "84.1", unit: "for each 1,000 people", sentence: "Among 139,000 residents.",
                    citation: "Source: an example."
                ).html)
                </div>
                """),
        Specimen(
            id: "tables", title: "Table",
            body: DataTable(
                "Crimes by type", columns: [.text("Type"), .number("2014"), .number("2015")],
                rows: [["Burglary", "740", "512"], ["Drugs", "301", "no data"]], footer: ["Total", "1,041", "512"],
                csv: "/style-guide"
            ).html),
        Specimen(
            id: "charts", title: "Chart that cannot be drawn",
            body: ChartFigure(
                id: "specimen-chart", "Burglary by month", sentence: "Highest in January, lowest in June.",
                alternative: "", pictures: nil,
                table: DataTable(
                    "Burglary by month", columns: [.text("Month"), .number("2015")],
                    rows: [["January", "61"], ["February", "no data"]]), citation: "Source: an example."
            ).html),
        Specimen(
            id: "summary-list", title: "Summary list",
            body: SummaryList([("Publisher", "data.police.uk"), ("Received", "22 November 2026")]).html),
        Specimen(
            id: "year-line", title: "Year line",
            body: YearLine(
                "A year",
                [
                    .init("Conference", when: "December 2015", .past),
                    .init("Consultation", when: "January 2016", .past),
                    .init("Scrutiny", when: "9 February 2016", .now), .init("Council", when: "date to be set", .ahead),
                ]
            ).html),
    ]

    private static let states: [Specimen] = [
        Specimen(
            id: "tags", title: "Tags",
            body: """
                <p>\(Tag("Plain").html) \(Tag("No gaps", .good).html) \(Tag("To do", .waiting).html) \
                \(Tag("Overdue", .bad).html)</p>
                """),
        Specimen(
            id: "notices", title: "Notices",
            body: """
                \(Notice(.information, "This file is already here", "<p>Nothing was changed.</p>").html)
                \(Notice(.success, "Imported", "<p>Its figures are in use from now on.</p>").html)
                \(Notice(.warning, "Months are missing", "<p>March 2014 is missing. It is not counted as zero.</p>").html)
                """),
        Specimen(
            id: "progress", title: "Progress",
            body: """
                <div class="progress"><label class="progress__label" for="specimen-progress">How far it is</label>
                <progress id="specimen-progress" class="progress__bar" max="100" value="40"></progress>
                <p class="progress__detail">24.1 MB of 60.2 MB read</p></div>
                """),
        Specimen(
            id: "empty", title: "Nothing yet",
            body: EmptyState(
                "No data yet", "Import a month of street-level crime, and its districts can be assessed.",
                action: Button("Import data", to: "/style-guide")
            ).html),
        Specimen(
            id: "disclosure", title: "Disclosure",
            body:
                "<details class=\"disclosure\"><summary>Choose another period</summary><p>What was folded away.</p></details>"
        ),
    ]
}
