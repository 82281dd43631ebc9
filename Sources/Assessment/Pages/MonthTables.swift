import DataFiles
import DataRegister
import Wording

/// Every monthly count on paper: a row for each subject, a column for each month, at most twelve months to a table.
struct MonthTables {
    let assessment: DistrictAssessment

    var tables: [TextTable] {
        [assessment.comparison, assessment.period].compactMap(\.self).flatMap { period in
            stride(from: 0, to: period.count, by: 12).map { start in
                table(period, months: start..<min(start + 12, period.count))
            }
        }
    }

    private func table(_ period: Period, months: Range<Int>) -> TextTable {
        let shown = Array(period.months[months])
        let isOneYear = Set(shown.map(\.year)).count == 1
        let names = shown.map { month in
            let name = String(month.name.prefix(3))
            return isOneYear ? name : "\(name) \(month.year)"
        }
        let span = (try? Period(from: shown[0], to: shown[shown.count - 1])) ?? period
        return TextTable(
            "Monthly counts, \(span)", columns: [.text("Type")] + (names + ["Total"]).map { .number($0) },
            rows: (assessment.types + [assessment.crime, assessment.antiSocialBehaviour]).map { finding in
                row(finding, of: period, months)
            })
    }

    private func row(_ finding: Finding, of period: Period, _ months: Range<Int>) -> [String] {
        let series = period == finding.current.period ? finding.current : finding.earlier
        let counts = Array((series?.counts ?? [])[months])
        let known = counts.compactMap(\.self)
        return [finding.subject] + counts.map { $0?.grouped ?? "–" } + [
            known.isEmpty ? "–" : known.reduce(0, +).grouped
        ]
    }
}
