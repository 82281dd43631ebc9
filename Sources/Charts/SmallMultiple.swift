/// A monthly chart small enough to stand beside others of its kind, such as one for each type of crime.
public struct SmallMultiple: Chart, Hashable {
    public let chart: MonthlyChart
    /// The least height of the axis of values. Give all the same where sizes are to be compared, none where the shapes are.
    public let ceiling: Double?

    public init(_ chart: MonthlyChart, ceiling: Double? = nil) {
        self.chart = chart
        self.ceiling = ceiling
    }

    public var title: String { chart.title }
    public var sentence: String { chart.sentence }
    public var table: ChartTable { chart.table }

    public func spec(width: ChartWidth, accent: Colour) -> String {
        MonthlyPicture(of: chart, frame: .compact(width), ceiling: ceiling, accent: accent)
            .specification(of: self).description
    }
}
