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
