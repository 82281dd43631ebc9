/// Places by their size and their rate, beside the limits that a place of each size may be expected to keep within: who
/// stands out from the others, and who only looks as if.
public struct FunnelChart: Chart, Hashable {
    public let title: String
    /// What a point stands for, in the singular, as it heads the table: "District".
    public let heading: String
    /// What is measured: "crimes for each 1,000 people".
    public let unit: String
    /// What the size is: "residents".
    public let sizeUnit: String
    public let points: [Point]
    /// Of all places together; drawn as the line in the middle.
    public let centre: Double
    /// The smallest size first.
    public let limits: [Limits]

    public init(
        title: String, heading: String, unit: String, sizeUnit: String, points: [Point], centre: Double,
        limits: [Limits]
    ) {
        (self.title, self.heading, self.unit, self.sizeUnit) = (title, heading, unit, sizeUnit)
        (self.points, self.centre, self.limits) = (points, centre, limits)
    }

    public struct Point: Hashable, Sendable {
        /// Where it lies among the limits.
        public enum Place: String, Hashable, Sendable, CaseIterable {
            case farBelow = "below the 99.8% limit"
            case below = "below the 95% limit"
            case within = "within the limits"
            case above = "above the 95% limit"
            case farAbove = "above the 99.8% limit"

            /// Whether it stands out from the others.
            var isFar: Bool { self == .farBelow || self == .farAbove }
        }

        public let label: String
        public let size: Double
        public let value: Double
        public let place: Place
        /// Whether it is the one the chart is about.
        public let isOwn: Bool

        public init(label: String, size: Double, value: Double, place: Place, isOwn: Bool) {
            (self.label, self.size, self.value, self.place, self.isOwn) = (label, size, value, place, isOwn)
        }
    }

    /// The limits of places of one size.
    public struct Limits: Hashable, Sendable {
        public let size: Double
        public let inner: ClosedRange<Double>
        public let outer: ClosedRange<Double>

        public init(size: Double, inner: ClosedRange<Double>, outer: ClosedRange<Double>) {
            (self.size, self.inner, self.outer) = (size, inner, outer)
        }
    }

    public var sentence: String {
        guard !points.isEmpty else { return "There is no data." }
        let own = points.first(where: \.isOwn).map { "\($0.label) lies \($0.place.rawValue). " } ?? ""
        let far = points.filter { $0.place.isFar && !$0.isOwn }.map(\.label)
        let others =
            switch far.count {
            case 0: "No other \(heading.lowercased()) lies outside the 99.8% limits."
            case 1...6: "Outside the 99.8% limits \(far.count == 1 ? "lies" : "lie") \(far.listed)."
            default: "\(far.count) others lie outside the 99.8% limits."
            }
        return own + others
    }

    public var table: ChartTable {
        ChartTable(
            headings: [heading, sizeUnit.capitalisedFirst, unit.capitalisedFirst, "Where it lies"],
            rows: points.map { point in
                [
                    point.label, ValueFormat.count.text(point.size), ValueFormat.decimal(places: 1).text(point.value),
                    point.place.rawValue,
                ]
            })
    }

    public func spec(width: ChartWidth, accent: Colour) -> String {
        FunnelPicture(of: self, width: width, accent: accent).specification.description
    }
}
