/// Figures in rows and columns, with a caption, headers a screen reader can follow, and the same as CSV. On a telephone a
/// table of words becomes a block for each row, so that no column is out of sight; one of figures scrolls, and shows it, unless its
/// rows are read one by one.
public struct DataTable: Sendable {
    public struct Column: Sendable {
        let title: String
        let isNumber: Bool
        let key: String?

        /// - Parameter key: what the address calls it, where the table can be put in its order.
        public static func text(_ title: String, sortedAs key: String? = nil) -> Column {
            Column(title: title, isNumber: false, key: key)
        }

        public static func number(_ title: String, sortedAs key: String? = nil) -> Column {
            Column(title: title, isNumber: true, key: key)
        }
    }

    let caption: String
    let columns: [Column]
    let rows: [[HTML]]
    let footer: [HTML]?
    let csv: Address?
    let sorting: TableSorting?
    let isStacked: Bool

    /// - Parameters:
    ///   - rows: one cell for each column; the first is the row's header.
    ///   - footer: the total, set apart below.
    ///   - csv: the same rows for spreadsheets and programs, by `DelimitedWriter`, which lets none be run as a formula.
    ///   - sorting: how it stands, where a reader can put it in another order.
    ///   - isStacked: whether a row of figures is read by itself, as a theme with its scores is, and so becomes a block too.
    public init(
        _ caption: String, columns: [Column], rows: [[HTML]], footer: [HTML]? = nil, csv: Address? = nil,
        sorting: TableSorting? = nil, isStacked: Bool = false
    ) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.footer = footer
        self.csv = csv
        self.sorting = sorting
        self.isStacked = isStacked
    }

    public var html: HTML {
        """
        <div class="table-scroll" role="region" aria-label="\(caption)" tabindex="0">
        <table class="data-table\(layout)" role="table">
        <caption>\(caption)</caption>
        <thead role="rowgroup"><tr role="row">\(columns.html(head))</tr></thead>
        <tbody role="rowgroup">
        \(rows.html(row))
        </tbody>
        \(footer.map { "<tfoot role=\"rowgroup\">\(row($0))</tfoot>" })
        </table>
        </div>
        \(csv.map { "<p class=\"table-download\"><a href=\"\($0)\" download>Download this table (CSV)<span class=\"visually-hidden\">: \(caption)</span></a></p>" })
        """
    }

    private var layout: HTML? {
        isOfWords ? " data-table--words" : isStacked ? " data-table--words data-table--pairs" : nil
    }

    private var isOfWords: Bool { columns.count(where: \.isNumber) * 2 < columns.count }

    // Laid out as blocks, a table is one to a screen reader by its roles alone.
    private func head(_ column: Column) -> HTML {
        guard let sorting, let key = column.key else {
            return "<th scope=\"col\" role=\"columnheader\"\(align(column))>\(column.title)</th>"
        }
        return """
            <th scope="col" role="columnheader"\(align(column))\(sorting.state(key))>\(sorting.head(column, key))</th>
            """
    }

    private func row(_ cells: [HTML]) -> HTML {
        let cells: HTML = zip(columns, cells).enumerated().html { index, pair in
            let (column, cell) = pair
            return index == 0
                ? "<th scope=\"row\" role=\"rowheader\"\(align(column))>\(cell)</th>"
                : "<td role=\"cell\" data-label=\"\(column.title)\"\(align(column))>\(cell)</td>"
        }
        return "<tr role=\"row\">\(cells)</tr>\n"
    }

    private func align(_ column: Column) -> HTML? {
        column.isNumber ? " class=\"number\"" : nil
    }
}
