import Foundation
import Wording

extension Day {
    /// "9 February 2016".
    public var words: String { "\(number) \(monthNames[month - 1]) \(year)" }

    /// As a form shows it: "9/2/2016".
    public var typed: String { "\(number)/\(month)/\(year)" }

    /// As people in Britain write one: "9/2/2016", "9 February 2016", "9th Feb 2016", or "2016-02-09".
    public init?(typed text: String) {
        if let day = Day(text) {
            self = day
            return
        }
        let parts = text.split(whereSeparator: { " /.-".contains($0) }).map(String.init)
        let ordinal = parts.first.flatMap { first in
            ["st", "nd", "rd", "th"].first { first.lowercased().hasSuffix($0) }
        }
        guard parts.count == 3, let number = Int(parts[0].dropLast(ordinal?.count ?? 0)), let year = Int(parts[2]),
            year >= 1000,
            let month = Int(parts[1]) ?? Self.month(named: parts[1])
        else { return nil }
        self.init(year: year, month: month, number: number)
    }

    private static func month(named name: String) -> Int? {
        guard name.count >= 3 else { return nil }
        return monthNames.firstIndex { $0.lowercased().hasPrefix(name.lowercased()) }.map { $0 + 1 }
    }
}
