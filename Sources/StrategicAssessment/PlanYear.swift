import DataFiles
import DataRegister
import Storage

/// A partnership's year, from 1 April to 31 March: "2015/16".
///
/// *Source*: SI 2007/1830 reg. 5 and the common practice of plan years.
public struct PlanYear: Sendable, Hashable, Comparable {
    /// The year it begins in.
    public let first: Int

    /// - Parameter first: the year it begins in; nil outside 1998, the year of the Act, to 2098.
    public init?(beginning first: Int) {
        guard (1998...2098).contains(first) else { return nil }
        self.first = first
    }

    /// The year that a day lies in.
    public init?(of day: Day) {
        self.init(beginning: day.month >= 4 ? day.year : day.year - 1)
    }

    /// The year whose plan an assessment of some months is for: the one under way where they ended of late, else the one that
    /// they led into. A table of ten years ago is of its own time’s plan, and not of today’s.
    ///
    /// - Parameter period: what is here; nil where nothing is.
    init?(fitting period: Period?, on today: Day) {
        let now = Month(year: today.year, number: today.month)
        guard let last = period?.to, last.advanced(by: Self.mostMonthsBehind) < now else {
            self.init(of: today)
            return
        }
        let after = last.advanced(by: 1)
        self.init(beginning: after.number >= 4 ? after.year : after.year - 1)
    }

    /// Police data come two months late, and an assessment takes some more.
    private static let mostMonthsBehind = 9

    public var next: PlanYear? { PlanYear(beginning: first + 1) }
    public var before: PlanYear? { PlanYear(beginning: first - 1) }

    /// As it stands in addresses: "2015-16".
    public var slug: String { "\(first)-\(lastTwo)" }

    /// - Parameter slug: as it stands in addresses.
    public init?(slug: String) {
        self.init(slug, between: "-")
    }

    private init?(_ text: String, between mark: Character) {
        let parts = text.split(separator: mark, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2, let first = Int(parts[0]),
            let year = PlanYear(beginning: first), year.lastTwo == parts[1]
        else { return nil }
        self = year
    }

    private var lastTwo: String {
        let last = (first + 1) % 100
        return last < 10 ? "0\(last)" : "\(last)"
    }

    public static func < (one: PlanYear, other: PlanYear) -> Bool { one.first < other.first }
}

extension PlanYear: LosslessStringConvertible {
    /// "2015/16"
    public var description: String { "\(first)/\(lastTwo)" }

    public init?(_ text: String) {
        self.init(text, between: "/")
    }
}

extension PlanYear: SQLConvertible {
    public static var columnType: ColumnType { .text }
    public var sqlValue: Value { .text(description) }
    public init?(sqlValue value: Value) {
        guard case .text(let text) = value else { return nil }
        self.init(text)
    }
}
