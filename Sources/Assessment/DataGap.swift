import DataFiles
import DataRegister

/// Months of which nothing is known. They are missing, never zero.
public struct DataGap: Sendable, Hashable {
    public let period: Period
    public let months: [Month]

    /// "March and April 2014 are missing: no file of Kent Police for them has been read. …".
    public func sentence(force: String?) -> String {
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
