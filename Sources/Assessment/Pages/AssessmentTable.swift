import Charts
import DataRegister
import Web

extension AssessmentCharts.Named {
    /// What is drawn, as a table in words.
    var table: TextTable {
        TextTable(
            chart.title,
            columns: chart.table.headings.enumerated().map { $0 == 0 ? .text($1) : .number($1) },
            rows: chart.table.rows)
    }
}

/// A table in words as a page shows it.
func assessmentTable(_ table: TextTable, csv: Address? = nil) -> DataTable {
    DataTable(
        table.caption, columns: table.columns.map { $0.isNumber ? .number($0.title) : .text($0.title) },
        rows: table.rows.map { $0.map(HTML.init(text:)) }, footer: table.footer.map { $0.map(HTML.init(text:)) },
        csv: csv)
}

/// Every type of crime with its change: the middle of an assessment. Each leads to its own small chart, on a page that has
/// them, which has the table as CSV too.
struct TypesTable {
    let assessment: DistrictAssessment
    let csv: Address?

    var html: HTML {
        let table = AssessmentTables(assessment: assessment).types
        return DataTable(
            table.caption, columns: table.columns.map { $0.isNumber ? .number($0.title) : .text($0.title) },
            rows: zip(table.rows, assessment.types).map { cells, finding in
                let name: HTML =
                    csv == nil
                    ? HTML(text: finding.subject)
                    : "<a href=\"#chart-type-\(finding.slug)\">\(finding.subject)</a>"
                return [name] + told(cells, finding).dropFirst()
            },
            footer: table.footer.map { told($0, assessment.crime) }, csv: csv
        ).html
    }

    /// The verdict stands last, with its shape.
    private func told(_ cells: [String], _ finding: Finding) -> [HTML] {
        var cells = cells.map(HTML.init(text:))
        if let direction = finding.trend?.direction, !cells.isEmpty {
            cells[cells.count - 1] = Trend(direction).html
        }
        return cells
    }
}
