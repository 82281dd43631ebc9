import DataFiles
import DataRegister

/// Months of which nothing is known. They are missing, never zero.
public struct DataGap: Sendable, Hashable {
    public let period: Period
    public let months: [Month]

    /// Whether nothing at all is known of the period.
    public var isWhole: Bool { months.count == period.count }

    /// "March and April 2014 are missing: no file of Kent Police for them has been read. …".
    public func sentence(force: String?) -> String {
        guard !isWhole else {
            let whose = force.map { " of \($0)" } ?? ""
            return
                "Nothing is known of \(period): no file\(whose) for it has been read. So nothing is compared with it, "
                + "and no change is told."
        }
        let verb = months.count == 1 ? "is" : "are"
        let whose = force.map { " of \($0)" } ?? ""
        return "\(months.inWords) \(verb) missing: no file\(whose) has been read. "
            + "A missing month is left out of totals and charts; it is not counted as zero."
    }

    static func find(in data: DistrictData, periods: [Period]) -> [DataGap] {
        periods.compactMap { period in
            let months = period.months.filter { !data.covered.contains($0) }
            return months.isEmpty ? nil : DataGap(period: period, months: months)
        }
    }
}
