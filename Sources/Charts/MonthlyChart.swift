import Wording

/// A value for each month of one or two periods, from zero, every month present.
///
/// Two periods of the same months of the year are laid over each other, otherwise they follow one another on one
/// axis. A missing month breaks the line and is marked as missing; it is never drawn as zero.
public struct MonthlyChart: Chart, Hashable {
    public let title: String
    /// What is counted, in the plural: "crimes".
    public let unit: String
    public let format: ValueFormat
    public let current: Line
    /// The period to compare with.
    public let earlier: Line?
    /// Where what is counted changed. Only those within what is shown are drawn.
    public let breaks: [ChartBreak]

    public init(
        title: String, unit: String, format: ValueFormat = .count, current: Line, earlier: Line? = nil,
        breaks: [ChartBreak] = []
    ) {
        self.title = title
        self.unit = unit
        self.format = format
        self.current = current
        self.earlier = earlier
        self.breaks = breaks
    }

    /// One period.
    public struct Line: Hashable, Sendable {
        /// What the period is called: "2015", "January to November 2014".
        public let label: String
        /// All months from the first to the last, in order; months that were not given are here without a value.
        public let months: [Month]

        public init(label: String, months: [Month]) {
            self.label = label
            let values = Dictionary(months.map { ($0.ordinal, $0.value) }) { _, later in later }
            guard let first = values.keys.min(), let last = values.keys.max() else {
                self.months = []
                return
            }
            self.months = (first...last).map { Month(ordinal: $0, value: values[$0] ?? nil) }
        }

        /// The label, or only its year or years, "2014" or "2014/15", where they are in it: enough beside a line whose
        /// months the axis names.
        var shortLabel: String {
            guard let first = months.first?.year, let last = months.last?.year,
                label.contains(String(first)), label.contains(String(last)), last - first <= 1
            else { return label }
            return first == last ? String(first) : "\(first)/\(String(last).suffix(2))"
        }
    }

    /// One month’s value.
    public struct Month: Hashable, Sendable {
        /// Months since January of the year 0.
        let ordinal: Int
        /// `nil` where the month is missing.
        public let value: Double?

        /// - Parameter number: 1 for January to 12 for December.
        public init(year: Int, number: Int, value: Double?) {
            self.init(ordinal: year * 12 + number - 1, value: value)
        }

        public init(year: Int, number: Int, count: Int?) {
            self.init(year: year, number: number, value: count.map(Double.init))
        }

        init(ordinal: Int, value: Double?) {
            self.ordinal = ordinal
            self.value = value.flatMap { $0.isFinite ? $0 : nil }
        }

        public var year: Int { ordinal / 12 }
        public var number: Int { ordinal % 12 + 1 }

        var name: String { monthNames[ordinal % 12] }
        var shortName: String { String(name.prefix(3)) }
    }

    public func spec(width: ChartWidth, accent: Colour) -> String {
        MonthlyPicture(of: self, frame: .full(width), accent: accent).specification(of: self).description
    }
}
