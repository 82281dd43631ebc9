/// `/style-guide`: every component of the kit in every state, alive, each with the rule for when to use it.
public struct StyleGuide: Sendable {
    let chart: ChartFigure
    let map: ChartFigure
    let trial: StyleGuideTrial

    /// - Parameters:
    ///   - chart: one that is drawn.
    ///   - map: likewise.
    ///   - trial: what the reader tried on it.
    public init(chart: ChartFigure, map: ChartFigure, trial: StyleGuideTrial) {
        self.trial = trial
        self.chart = chart
        self.map = map
    }

    public var page: Page {
        let groups = [
            ("Look", Self.look), ("Ways", Self.ways + Self.moreWays), ("Lists", trial.lists),
            ("Questions", Self.forms + Self.questions + trial.questions), ("Writing", trial.writing),
            ("Figures", Self.figures + charts), ("States", Self.states + trial.states),
        ]
        return Page(
            "Style guide", summary: "Every component these pages are made of.", width: .wide,
            hasErrors: trial.refusals != nil,
            body: """
                \(ErrorSummary(trial.refusals).html)
                <h1>Style guide</h1>
                <p class="lead">Every part these pages are made of, in every state, with the rule for its use. If a page \
                needs something that is not here, it comes here first.</p>
                <nav class="guide-contents" aria-label="On this page">
                \(groups.html { name, specimens in
                    """
                    <div>
                    <p class="guide-contents__group" id="group-\(name)">\(name)</p>
                    <ul class="guide-contents__parts" aria-labelledby="group-\(name)">
                    \(specimens.html { "<li><a href=\"#\($0.id)\">\($0.title)</a></li>\n" })
                    </ul>
                    </div>

                    """
                })
                </nav>
                \(groups.flatMap(\.1).html { specimen in
                    """
                    <section class="specimen">
                    <h2 id="\(specimen.id)">\(specimen.title)</h2>
                    <p class="specimen__rule">\(specimen.rule)</p>
                    \(specimen.body)
                    </section>
                    """
                })
                """)
    }

    struct Specimen: Sendable {
        let id: String
        let title: String
        /// When to use it, in a sentence.
        let rule: String
        let body: HTML

        init(_ id: String, _ title: String, _ rule: String, _ body: HTML) {
            self.id = id
            self.title = title
            self.rule = rule
            self.body = body
        }
    }

    private static let look = [
        Specimen(
            "type", "Type",
            "Headings and the first sentence in Source Serif; everything else in the reader’s own sans.",
            """
            <p class="eyebrow">Above a heading \(Tag("A state").html)</p>
            <p class="lead">The first sentence of a page, a little larger, says the most important thing.</p>
            <p>Text is set in lines short enough to follow. <a href="#type">A link</a> is underlined. <code>A code</code> \
            looks typed.</p>
            <ul><li>A list</li><li>of two</li></ul>
            <p class="citation">Where a figure comes from, under it, small.</p>
            """),
        Specimen(
            "colour", "Colour",
            "One accent, which a partnership can set. Colour helps a word or a shape; it never stands for one.",
            """
            <ul class="swatches">
            \(["accent", "accent-soft", "ink", "ink-soft", "paper", "good", "waiting", "bad"].html { name in
                "<li><span class=\"swatch swatch--\(name)\"></span>\(name)</li>"
            })
            </ul>
            """),
        Specimen(
            "terrace", "Terrace",
            "The house’s motif, once, on the first page. Ten households, as many as stood pledge for one another.",
            Terrace().html),
    ]

    private static let ways: [Specimen] = [
        Specimen(
            "breadcrumbs", "Breadcrumbs", "On every page below a first page; never the page itself.",
            HTML(
                [
                    Breadcrumbs([.init(at: "/", titled: "Home"), .init(at: "/style-guide", titled: "Style guide")]).html
                ].compactMap(\.self))),
        Specimen(
            "contents", "Contents", "On a page of more than three screens, under its first figures.",
            Contents([("type", "Type"), ("fields", "Fields")], label: "Specimen").html),
        Specimen(
            "tasks", "Task list", "For what waits for a person. The link says what to do, the tag how it stands.",
            TaskList([
                .init("Import a month", detail: "March is missing.", state: Tag("Gap", .bad), at: "/style-guide"),
                .init("Read the assessment", detail: "Twelve months.", state: Tag("Ready", .good), at: "/style-guide"),
            ]).html),
        Specimen(
            "year-line", "Year line",
            "Across the top of the officers’ first page: done, past, next, ahead. By its date alone nothing is called done.",
            YearLine(
                "A year",
                [
                    .init("Conference", when: "December 2015", .done),
                    .init("Consultation", when: "January 2016", .past),
                    .init("Scrutiny", when: "9 February 2016", .next), .init("Council", when: "date to be set", .ahead),
                ]
            ).html),
    ]

    private static let forms: [Specimen] = {
        var refusals = Refusals()
        refusals.add("The last month must not be before the first", field: "specimen-month")
        return [
            Specimen(
                "buttons", "Buttons", "One primary button to a page. A link that only leads somewhere stays a link.",
                """
                <p class="actions">\(Button("The one thing").html) \
                \(Button("Something else", weight: .secondary).html) \
                \(Button("Cannot be undone", weight: .warning).html) \
                \(Button("A link in its clothes", to: "/style-guide", weight: .secondary).html)</p>
                """),
            Specimen(
                "fields", "Fields", "A label above, a hint if it helps, and what is wrong between hint and field.",
                """
                \(Field("specimen-text", "A name", hint: "As it is on the agenda", .text(autocomplete: "name"), value: "Ada").html)
                \(Field("specimen-choice", "A choice", .choice([.init("a", "The first"), .init("b", "The second")]), value: "b").html)
                \(Field("specimen-month", "A month, refused", .month, value: "2014-12", refusals: refusals).html)
                \(Field("specimen-file", "Files", hint: "CSV, at most 4 GB", .file(accept: ".csv", allowsSeveral: true)).html)
                """),
            Specimen(
                "errors", "Error summary", "At the top of a page whose form was refused; each line leads to its field.",
                HTML([ErrorSummary(refusals).unfocused].compactMap(\.self))),
        ]
    }()

