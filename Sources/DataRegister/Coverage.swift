import DataFiles

/// Which months of which force are here: the first thing to look at before any figure.
public struct Coverage: Sendable {
    /// The months of one force that are here.
    public struct Force: Sendable {
        public let name: String
        public let months: [Month: ForceMonthRecord]
    }

    public let forces: [Force]
    /// From the first year with a month to the last.
    public let years: [Int]

    public init(_ records: [ForceMonthRecord]) {
        forces = Dictionary(grouping: records, by: \.force).sorted { $0.key < $1.key }.map { name, records in
            Force(
                name: name, months: Dictionary(records.map { ($0.month, $0) }, uniquingKeysWith: { first, _ in first }))
        }
        let years = records.map(\.month.year)
        self.years = years.min().flatMap { first in years.max().map { Array(first...$0) } } ?? []
    }

    /// The last month of any force; nil where nothing is here.
    public var last: Month? { forces.flatMap(\.months.keys).max() }

    /// Months that lie between a force's first and last and are not here.
    public var holes: [(force: String, months: [Month])] {
        forces.compactMap { force in
            guard let first = force.months.keys.min(), let last = force.months.keys.max() else { return nil }
            let missing = (first...last).filter { force.months[$0] == nil }
            return missing.isEmpty ? nil : (force.name, missing)
        }
    }
}
