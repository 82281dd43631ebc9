import Charts
import Web

/// Exhibits on a page: small ones in a grid, the others one below another.
struct ExhibitFigures {
    let exhibits: [Exhibit]
    /// The heading that they stand under is of the level before.
    let level: Int
    /// Where a picture is; nil where none can be drawn.
    let picture: ((Exhibit, ChartWidth) -> Address)?
    /// Where the table of one is, for spreadsheets.
    let file: (Exhibit) -> Address
    let notes: DocumentNotes

    var html: HTML? {
        guard !exhibits.isEmpty else { return nil }
        let halves = exhibits.filter { $0.size == .half }
        let grid: HTML? = halves.isEmpty ? nil : "<div class=\"chart-grid\">\n\(halves.html(figure))</div>\n"
        return "\(grid)\(exhibits.filter { $0.size != .half }.html(figure))"
    }

    private func figure(_ exhibit: Exhibit) -> HTML {
        let said = notes[.exhibit(exhibit.name)].html
        guard let chart = exhibit.chart else {
            return """
                \(exhibit.finding.map { "<h\(level)>\($0)</h\(level)>\n" as HTML })\(table(exhibit).html)
                <p class="measure">\(exhibit.sentence)</p>
                \(said)
                <p class="citation">Source: \(exhibit.source)</p>

                """
        }
        let size: ChartFigure.Size =
            switch exhibit.size {
            case .half: .small
            case .whole: .beside
            case .wide: .wide
            }
        return ChartFigure(
            id: "chart-\(exhibit.name)", exhibit.finding ?? exhibit.title, level: level,
            subtitle: exhibit.finding == nil ? nil : exhibit.title, sentence: exhibit.sentence,
            alternative: chart.sentence,
            pictures: picture.map { (wide: $0(exhibit, .wide), narrow: $0(exhibit, .narrow)) },
            table: table(exhibit), notes: said, citation: "Source: \(exhibit.source)", size: size
        ).html
    }

    private func table(_ exhibit: Exhibit) -> DataTable {
        DataTable(
            exhibit.title, columns: exhibit.table.columns.map { $0.isNumber ? .number($0.head) : .text($0.head) },
            rows: exhibit.table.rows.map { $0.map { HTML(text: $0) } }, csv: file(exhibit),
            isStacked: exhibit.chart == nil)
    }
}
