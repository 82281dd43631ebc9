import Charts
import DataFiles
import DataRegister
import Web
import Wording

/// `/signals/{level}/{key}`: which months of which types of crime were unusually high or low in one place.
struct SignalsPage {
    let overview: SignalsOverview
    let asked: SignalsQuestion
    let canDraw: Bool

    private var tables: SignalTables { SignalTables(overview: overview) }

    var page: Page {
        Page(
            "Unusual months in \(overview.place.name), \(overview.period)", crumbs: asked.crumbs, width: .wide,
            body: """
                <p class="eyebrow">Month by month, \(overview.place.level.name)</p>
                <h1>Unusual months in \(overview.place.name), \(overview.period.description)</h1>
                <p class="lead">\(overview.sentence)</p>
                \(overview.clearSentence.map { "<p class=\"measure\">\($0)</p>" })
                \(take)
                \(Contents(contents).html)
                \(list)
                \(matrix)
                \(charts)
                \(untold)
                \(SignalsMethod.html)
                \(sources)
                \(asked.form)
                """)
    }

    private var contents: [(id: String, title: String)] {
        var parts = [("months", "Every month")]
        if !overview.signals.isEmpty { parts.insert(("signals", "What stands out"), at: 0) }
        if !overview.told.isEmpty { parts.append(("charts", "Charts")) }
        if !tables.untold.rows.isEmpty { parts.append(("untold", "What could not be judged")) }
        return parts + [("method", "What this is"), ("sources", "Sources"), ("other", "Other months")]
    }

    private var take: HTML {
        """
        <p class="actions">\(canDraw ? Button("Paper (PDF)", to: asked.address("signals.pdf"), weight: .secondary).html : nil)</p>
        """
    }

    private var list: HTML? {
        guard !overview.signals.isEmpty else { return nil }
        return """
            <h2 id="signals">What stands out</h2>
            <ul class="measure">\(overview.told.flatMap { one in one.signals.map { (one, $0) } }.html { one, month in
                "<li>\(month.sentence(one.subject, unit: one.series.unit))</li>\n"
            })</ul>
            <p class="measure">A mark is a reason to look, and no finding yet: ask first whether recording changed, an operation ran, or \
            a file is incomplete.</p>
            """
    }

    private var matrix: HTML {
        guard overview.tests > 0 else {
            return """
                <h2 id="months">Every month</h2>
                <p class="measure">There is none that could be judged. What is usual in a month is told by three years of the same season \
                before it: import the monthly files of the police for those years, under <a href="/data">Data</a>.</p>
                """
        }
        return """
            <h2 id="months">Every month</h2>
            <p class="measure">▲ is unusually high and ▼ unusually low; what stands in bold stands out even with all these months \
            allowed for. A dash was not judged, and is not zero.</p>
            \(DataTable(
                tables.matrixCaption, columns: [.text("Series")] + tables.matrixMonths.map { .number($0) },
                rows: tables.matrix(cell) { one in
                    "<a href=\"#chart-\(one.slug)\">\(one.subject)</a>"
                }, csv: asked.address("months.csv")
            ).html)
            """
    }

    private func cell(_ month: JudgedMonth) -> HTML {
        let count = month.count?.grouped ?? "–"
        guard month.isJudged else {
            return
                "<span aria-hidden=\"true\">–</span><span class=\"visually-hidden\">\(count == "–" ? "not here" : "\(count), not judged")</span>"
        }
        guard month.isSignal else { return HTML(text: count) }
        let isHigh = month.finding == .high
        let marked: HTML =
            "\(count) <span aria-hidden=\"true\">\(isHigh ? "▲" : "▼")</span><span class=\"visually-hidden\"> \(isHigh ? "high" : "low")</span>"
        return month.isClear
            ? "<strong>\(marked)<span class=\"visually-hidden\">, clear of chance</span></strong>" : marked
    }

    private var charts: HTML? {
        let (marked, quiet) = (overview.told.filter { !$0.signals.isEmpty }, overview.told.filter(\.signals.isEmpty))
        guard !overview.told.isEmpty else { return nil }
        let grid: HTML? =
            quiet.isEmpty
            ? nil
            : """
            <h3>Without an unusual month</h3>
            <div class="chart-grid">\(quiet.html { figure($0, size: .small) })</div>
            <p class="citation">\(citation)</p>
            """
        return """
            <h2 id="charts">Charts</h2>
            <p class="measure">The band is what would be usual in each month, the broken line what was to be expected.</p>
            \(marked.html { figure($0, size: .beside) })
            \(grid)
            """
    }

    private func figure(_ one: SeriesSignals, size: ChartFigure.Size) -> HTML {
        let chart = one.chart(isSmall: size == .small)
        let picture = asked.address(chart: one.slug)
        return ChartFigure(
            id: "chart-\(one.slug)", size == .small ? one.subject : chart.title,
            sentence: size == .small ? method(one) : "\(chart.sentence) \(method(one))",
            alternative: chart.sentence,
            pictures: canDraw ? (wide: picture, narrow: picture.asking(["width": "narrow"])) : nil,
            table: assessmentTable(SignalTables.months(one)), citation: size == .small ? nil : citation, size: size
        ).html
    }

    private func method(_ one: SeriesSignals) -> String {
        one.methodText.map { "Judged by the \($0)." } ?? ""
    }

    private var untold: HTML? {
        let table = tables.untold
        guard !table.rows.isEmpty else { return nil }
        return """
            <h2 id="untold">What could not be judged</h2>
            \(assessmentTable(table).html)
            """
    }

    private var citation: HTML {
        """
        Source: \(overview.citation?.words ?? "") · <a href="\(Address("/methods").at("signals"))">method</a>
        """
    }

    private var sources: HTML {
        """
        <h2 id="sources">Sources</h2>
        <p class="measure">\(overview.citation?.words ?? ""). Police counts are revised: these are the figures of \
        \((overview.citation?.releases.count ?? 0).counted("file", "files")), on the day on which each was received. A month that \
        is revised later is judged anew.</p>
        """
    }
}

/// What the method is and what it is not, in words that stand on page and paper alike.
enum SignalsMethod {
    static let parts: [(title: String, words: String)] = [
        (
            "What it is",
            "Each month is held against the same season of the three to five years before it, by the method that national "
                + "surveillance of infections uses (Farrington and others, 1996; Noufaily and others, 2013). It allows for the "
                + "season, for a steady trend and for months that vary more than chance. A past peak counts less, so that it "
                + "does not hide a new one. About one month in forty would lie above the range by chance, and one in forty below."
        ),
        (
            "Where there are too few years",
            "A control chart (XmR, with the NHS’s rules for special causes) takes its place, only where the series has no season "
                + "or of the months seasonally adjusted (STL): a chart of raw months that swing with the seasons marks a third "
                + "of them for nothing. Before a change in recording nothing is compared with what came after."
        ),
        (
            "What it is not",
            "It does not say why, nor that more happened: more reporting, an operation or a change of recording can mark a month. "
                + "It is no forecast and no measure of how well anybody does. A month that is not marked can still matter, and a slow fall or "
                + "rise that is too small to be told from chance is not allowed for: it shows as low or high months."
        ),
    ]

    static var html: HTML {
        """
        <h2 id="method">What this is, and what it is not</h2>
        \(parts.html { "<p class=\"measure\"><strong>\($0.title).</strong> \($0.words)</p>\n" })
        """
    }
}
