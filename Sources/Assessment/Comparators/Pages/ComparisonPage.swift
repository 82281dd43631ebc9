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
    let years: ComparedYearsSection
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
                \(years.html(of: comparison, canDraw: canDraw))
                \(funnel)
                <h2 id="sources">Sources</h2>
                <p class="measure">Figures: \(comparison.sources). Compared with: <a href="\(comparison.set.page)">\
                \(comparison.set.citation)</a>. <a href="\(Address("/methods").at("comparing"))">How districts are compared</a></p>
                """)
    }

    private var notes: HTML {
        """
        <ul class="measure">\(comparison.notes.filter { !comparison.cautions.contains($0) }.html { "<li>\($0)</li>\n" })</ul>
        """
    }

    /// All of them where they can be read; else those about the own district, with the rest folded away.
    private var table: HTML {
        let all = comparison.members
        let caption = "\(comparison.subject) in each district, \(comparison.period)"
        guard all.count > Self.mostShown else { return table(caption, all).html }
        let own = all.firstIndex(where: \.isOwn) ?? 0
        let first = max(0, min(own - Self.beside, all.count - 2 * Self.beside - 1))
        let near = all[first..<min(all.count, first + 2 * Self.beside + 1)]
        return """
            \(table("\(comparison.subject), \(comparison.period): the districts next to \(comparison.own?.name ?? "one another")", Array(near), csv: false).html)
            \(Disclosure("All \(all.count.grouped) districts", table(caption, all).html).html)
            """
    }

    /// More than these are not read.
    private static let mostShown = 50
    /// How many stand above the own district, and how many below, where not all do.
    private static let beside = 7

    private func table(_ caption: String, _ members: [Comparison.Member], csv: Bool = true) -> DataTable {
        // One year for all is said at the head of the column; where they differ, beside each.
        let mean: [HTML]? = comparison.mean.map {
            ["The group’s mean", "", "", HTML(text: $0.rounded(places: 1)), "", "", ""]
        }
        return DataTable(
            caption,
            columns: [
                .text("District"), .number("Count"), .number(oneBasis.map { "Residents (\($0))" } ?? "Residents"),
                .number("For each 1,000"),
                .number("95% interval"), .number("Place"), .text("Among the others"),
            ],
            rows: members.map(row), footer: mean,
            csv: csv ? comparison.asking("/comparators/\(comparison.set.address)/comparison.csv") : nil,
            isStacked: true)
    }

    /// Of which year the residents of all districts are, and how that is known.
    private var oneBasis: String? {
        let all = Set(comparison.known.compactMap { $0.people?.basis })
        return all.count == 1 ? all.first : nil
    }

    private func row(_ member: Comparison.Member) -> [HTML] {
        let name: HTML = member.isOwn ? "\(member.name) \(Tag("Own", .plain).html)" : HTML(text: member.name)
        let like = member.isToldApart == false ? " Like \(comparison.own?.name ?? "the own")." : ""
        return [
            name, HTML(text: member.count?.grouped ?? "not known"),
            HTML(
                text: member.people.map { $0.people.grouped + (oneBasis == nil ? " (\($0.basis))" : "") } ?? "not known"
            ),
            HTML(text: member.rate?.told ?? "–"),
            HTML(text: member.rate?.interval.wording(places: 1) ?? "–"),
            HTML(text: member.rank.map { "\($0) of \(comparison.known.count)" } ?? "–"),
            HTML(text: member.rate == nil ? "not known" : member.beside(comparison.polarity) + "." + like),
        ]
    }

    private var funnel: HTML {
        guard let chart = comparison.chart else {
            return """
                <h2 id="funnel">Who stands out</h2>
                <p class="measure">Of fewer than \("\(Comparison.fewestInFunnel)") districts with a rate nobody can be said to stand out, so no funnel is drawn.</p>
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
                citation: HTML(text: "Source: \(comparison.citation.words)"), size: .wide
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
        guard let least = points.map(\.size).min(), let most = points.map(\.size).max(), most > 0 else { return nil }
        // A little beyond the largest, so that its point does not lie on the end of the lines; closer together where they bend.
        let limits = (0...40).compactMap { step -> FunnelChart.Limits? in
            let size = least + (most * 1.05 - least) * Double(step * step) / 1_600
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
