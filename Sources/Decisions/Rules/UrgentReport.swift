import Publishing
import Storage

/// What was decided as urgent in a quarter, for the report to Council (regulation 19 of SI 2012/2089; D93).
public struct UrgentQuarter: Hashable, Sendable {
    public let year: Int
    /// From 1 to 4, of the calendar.
    public let quarter: Int
    public let decisions: [RegisteredDecision]
    /// Notices by special urgency or the general exception.
    public let notices: [PlannedDecision]

    /// "October to December 2026"
    public var title: String {
        let months = ["January to March", "April to June", "July to September", "October to December"]
        return "\(months[quarter - 1]) \(year)"
    }

    /// Quarters in which anything was urgent, the latest first.
    public static func all(_ decisions: [RegisteredDecision], _ notices: [PlannedDecision]) -> [UrgentQuarter] {
        let urgent = Dictionary(
            grouping: decisions.filter { $0.statement.urgency.isUrgent == true }, by: { Place($0.statement.decidedOn) })
        let short = Dictionary(
            grouping: notices.filter { $0.statement.notice.way != .full }, by: { Place($0.statement.from) })
        return Set(urgent.keys).union(short.keys).compactMap(\.self).sorted(by: >).map { place in
            UrgentQuarter(
                year: place.year, quarter: place.quarter, decisions: urgent[place] ?? [], notices: short[place] ?? [])
        }
    }

    private struct Place: Hashable, Comparable {
        let year: Int
        let quarter: Int

        init?(_ day: Day?) {
            guard let day else { return nil }
            (year, quarter) = (day.year, (day.month - 1) / 3 + 1)
        }

        static func < (one: Place, other: Place) -> Bool { (one.year, one.quarter) < (other.year, other.quarter) }
    }
}
