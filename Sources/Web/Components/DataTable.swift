/// Figures in rows and columns, with a caption, headers a screen reader can follow, and the same as CSV.
public struct DataTable: Sendable {
    public struct Column: Sendable {
        let title: String
        let isNumber: Bool

        public static func text(_ title: String) -> Column { Column(title: title, isNumber: false) }
        public static func number(_ title: String) -> Column { Column(title: title, isNumber: true) }
    }

    let caption: String
    let columns: [Column]
    let rows: [[HTML]]
    let footer: [HTML]?
    let csv: Address?

    /// - Parameters:
    ///   - rows: one cell for each column; the first is the row's header.
    ///   - footer: the total, set apart below.
    public init(
        _ caption: String, columns: [Column], rows: [[HTML]], footer: [HTML]? = nil, csv: Address? = nil
    ) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.footer = footer
        self.csv = csv
    }

    public var html: HTML {
        """
        <div class="table-scroll" role="region" aria-label="\(caption)" tabindex="0">
        <table class="data-table">
        <caption>\(caption)</caption>
        <thead><tr>\(columns.html { "<th scope=\"col\"\(align($0))>\($0.title)</th>" })</tr></thead>
        <tbody>
        \(rows.html(row))
        </tbody>
        \(footer.map { "<tfoot>\(row($0))</tfoot>" })
        </table>
        </div>
        \(csv.map { "<p class=\"table-download\"><a href=\"\($0)\" download>Download this table (CSV)</a></p>" })
        """
    }

    private func row(_ cells: [HTML]) -> HTML {
        let cells: HTML = zip(columns, cells).enumerated().html { index, pair in
            let (column, cell) = pair
            return index == 0
                ? "<th scope=\"row\"\(align(column))>\(cell)</th>" : "<td\(align(column))>\(cell)</td>"
        }
        return "<tr>\(cells)</tr>\n"
    }

    private func align(_ column: Column) -> HTML? {
        column.isNumber ? " class=\"number\"" : nil
    }
}
