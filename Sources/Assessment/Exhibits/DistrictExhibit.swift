import Charts
import DataFiles
import DataRegister

/// A picture or a table of one district over a period beside another, made for a document that says more than this one
/// assessment does.
public struct DistrictExhibit: Sendable {
    /// "all-crime", "months"
    public private(set) var name: String
    public let title: String
    /// What is found there, as a heading says it; nil where it speaks for itself.
    public let finding: String?
    public let sentence: String
    /// What must be said beside it.
    public let notes: [String]
    /// Nil of a table.
    public let chart: (any Chart)?
    public let columns: [(head: String, isNumber: Bool)]
    public let rows: [[String]]
    /// What it tells, as programs load it.
    public let facts: FactTable
    public let citation: Citation
    /// The figures whose numbers it tells; none of what is published already by whoever counted it.
    public let told: [FigureAddress]
    /// What became of all of it, where that is told: the ground of what its heading says.
    public internal(set) var change: MeasuredChange?

    func renamed(_ name: String) -> DistrictExhibit {
        var exhibit = self
        exhibit.name = name
        return exhibit
    }

    /// - Parameter title: what is shown, where that says more than the chart itself.
    init(
        _ name: String, _ chart: any Chart, title: String? = nil, finding: String? = nil, sentence: String? = nil,
        notes: [String] = [], facts: FactTable, citation: Citation, told: [FigureAddress] = []
    ) {
        self.facts = facts
        (self.name, self.title, self.chart) = (name, title ?? chart.title, chart)
        (self.citation, self.told) = (citation, told)
        self.sentence = sentence ?? chart.sentence
        (self.finding, self.notes) = (finding, notes)
        columns = chart.table.headings.enumerated().map { ($1, $0 > 0) }
        rows = chart.table.rows
    }

    /// - Parameter table: what is told besides what is drawn.
    init(
        _ name: String, _ chart: any Chart, table: TextTable, finding: String? = nil, sentence: String,
        notes: [String] = [], facts: FactTable, citation: Citation
    ) {
        self.facts = facts
        (self.name, title, self.chart) = (name, chart.title, chart)
        (self.citation, told) = (citation, [])
        (self.finding, self.sentence, self.notes) = (finding, sentence, notes)
        columns = table.columns.map { ($0.title, $0.isNumber) }
        rows = table.rows
    }

    init(
        _ name: String, _ table: TextTable, title: String? = nil, finding: String? = nil, sentence: String,
        notes: [String] = [], facts: FactTable, citation: Citation, told: [FigureAddress] = []
    ) {
        self.facts = facts
        (self.name, self.title, self.sentence, self.citation) = (name, title ?? table.caption, sentence, citation)
        (self.finding, self.notes, self.told) = (finding, notes, told)
        chart = nil
        columns = table.columns.map { ($0.title, $0.isNumber) }
        rows = table.rows + [table.footer].compactMap(\.self)
    }
}
