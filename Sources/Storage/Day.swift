import Foundation
import Wording

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
        let parts = Calendar.london.dateComponents([.year, .month, .day], from: time)
        year = parts.year ?? 1
        month = parts.month ?? 1
        number = parts.day ?? 1
    }

    /// From the midnight in London that it begins at to the one that it ends at: 23 hours on one day of a year, 25 on another.
    public var moments: Range<Date> {
        let parts = DateComponents(year: year, month: month, day: number)
        let start = Calendar.london.date(from: parts).map(Calendar.london.startOfDay) ?? .distantPast
        return start..<(Calendar.london.date(byAdding: .day, value: 1, to: start) ?? start)
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) || year.isMultiple(of: 400) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension Day: LosslessStringConvertible {
    /// Reads `2016-02-09`, and nothing else.
    public init?(_ text: String) {
        var text = text
        let parts: (year: Int, month: Int, number: Int)? = text.withUTF8 { bytes in
            guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
            func number(_ places: Range<Int>) -> Int? {
                var number = 0
                for place in places {
                    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) else { return nil }
                    number = number * 10 + Int(bytes[place] - UInt8(ascii: "0"))
                }
                return number
            }
            guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
            return (year, month, day)
        }
        guard let parts else { return nil }
        self.init(year: parts.year, month: parts.month, number: parts.number)
    }

    public var description: String {
        String(unsafeUninitializedCapacity: 10) { text in
            func write(_ number: Int, _ places: ClosedRange<Int>) {
                var rest = number
                for place in places.reversed() {
                    text[place] = UInt8(ascii: "0") + UInt8(rest % 10)
                    rest /= 10
                }
            }
            write(year, 0...3)
            text[4] = UInt8(ascii: "-")
            write(month, 5...6)
            text[7] = UInt8(ascii: "-")
            write(number, 8...9)
            return 10
        }
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

extension Day: Codable {
    /// As it is written everywhere else: "2016-02-09".
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = Day(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "‘\(text)’ is no day")
        }
        self = day
    }
}
