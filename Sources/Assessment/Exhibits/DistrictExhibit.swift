import Charts
import DataRegister

/// A picture or a table of one district over a period beside another, made for a document that says more than this one
/// assessment does.
public struct DistrictExhibit: Sendable {
    /// "all-crime", "months"
    public let name: String
    public let title: String
    public let sentence: String
    /// Nil of a table.
    public let chart: (any Chart)?
    public let columns: [(head: String, isNumber: Bool)]
    public let rows: [[String]]
    public let citation: Citation
    /// The figures whose numbers it tells; none of what is published already by whoever counted it.
    public let told: [FigureAddress]

    init(
        _ name: String, _ chart: any Chart, sentence: String? = nil, citation: Citation, told: [FigureAddress] = []
    ) {
        (self.name, title, self.chart, self.citation, self.told) = (name, chart.title, chart, citation, told)
        self.sentence = sentence ?? chart.sentence
        columns = chart.table.headings.enumerated().map { ($1, $0 > 0) }
        rows = chart.table.rows
    }

    /// - Parameter table: what is told besides what is drawn.
    init(_ name: String, _ chart: any Chart, table: TextTable, sentence: String, citation: Citation) {
        (self.name, title, self.chart, self.citation, told) = (name, chart.title, chart, citation, [])
        self.sentence = sentence
        columns = table.columns.map { ($0.title, $0.isNumber) }
        rows = table.rows
    }

    init(_ name: String, _ table: TextTable, sentence: String, citation: Citation, told: [FigureAddress] = []) {
        (self.name, title, self.sentence, self.citation) = (name, table.caption, sentence, citation)
        self.told = told
        chart = nil
        columns = table.columns.map { ($0.title, $0.isNumber) }
        rows = table.rows + [table.footer].compactMap(\.self)
    }
}
