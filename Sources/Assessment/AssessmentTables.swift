import DataFiles
import DataRegister
import Statistics
import Wording

/// The tables of an assessment, in words and figures as they are read: one for page, paper and CSV alike.
struct AssessmentTables {
    let assessment: DistrictAssessment

    /// Every type of crime with its count, rate, share and change.
    var types: TextTable {
        let earlier = assessment.crime.earlier
        var columns = [TextTable.Column.text("Type"), .number(assessment.crime.current.heading)]
        if let earlier { columns.insert(.number(earlier.heading), at: 1) }
        // Where a month is missing, the change is over fewer months than the counts: it stands beside the ones it is over.
        let compared = assessment.crime.comparedCounts == nil ? nil : assessment.crime.compared
        if let compared {
            columns += [.number("Compared: \(compared.before)"), .number("Compared: \(compared.after)")]
        }
        let hasRates = assessment.crime.rate != nil
        if hasRates { columns.append(.number("For each 1,000 people")) }
        columns.append(.number("Share of crime"))
        if earlier != nil { columns += [.number("Change"), .number("95% interval"), .text("More than chance?")] }
        return TextTable(
            "Recorded crime by type, \(assessment.district)", columns: columns,
            rows: assessment.types.map { row($0, hasRates: hasRates, showsCompared: compared != nil) },
            footer: row(assessment.crime, hasRates: hasRates, showsCompared: compared != nil))
    }

    private func row(_ finding: Finding, hasRates: Bool, showsCompared: Bool) -> [String] {
        var cells = [finding.subject, finding.count.grouped]
        if let earlier = finding.earlier { cells.insert(earlier.total.grouped, at: 1) }
        if showsCompared {
            let counts = finding.comparedCounts ?? finding.change.map { ($0.before, $0.after) }
            cells += [counts?.before.grouped ?? "–", counts?.after.grouped ?? "–"]
        }
        if hasRates { cells.append(finding.rate?.told ?? "–") }
        cells.append(finding.share.map { ($0.value * 100).rounded(places: 1) + "%" } ?? "–")
        if finding.earlier != nil {
            cells += [finding.changeText, finding.intervalText, finding.verdictText]
        }
        return cells
    }

    /// The small areas with most crime.
    func places(first count: Int) -> TextTable {
        let worst = assessment.places.prefix(count)
        let hasRates = worst.contains { $0.rate != nil }
        var columns = [TextTable.Column.text("Area (LSOA)"), .number("Crimes"), .number("Share")]
        if hasRates { columns += [.number("For each 1,000 people"), .number("95% interval")] }
        columns.append(.number("Anti-social behaviour"))
        return TextTable(
            "The \(worst.count) areas of \(assessment.district) with most recorded crime, "
                + assessment.crime.current.heading,
            columns: columns,
            rows: worst.map { place in
                var cells = [place.name, place.crimes.grouped]
                cells.append(place.share.map { ($0.value * 100).rounded(places: 1) + "%" } ?? "–")
                if hasRates {
                    cells.append(place.rate?.told ?? "–")
                    cells.append(place.rate.map { $0.interval.wording(places: 1) } ?? "–")
                }
                return cells + [place.incidents.grouped]
            })
    }

    /// One subject month by month, beside the same months of the other period.
    static func months(_ finding: Finding) -> TextTable {
        let now = finding.current
        let names = now.period.months.map { "\($0.name) \($0.year)" }
        guard let earlier = finding.earlier else {
            return TextTable(
                "\(finding.subject) by month", columns: [.text("Month"), .number("\(now.period)")],
                rows: zip(names, now.counts).map { [$0, $1.wording] }, footer: [total([now]), now.total.grouped])
        }
        let columns: [TextTable.Column] = [.text("Month"), .number("\(earlier.period)"), .number("\(now.period)")]
        let sameSeason = earlier.period.hasSameSeason(as: now.period)
        let rows = now.period.months.indices.map { index in
            let name =
                sameSeason
                ? now.period.months[index].name : "\(earlier.period.months[index]) / \(now.period.months[index])"
            return [name, earlier.counts[index].wording, now.counts[index].wording]
        }
        return TextTable(
            "\(finding.subject) by month", columns: columns, rows: rows,
            footer: [total([earlier, now]), earlier.total.grouped, now.total.grouped])
    }

    private static func total(_ series: [MonthlySeries]) -> String {
        series.allSatisfy(\.isWhole) ? "Total" : "Total of the months known"
    }
}

extension Int? {
    /// A missing month says so.
    fileprivate var wording: String { self?.grouped ?? "no data" }
}

extension Interval {
    /// "81.0 to 93.4". An interval has a width: its bounds are told as finely as they differ, and what is beyond all sense is told
    /// as more than that.
    func wording(places: Int, sign: String = "") -> String {
        let isOne = lower < upper && lower.rounded(places: places) == upper.rounded(places: places)
        if isOne, places < 4 { return wording(places: places + 1, sign: sign) }
        let most = sign == "%" && upper > Self.mostPercent
        return "\(lower.rounded(places: places))\(sign) to "
            + (most ? "more than 1,000%" : "\(upper.rounded(places: places))\(sign)")
    }

    private static var mostPercent: Double { 1_000 }
}

extension Finding {
    var changeText: String { change?.cellText ?? "–" }
    var intervalText: String { change?.intervalText ?? "–" }
    var verdictText: String { change?.verdictText ?? "–" }
}

/// A change as the cells of a table say it.
extension Change {
    /// "−4.3%"; the two counts speak for themselves where one is under ten.
    var cellText: String {
        guard let percent else { return "too few" }
        return (percent > 0 ? "+" : "") + percent.rounded(places: 1) + "%"
    }

    var intervalText: String { percentInterval.map { $0.wording(places: 1, sign: "%") } ?? "–" }

    var verdictText: String {
        switch verdict {
        case .rise: "Yes, a rise"
        case .fall: "Yes, a fall"
        case .noClearChange: "No clear change"
        case .notClear: "Not clear"
        case .untold: "Cannot be told"
        case .unjudged: "Not judged"
        }
    }
}