    private static let figures = [
        Specimen(
            "trends", "Trends", "Wherever two periods are compared: a shape and a word, by the interval alone.",
            "<p>\(Trend(.rise, "Rise of 13.7%").html) · \(Trend(.fall, "Fall of 30.8%").html) · \(Trend(.unclear).html)</p>"
        ),
        Specimen(
            "figure-cards", "Figures", "At most three or four to a page; each with its interval and its source.",
            """
            <div class="figure-cards">
            \(FigureCard(
                "Burglary", value: "966", unit: "crimes", trend: Trend(.fall, "Fall of 30.8%"),
                interval: "95% interval −42.6% to −16.5%.", sentence: "−30.8% on 2014, when there were 1,396.",
                line: MonthLine(
                    .init("2015", [99, 74, 95, 123, 92, nil, 75, 68, 68, 69, 70, 60]),
                    over: .init("2014", [125, 126, 165, 130, 128, 136, 118, 70, 114, 98, 93, 95]),
                    ends: ("January", "December"), sentence: "Burglary, month by month, as a line from zero."),
                citation: "Source: an example · method"
            ).html)
            \(FigureCard(
                "Rate", value: "84.1", unit: "for each 1,000 people", sentence: "Among 139,000 residents.",
                citation: "Source: an example · method"
            ).html)
            </div>
            """),
        Specimen(
            "tables", "Table", "Numbers to the right, the total set apart, the same as CSV below.",
            DataTable(
                "Crimes by type", columns: [.text("Type"), .number("2014"), .number("2015")],
                rows: [["Burglary", "740", "512"], ["Drugs", "301", "no data"]], footer: ["Total", "1,041", "512"],
                csv: "/style-guide"
            ).html),
        Specimen(
            "stacked-tables", "Table whose rows are read one by one",
            "On a telephone each row is a block, so that none of its figures is out of sight.",
            DataTable(
                "Themes in order",
                columns: [.text("Theme"), .number("Place"), .number("Volume"), .number("Composite")],
                rows: [["Violence", "1", "5", "4.30"], ["Burglary", "7", "3", "2.77"]], isStacked: true
            ).html),
        Specimen(
            "months", "Months", "For what is here month by month. A gap is hatched and says that it is missing.",
            MonthCells(
                "2015", unit: "rows",
                [
                    ("January", .outside), ("February", .here("1,175", "/style-guide")), ("March", .missing),
                    ("April", .here("1,586", "/style-guide")),
                ]
            ).html),
        Specimen(
            "summary-list", "Summary list", "For what is known of one thing, a line for each fact.",
            SummaryList([("Publisher", "data.police.uk"), ("Received", "22 November 2026")]).html),
    ]

    private var charts: [Specimen] {
        [
            Specimen(
                "charts", "Chart",
                "With a title, a sentence and its table. Months that are missing are marked, never drawn as zero.",
                chart.html),
            Specimen(
                "maps", "Map", "As wide as the page. What has no data or is kept back is hatched and in the legend.",
                map.html),
            Specimen(
                "undrawn", "Chart that cannot be drawn", "Where no chart can be made its table stands open instead.",
                ChartFigure(
                    id: "specimen-undrawn", "Burglary by month", sentence: "Highest in January, lowest in June.",
                    alternative: "", pictures: nil,
                    table: DataTable(
                        "Burglary by month", columns: [.text("Month"), .number("2015")],
                        rows: [["January", "61"], ["February", "no data"]]), citation: "Source: an example · method"
                ).html),
        ]
    }

    private static let states: [Specimen] = [
        Specimen(
            "tags", "Tags", "A state in a word or two. Not for decoration, never for a link.",
            """
            <p>\(Tag("Plain").html) \(Tag("No gaps", .good).html) \(Tag("To do", .waiting).html) \
            \(Tag("Overdue", .bad).html)</p>
            """),
        Specimen(
            "notices", "Notices", "For what must be known before reading on; at most two to a page.",
            """
            \(Notice(.information, "This file is already here", "<p>Nothing was changed.</p>").html)
            \(Notice(.success, "Imported", "<p>Its figures are in use from now on.</p>").html)
            \(Notice(.warning, "Months are missing", "<p>March 2014 is missing. It is not counted as zero.</p>").html)
            """),
        Specimen(
            "progress", "Progress",
            "For what takes longer than a second or two; striped while nobody knows how far it is.",
            """
            <div class="progress"><label class="progress__label" for="specimen-progress">How far it is</label>
            <progress id="specimen-progress" class="progress__bar" max="100" value="40"></progress>
            <p class="progress__detail">24.1 MB of 60.2 MB read</p></div>
            <div class="progress"><label class="progress__label" for="specimen-waiting">Setting the pages</label>
            <progress id="specimen-waiting" class="progress__bar" max="100"></progress></div>
            """),
        Specimen(
            "empty", "Nothing yet", "Where there will be something: why there is nothing, and what to do.",
            EmptyState(
                "No data yet", "Import a month of street-level crime, and its districts can be assessed.",
                action: Button("Import data", to: "/style-guide")
            ).html),
    ]
}
