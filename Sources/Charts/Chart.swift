/// A picture of figures that is never a picture alone: it has a title, a sentence that says what is to be seen, and
/// the table of what is drawn.
///
/// The title is not drawn, because the page and the paper set it in their own type above the picture.
public protocol Chart: Sendable {
    /// What the chart shows: "Crimes recorded in Thanet each month, 2015 and 2014".
    var title: String { get }
    /// What is to be seen, in plain words: the alternative text.
    var sentence: String { get }
    /// Everything that is drawn, as text.
    var table: ChartTable { get }
    /// The picture as a Vega-Lite specification, in JSON. It is the same text for the same values.
    func spec(width: ChartWidth, accent: Colour) -> String
}

extension Chart {
    /// The picture in the house’s own colour.
    public func spec(width: ChartWidth) -> String { spec(width: width, accent: .house) }
}

/// The two widths pictures are made for; the page shows the one that fits.
public enum ChartWidth: String, Hashable, Sendable, CaseIterable {
    /// About 680 px: a page on a desk, or on paper.
    case wide
    /// About 340 px: a telephone.
    case narrow

    /// Pixels across the whole picture.
    public var pixels: Double { self == .wide ? 680 : 340 }
}

/// A table: one heading for each column, and as many cells in each row. The first column names the row.
public struct ChartTable: Hashable, Sendable {
    public let headings: [String]
    public let rows: [[String]]

    public init(headings: [String], rows: [[String]]) {
        self.headings = headings
        self.rows = rows
    }
}
