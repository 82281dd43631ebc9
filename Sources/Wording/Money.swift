import Foundation

/// An amount of money, kept in whole pence and read in pounds: "£31,957".
public struct Money: Hashable, Comparable, Sendable {
    public let pence: Int

    public init(pence: Int) {
        self.pence = pence
    }

    /// What somebody typed: "31957", "£31,957", "31,957.50".
    public init(typed: String) throws(NotAnAmount) {
        var text = typed.trimmingCharacters(in: .whitespacesAndNewlines)[...]
        guard !text.isEmpty else { throw .missing }
        if text.hasPrefix("-") || text.hasPrefix("\u{2212}") { throw .belowZero }
        if text.hasPrefix("£") { text = text.dropFirst() }
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let digits = Self.ungrouped(parts[0]) else { throw .notUnderstood(typed) }
        guard digits.utf8.count <= Self.mostDigits, let pounds = Int(digits) else { throw .tooLarge }
        guard parts.count == 2 else {
            pence = pounds * 100
            return
        }
        guard parts[1].utf8.allSatisfy(\.isDigit) else { throw .notUnderstood(typed) }
        guard parts[1].utf8.count == 2, let rest = Int(parts[1]) else { throw .notWholePence }
        pence = pounds * 100 + rest
    }

    /// Hundreds of billions of pounds: more than any partnership has, and far from what a number can hold.
    private static let mostDigits = 12

    /// The digits without commas; nothing where a comma does not part thousands, for then it may have been a point.
    private static func ungrouped(_ text: Substring) -> String? {
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isDigit) }) else { return nil }
        if groups.count > 1 {
            guard groups[0].utf8.count <= 3, groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }) else { return nil }
        }
        return String(groups.joined().drop { $0 == "0" }).ifEmpty("0")
    }

    public static func < (one: Money, other: Money) -> Bool { one.pence < other.pence }

    /// As it is typed into a field, without the sign: "31957" or "31957.50".
    public var typed: String { amount { "\($0)" } }

    private func amount(_ pounds: (Int) -> String) -> String {
        let (whole, rest) = (pence.magnitude / 100, pence.magnitude % 100)
        let fraction = rest == 0 ? "" : rest < 10 ? ".0\(rest)" : ".\(rest)"
        return pounds(Int(whole)) + fraction
    }
}

extension Money: CustomStringConvertible {
    /// "£31,957", and with its pence where there are any: "£31,957.50". Below zero with a true minus sign.
    public var description: String { (pence < 0 ? "\u{2212}£" : "£") + amount(\.grouped) }
}

/// What was typed is no amount of money; said as an instruction without its first capital.
public enum NotAnAmount: Error, Hashable, Sendable, CustomStringConvertible {
    case missing
    case belowZero
    case notUnderstood(String)
    case notWholePence
    case tooLarge

    public var description: String {
        switch self {
        case .missing: "enter an amount in pounds, like 31,957 or 31,957.50"
        case .belowZero: "enter an amount that is not below zero"
        case .notUnderstood(let typed):
            "enter an amount in pounds, like 31,957 or 31,957.50, in place of ‘\(typed.prefix(30))’"
        case .notWholePence: "enter pence as two digits, like 31,957.50, or leave them out"
        case .tooLarge: "enter an amount below £1,000,000,000,000"
        }
    }
}

extension String {
    fileprivate func ifEmpty(_ other: String) -> String { isEmpty ? other : self }
}
