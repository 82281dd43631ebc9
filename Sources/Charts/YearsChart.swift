import Wording

/// A place year by year, beside the mean and the middle half of those it is compared with.
///
/// A missing year breaks the line; it is never drawn as zero.
public struct YearsChart: Chart, Hashable {
    public let title: String
    /// What is told of each year: "crimes for each 1,000 people".
    public let unit: String
    /// The place: "Thanet".
    public let name: String
    /// Those beside it: "13 districts of ‘Most similar’".
    public let group: String
    /// On end, the oldest first.
    public let years: [Year]
    /// Where what is counted changed. Only those within the years are drawn.
    public let breaks: [ChartBreak]

    public init(
        title: String, unit: String, name: String, group: String, years: [Year], breaks: [ChartBreak] = []
    ) {
        (self.title, self.unit, self.name, self.group) = (title, unit, name, group)
        (self.years, self.breaks) = (years, breaks)
    }

    /// One year.
    public struct Year: Hashable, Sendable {
        public let number: Int
        /// `nil` where it is not known.
        public let value: Double?
        /// Of the group.
        public let mean: Double?
        /// Between which values the middle half of the group lies.
        public let middle: ClosedRange<Double>?

        public init(_ number: Int, value: Double?, mean: Double? = nil, middle: ClosedRange<Double>? = nil) {
            self.number = number
            self.value = value.flatMap { $0.isFinite ? $0 : nil }
            self.mean = mean.flatMap { $0.isFinite ? $0 : nil }
            self.middle = middle
        }
    }

    /// The breaks within what is shown, each month once.
    var shownBreaks: [ChartBreak] {
        guard let first = years.first?.number, let last = years.last?.number else { return [] }
        return breaks.within(
            MonthlyChart.Line(
                label: "",
                months: [.init(year: first, number: 1, value: nil), .init(year: last, number: 12, value: nil)]))
    }

    public var sentence: String {
        let sides = [(name, years.map { ($0.number, $0.value) }), (group, years.map { ($0.number, $0.mean) })]
        let moves = sides.compactMap { side, values -> String? in
            let known = values.compactMap { year, value in value.map { (year, $0.rounded(places: 1)) } }
            guard let first = known.first, let last = known.last, first.0 < last.0 else { return nil }
            return "\(side.withCapital): \(first.1) in \(first.0), \(last.1) in \(last.0)."
        }
        let words = moves.isEmpty ? ["No two years are known."] : moves
        return (words + [shownBreaks.sentence]).compactMap(\.self).joined(separator: " ")
    }

    public var table: ChartTable {
        func text(_ value: Double?) -> String { value?.rounded(places: 1) ?? noData }
        return ChartTable(
            headings: ["Year", name, "Mean of the others and it", "Middle half"],
            rows: years.map { year in
                [
                    "\(year.number)", text(year.value), text(year.mean),
                    year.middle.map { "\($0.lowerBound.rounded(places: 1)) to \($0.upperBound.rounded(places: 1))" }
                        ?? "–",
                ]
            })
    }

    public func spec(width: ChartWidth, accent: Colour) -> String {
        YearsPicture(of: self, frame: .full(width), accent: accent).specification.description
    }
}
