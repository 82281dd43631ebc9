import Wording

/// Counts month by month, each beside the range that was to be expected of it, and those outside it marked.
///
/// A missing month breaks the line and is marked as missing, and a month that could not be judged has no range: neither is
/// drawn as zero, and neither as usual.
public struct SignalChart: Chart, Hashable {
    public let title: String
    /// What is counted, in the plural: "crimes".
    public let unit: String
    /// Every month from the first to the last, in order.
    public let months: [Month]
    /// Where what is counted changed. Only those within the months are drawn.
    public let breaks: [ChartBreak]
    /// Whether it is one of many that stand side by side.
    public let isSmall: Bool

    public init(title: String, unit: String, months: [Month], breaks: [ChartBreak] = [], isSmall: Bool = false) {
        (self.title, self.unit, self.months, self.isSmall) = (title, unit, months, isSmall)
        self.breaks = breaks
    }

    /// One month.
    public struct Month: Hashable, Sendable {
        /// On which side of what is usual it lies.
        public enum Mark: String, Hashable, Sendable, CaseIterable {
            case high, low
        }

        let month: MonthlyChart.Month
        /// `nil` where the month was not judged.
        public let expected: Double?
        /// What is usual; its lower end is 0 where not even none would be out of the ordinary.
        public let usual: ClosedRange<Double>?
        public let mark: Mark?

        public init(
            year: Int, number: Int, count: Int?, expected: Double? = nil, usual: ClosedRange<Double>? = nil,
            mark: Mark? = nil
        ) {
            month = MonthlyChart.Month(year: year, number: number, count: count)
            (self.expected, self.usual, self.mark) = (expected, usual, mark)
        }

        /// "July 2015".
        var name: String { "\(month.name) \(month.year)" }
    }

    public var sentence: String {
        let shown = breaks.within(MonthlyChart.Line(label: unit, months: months.map(\.month)))
        return [finding, shown.sentence].compactMap(\.self).joined(separator: " ")
    }

    private var finding: String {
        let marked = months.filter { $0.mark != nil }
        guard !marked.isEmpty else {
            return months.contains { $0.usual != nil }
                ? "No month lies outside the range that was to be expected." : "No month could be judged."
        }
        return Month.Mark.allCases.compactMap { mark in
            let those = marked.filter { $0.mark == mark }.map { month in
                let expected = month.expected.map { ", \(about($0)) expected" } ?? ""
                return "\(month.name) (\(ValueFormat.count.text(month.month.value))\(expected))"
            }
            return those.isEmpty
                ? nil
                : "\(mark == .high ? "Above" : "Below") the range that was to be expected: \(those.listed)."
        }.joined(separator: " ")
    }

    public var table: ChartTable {
        ChartTable(
            headings: ["Month", unit.capitalisedFirst, "Expected", "Usual from", "Usual to", "Finding"],
            rows: months.map { month in
                [
                    month.name, ValueFormat.count.text(month.month.value), month.expected.map(about) ?? "–",
                    month.usual.map { ValueFormat.count.text($0.lowerBound.rounded(.up)) } ?? "–",
                    month.usual.map { ValueFormat.count.text($0.upperBound.rounded(.down)) } ?? "–",
                    month.mark?.rawValue ?? (month.usual == nil ? "not judged" : "usual"),
                ]
            })
    }

    /// An expected count, no finer than it is known.
    private func about(_ value: Double) -> String { value.rounded(places: value < 10 ? 1 : 0) }

    public func spec(width: ChartWidth, accent: Colour) -> String {
        SignalPicture(of: self, frame: isSmall ? .compact(width) : .full(width), accent: accent).specification
            .description
    }
}
