import Charts
import DataFiles
import DataRegister
import Statistics
import Wording

// What the table of districts and years gives a document: the years, what crime is made of, and each type with its change.

extension DistrictYears {
    /// How much there is, year by year, and what it is made of.
    var levels: [DistrictExhibit] {
        let crime = YearsExhibit(
            years, crime, over: period, called: "Recorded crime", title: "Recorded crime year by year")
        return [crime.exhibit("crime-years", notes: [Self.nature]), made].compactMap(\.self)
    }

    /// What crime is made of.
    private var made: DistrictExhibit {
        let told = types.filter { $0.count != nil }
        let chart = BarChart(
            title: "What recorded crime is made of, \(period)", heading: "Type", unit: "of recorded crime",
            format: .share(places: 1),
            bars: told.map { line in
                BarChart.Bar(
                    label: line.subject, value: line.share?.value,
                    interval: line.share.map { $0.interval.lower...$0.interval.upper })
            })
        return DistrictExhibit(
            "share", chart, title: "\(chart.title), \(district)",
            finding: told.first.flatMap { first in
                first.share.map { share in
                    "\(first.subject) made up more of recorded crime than any other type: "
                        + "\((share.value * 100).rounded(places: 1))%"
                }
            },
            facts: FactTable(
                [
                    "district", "type", "from", "to", "count", "share_percent", "share_percent_lower",
                    "share_percent_upper",
                ],
                rows: told.map { line in
                    let share = [line.share?.value, line.share?.interval.lower, line.share?.interval.upper]
                    return named(line) + [.count(line.count)] + share.map { .number($0.map { $0 * 100 }) }
                }), citation: crime.now.citation)
    }

    /// Type by type, with what became of it.
    var changes: DistrictExhibit {
        let beside = isCompared ? ["\(comparison)", "\(period)"].inWords : "\(period)"
        let told = isCompared ? "rate, share and change" : "rate and share"
        return DistrictExhibit(
            "types", table, title: "Recorded crimes by type, \(district), \(beside), with \(told)",
            finding: isJudged ? changed : nil, sentence: sentence, notes: notes, facts: facts,
            citation: citation.standing(on: [residents].compactMap(\.self)))
    }

    private var changed: String {
        let found = judged.filter { [.rise, .fall].contains($0.verdict) }.count
        let all = judged.count.counted("type", "types")
        return "\(found == 0 ? "None" : found.grouped) of \(all) of crime changed by more than chance would give"
    }

    private var sentence: String {
        guard isCompared else { return "Each type’s share is of recorded crime; anti-social behaviour is not in it." }
        guard isJudged else {
            return
                "Whether a change is more than chance cannot be told from two totals: it takes the months, and those are not "
                + "all here."
        }
        let few = MarkedByChance.words(Double(judged.count) * 0.05)
        let left = types.filter { $0.told?.verdict == .unjudged }.map(\.subject)
        let unjudged = Change.unjudgedSentence(left).map { " \($0)" } ?? ""
        return
            "\(changed). Among as many as \(judged.count), chance alone is expected to mark \(few): read one on its own with "
            + "care.\(unjudged)"
    }

    private var notes: [String] {
        let borrowed = compared.contains { $0.method == .borrowed }
        let refused = types.compactMap { line -> String? in
            guard isCompared, case .failure(let refusal) = line.change else { return nil }
            return "\(line.subject): \(refusal.reason.begunSmall)"
        }
        return
            ((isCompared ? years.cautions(from: comparison.from.year, to: period.to.year) : [])
            + all.flatMap { $0.steps.map(\.caution) } + all.flatMap(\.breaks) + refused
            + (borrowed
                ? [
                    "How much the months of a type vary is taken from those that are here month by month, and allowed for."
                ]
                : []) + [Self.nature]).unique
    }

    private var hasRates: Bool { crime.rate != nil }

    private var table: TextTable {
        var columns: [TextTable.Column] = [.text("Type")]
        if isCompared { columns.append(.number("\(comparison)")) }
        columns.append(.number("\(period)"))
        if hasRates { columns.append(.number("For each 1,000 people")) }
        columns.append(.number("Share of crime"))
        if isCompared { columns.append(.number("Change")) }
        if isJudged { columns += [.number("95% interval"), .text("More than chance?")] }
        return TextTable(
            "Recorded crime by type, \(district)", columns: columns, rows: types.map(row), footer: row(crime))
    }

    private func row(_ line: Line) -> [String] {
        var cells = [line.subject]
        if isCompared { cells.append(line.earlier?.grouped ?? "not counted") }
        cells.append(line.count?.grouped ?? "not counted")
        if hasRates { cells.append(line.rate?.told ?? "–") }
        cells.append(line.share.map { ($0.value * 100).rounded(places: 1) + "%" } ?? "–")
        if isCompared { cells.append(line.told?.cellText ?? "–") }
        if isJudged { cells += [line.told?.intervalText ?? "–", verdict(line)] }
        return cells
    }

    private func verdict(_ line: Line) -> String { line.told?.verdictText ?? "–" }

    private func named(_ line: Line) -> [Fact] {
        [.text(district), .text(line.subject), .text("\(period.from)"), .text("\(period.to)")]
    }

    /// The columns of the table of types that is made from months, so that one program loads both.
    private var facts: FactTable {
        FactTable(
            AssessmentTables.findingColumns("district"),
            rows: all.map { line in
                let (rate, change) = (line.rate, line.told)
                let rates = [rate?.value, rate?.interval.lower, rate?.interval.upper]
                let percents = [change?.percent, change?.percentInterval?.lower, change?.percentInterval?.upper]
                let months = line.count.map { _ in period.count }
                let before = line.earlier.map { _ in comparison.count }
                return named(line) + [.count(line.count)] + rates.map(Fact.number)
                    + [
                        .number(line.share.map { $0.value * 100 }), .text("\(comparison.from)"),
                        .text("\(comparison.to)"), .count(line.earlier),
                    ] + percents.map(Fact.number) + [
                        .said(change?.verdict.name), .whole(period.count),
                        .whole(months ?? 0), .whole(before ?? 0),
                        .count(change.map { _ in period.count }), .count(change?.before), .count(change?.after),
                        .said(reason(line)),
                    ]
            })
    }

    /// Why a number of its row is missing; nil where none is.
    private func reason(_ line: Line) -> String? {
        let untold: String? =
            switch line.change {
            case .failure(let refusal): refusal.reason
            case .success: line.told.flatMap { $0.percent == nil ? Change.tooFewForPercent : nil }
            }
        let reasons =
            line.steps.map(\.caution) + [line.rate == nil ? Finding.noResidents : nil, untold].compactMap(\.self)
        return reasons.isEmpty ? nil : reasons.joined(separator: "; ")
    }
}
