import Charts
import DataFiles
import DataRegister
import Statistics
import Storage
import Web
import Wording

/// `/comparators/{set}/comparison`: the own district among those of a set, by the rate of one measure.
struct ComparisonPage {
    let comparison: Comparison
    let choices: ComparisonChoices
    let canDraw: Bool

    var page: Page {
        Page(
            "\(comparison.subject), \(comparison.period), \(comparison.set.name)", crumbs: comparison.set.crumbs,
            width: .wide,
            body: """
                <p class="eyebrow">\(comparison.set.name)</p>
                <h1>\(comparison.subject), \(comparison.period.description)</h1>
                <p class="lead">\(comparison.sentence)</p>
                \(comparison.cautions.isEmpty ? nil : Notice(
                    .warning, "Read with care", comparison.cautions.html { "<p>\($0)</p>" }
                ).html)
                \(choices.form(
                    for: comparison.set,
                    outcome: "\(comparison.known.count) of \(comparison.members.count.counted("district has", "districts have")) a rate."))
                \(table)
                \(notes)
                \(funnel)
                <h2 id="sources">Sources</h2>
                <p class="measure">\(comparison.sources). Compared with: <a href="\(comparison.set.page)">\
                \(comparison.set.citation)</a>. <a href="\(Address("/methods").at("comparing"))">How districts are compared</a></p>
                """)
    }

    private var notes: HTML {
        """
        <ul class="measure">\(comparison.notes.filter { !comparison.cautions.contains($0) }.html { "<li>\($0)</li>\n" })</ul>
        """
    }

    private var table: HTML {
        let mean: [HTML]? = comparison.mean.map {
            ["The group’s mean", "", "", HTML(text: $0.rounded(places: 1)), "", "", ""]
        }
        return DataTable(
            "\(comparison.subject) in each district, \(comparison.period)",
            columns: [
                .text("District"), .number("Count"), .number("Residents"), .number("For each 1,000"),
                .number("95% interval"), .number("Place"), .text("Beside the mean"),
            ],
            rows: comparison.members.map(row), footer: mean,
            csv: comparison.asking("/comparators/\(comparison.set.address)/comparison.csv")
        ).html
    }

    private func row(_ member: Comparison.Member) -> [HTML] {
        let name: HTML = member.isOwn ? "\(member.name) \(Tag("Own", .plain).html)" : HTML(text: member.name)
        let like = member.isToldApart == false ? " Like \(comparison.own?.name ?? "the own")." : ""
        return [
            name, HTML(text: member.count?.grouped ?? "not known"),
            HTML(text: member.people?.people.grouped ?? "not known"),
            HTML(text: member.rate?.value.rounded(places: 1) ?? "–"),
            HTML(text: member.rate?.interval.wording(places: 1) ?? "–"),
            HTML(text: member.rank.map { "\($0) of \(comparison.known.count)" } ?? "–"),
            HTML(text: member.position == nil ? "not known" : member.beside(comparison.polarity) + "." + like),
        ]
    }

    private var funnel: HTML {
        guard let chart = comparison.chart else {
            return """
                <h2 id="funnel">Who stands out</h2>
                <p class="measure">A funnel takes at least two districts with a rate and at least one event, so none is drawn.</p>
                """
        }
        let picture = comparison.asking("/comparators/\(comparison.set.address)/comparison.svg")
        return """
            <h2 id="funnel">Who stands out</h2>
            \(ChartFigure(
                id: "chart-funnel", chart.title, sentence: chart.sentence, alternative: chart.sentence,
                pictures: canDraw ? (wide: picture, narrow: picture.asking(["width": "narrow"])) : nil,
                table: DataTable(
                    chart.title, columns: chart.table.headings.enumerated().map {
                        $0 == 0 || $0 == 3 ? .text($1) : .number($1)
                    }, rows: chart.table.rows.map { $0.map(HTML.init(text:)) }),
                citation: HTML(text: comparison.citation.words), size: .wide
            ).html)
            <p class="measure">The middle line is the rate of all these districts together. The limits are widened by how much \
            districts differ among themselves, which is more than chance; outside the outer ones lies who stands out from the \
            others.</p>
            """
    }
}

extension Comparison {
    /// Every district with a rate, in its funnel.
    var chart: FunnelChart? {
        guard let funnel else { return nil }
        let points = zip(members, funnel.areas).compactMap { member, area -> FunnelChart.Point? in
            guard let area, let people = member.people else { return nil }
            return FunnelChart.Point(
                label: member.name, size: Double(people.people), value: area.value, place: .init(area.position),
                isOwn: member.isOwn)
        }
        guard let most = points.map(\.size).max(), most > 0 else { return nil }
        let limits = (1...40).compactMap { step -> FunnelChart.Limits? in
            let size = most * Double(step) / 40
            let expected = funnel.centre * size / 1000
            guard let inner = try? funnel.limits(size: expected, confidence: 0.95),
                let outer = try? funnel.limits(size: expected, confidence: 0.998)
            else { return nil }
            return FunnelChart.Limits(
                size: size, inner: inner.lower...inner.upper, outer: outer.lower...outer.upper)
        }
        return FunnelChart(
            title: "\(subject) by residents, \(period)", heading: "District", unit: rateUnit, sizeUnit: "residents",
            points: points, centre: funnel.centre, limits: limits)
    }
}

extension FunnelChart.Point.Place {
    init(_ position: FunnelPosition) {
        self =
            switch position {
            case .farBelow: .farBelow
            case .below: .below
            case .within: .within
            case .above: .above
            case .farAbove: .farAbove
            }
    }
}
