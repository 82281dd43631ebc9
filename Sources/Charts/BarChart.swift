/// Values side by side as bars from zero, in the order given, each with its name and number written beside it.
public struct BarChart: Chart, Hashable {
    public let title: String
    /// What a bar stands for, in the singular, as it heads the table: "Type of crime", "LSOA".
    public let heading: String
    /// What is measured: "crimes", "of all crimes", "crimes per 1,000 people".
    public let unit: String
    public let format: ValueFormat
    public let bars: [Bar]
    /// Whether the bars are all there are; false where they are only the highest.
    public let areAll: Bool

    public init(
        title: String, heading: String, unit: String, format: ValueFormat = .count, bars: [Bar], areAll: Bool = true
    ) {
        self.title = title
        self.heading = heading
        self.unit = unit
        self.format = format
        self.bars = bars
        self.areAll = areAll
    }

    public struct Bar: Hashable, Sendable {
        public let label: String
        /// `nil` where there is no data, which is written, not drawn as zero.
        public let value: Double?
        /// The interval the value lies in with 95 % confidence; drawn as a whisker.
        public let interval: ClosedRange<Double>?

        public init(label: String, value: Double?, interval: ClosedRange<Double>? = nil) {
            self.label = label
            self.value = value.flatMap { $0.isFinite ? $0 : nil }
            let isDrawable = interval.map { $0.lowerBound.isFinite && $0.upperBound.isFinite } ?? false
            self.interval = isDrawable && self.value != nil ? interval : nil
        }
    }

    public var sentence: String {
        Extremes(named: bars.map { ($0.label, $0.value) }).sentence(
            format: format, unit: unit, areAll: areAll)
    }

    public var table: ChartTable {
        let hasIntervals = bars.contains { $0.interval != nil }
        return ChartTable(
            headings: [heading, unit.capitalisedFirst] + (hasIntervals ? ["95% interval"] : []),
            rows: bars.map { bar in
                let interval = bar.interval.map { "\(format.text($0.lowerBound)) to \(format.text($0.upperBound))" }
                return [bar.label, format.text(bar.value)] + (hasIntervals ? [interval ?? ""] : [])
            })
    }

    public func spec(width: ChartWidth, accent: Colour) -> String {
        BarPicture(of: self, width: width, accent: accent).specification.description
    }
}
