import Foundation

/// A calendar day, with no time and no zone, written `2016-02-09`.
public struct Day: Hashable, Sendable {
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to 31.
    public let number: Int

    /// Nil where the calendar has no such day.
    public init?(year: Int, month: Int, number: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Self.length(ofMonth: month, year: year)).contains(number)
        else { return nil }
        self.year = year
        self.month = month
        self.number = number
    }

    /// The day it is in London, where the law is read, at a moment.
    public init(_ time: Date) {
        let parts = Self.london.dateComponents([.year, .month, .day], from: time)
        year = parts.year ?? 1
        month = parts.month ?? 1
        number = parts.day ?? 1
    }

    /// From the midnight in London that it begins at to the one that it ends at: 23 hours on one day of a year, 25 on another.
    public var moments: Range<Date> {
        let parts = DateComponents(year: year, month: month, day: number)
        let start = Self.london.date(from: parts).map(Self.london.startOfDay) ?? .distantPast
        return start..<(Self.london.date(byAdding: .day, value: 1, to: start) ?? start)
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) || year.isMultiple(of: 400) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static let london: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/London") ?? .gmt
        return calendar
    }()
}

extension Day: LosslessStringConvertible {
    /// Reads `2016-02-09`, and nothing else.
    public init?(_ text: String) {
        let digits = text.utf8.enumerated().allSatisfy { place, byte in
            place == 4 || place == 7
                ? byte == UInt8(ascii: "-") : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard text.utf8.count == 10, digits, parts.count == 3 else { return nil }
        self.init(year: parts[0], month: parts[1], number: parts[2])
    }

    public var description: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(number, 2))"
    }
}

extension Day: Comparable {
    public static func < (left: Day, right: Day) -> Bool {
        (left.year, left.month, left.number) < (right.year, right.month, right.number)
    }
}

extension Day: SQLConvertible {
    public static var columnType: ColumnType { .date }
}
