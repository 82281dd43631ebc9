import Wording

/// A month from which something is counted otherwise. What stands on its two sides makes no trend, so no line is drawn across
/// it.
public struct ChartBreak: Hashable, Sendable {
    let month: MonthlyChart.Month
    /// What happened: "recording changed".
    public let words: String

    /// - Parameter number: of the first month that is counted in the new way, 1 for January to 12 for December.
    public init(year: Int, number: Int, _ words: String) {
        month = MonthlyChart.Month(year: year, number: number, value: nil)
        self.words = words
    }
}

extension [ChartBreak] {
    /// Those that lie between two months of a line, each month once, in order.
    func within(_ line: MonthlyChart.Line) -> [ChartBreak] {
        guard let first = line.months.first?.ordinal, let last = line.months.last?.ordinal else { return [] }
        let months = Dictionary(grouping: filter { first < $0.month.ordinal && $0.month.ordinal <= last }) {
            $0.month.ordinal
        }
        return months.values.compactMap { those in
            let words = Set(those.map(\.words)).sorted().inWords
            return those.first.map { ChartBreak(year: $0.month.year, number: $0.month.number, words) }
        }.sorted { $0.month.ordinal < $1.month.ordinal }
    }

    /// "A dotted line marks November 2014 (recording changed): what stands on its two sides is not one series."; nil where there
    /// is none.
    var sentence: String? {
        guard !isEmpty else { return nil }
        let months = map { "\($0.month.name) \($0.month.year) (\($0.words))" }
        return
            "\(count == 1 ? "A dotted line marks" : "Dotted lines mark") \(months.listed): what stands on its two sides "
            + "is not one series."
    }
}
