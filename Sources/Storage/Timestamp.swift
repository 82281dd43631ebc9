import Foundation

/// A moment as records hold it: whole microseconds from 1970 in UTC, written `2016-02-09T14:05:00.000000Z`.
///
/// The format never varies, so that text order is time order; the calendar is worked out here, since a formatter's
/// locale and time zone have no business in a record.
struct Timestamp: Hashable, Sendable, LosslessStringConvertible {
    /// Microseconds since 1970-01-01T00:00:00Z.
    let microseconds: Int64

    /// The years that four digits can write: 0001 to 9999.
    private static let range: ClosedRange<Int64> = -62_135_596_800_000_000...253_402_300_799_999_999

    /// The nearest microsecond; a date outside the years 1 to 9999 becomes the nearest end of them.
    init(_ date: Date) {
        let microseconds = (date.timeIntervalSince1970 * 1e6).rounded()
        let (first, last) = (Self.range.lowerBound, Self.range.upperBound)
        self.microseconds =
            microseconds <= Double(first) ? first : microseconds >= Double(last) ? last : Int64(microseconds)
    }

    /// - Returns: `nil` outside the years 1 to 9999.
    init?(microseconds: Int64) {
        guard Self.range.contains(microseconds) else { return nil }
        self.microseconds = microseconds
    }

    /// Reads the one format, and nothing else.
    init?(_ text: String) {
        var text = text
        guard let read = text.withUTF8({ Timestamp(UnsafeRawBufferPointer($0)) }) else { return nil }
        self = read
    }

    /// Reads the one format, and nothing else.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == Self.length, bytes[26] == UInt8(ascii: "Z") else { return nil }
        guard bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"), bytes[10] == UInt8(ascii: "T"),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: ".")
        else { return nil }
        func number(_ range: Range<Int>, _ allowed: ClosedRange<Int64>) -> Int64? {
            var number: Int64 = 0
            for place in range {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) else { return nil }
                number = number * 10 + Int64(bytes[place] - UInt8(ascii: "0"))
            }
            return allowed.contains(number) ? number : nil
        }
        guard let year = number(0..<4, 1...9999), let month = number(5..<7, 1...12), let day = number(8..<10, 1...31),
            let hour = number(11..<13, 0...23), let minute = number(14..<16, 0...59),
            let second = number(17..<19, 0...59), let fraction = number(20..<26, 0...999_999)
        else { return nil }
        let days = Self.days(year, month, day)
        // 30 February would be a day in March.
        guard Self.calendar(days) == (year, month, day) else { return nil }
        let seconds = days * 86_400 + hour * 3_600 + minute * 60 + second
        microseconds = seconds * 1_000_000 + fraction
    }

    var date: Date { Date(timeIntervalSince1970: Double(microseconds) / 1e6) }

    /// How many characters it is written with.
    static let length = 27

    var description: String {
        String(unsafeUninitializedCapacity: Self.length) { text in
            write(to: UnsafeMutableRawBufferPointer(text))
            return Self.length
        }
    }

    /// Writes the characters to room for them.
    func write(to room: UnsafeMutableRawBufferPointer) {
        let (seconds, fraction) = microseconds.flooredDivision(by: 1_000_000)
        let (days, second) = seconds.flooredDivision(by: 86_400)
        let (year, month, day) = Self.calendar(days)
        func write(_ number: Int64, from place: Int, width: Int, then mark: Unicode.Scalar) {
            var rest = number
            for digit in stride(from: place + width - 1, through: place, by: -1) {
                room[digit] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            }
            room[place + width] = UInt8(ascii: mark)
        }
        write(year, from: 0, width: 4, then: "-")
        write(month, from: 5, width: 2, then: "-")
        write(day, from: 8, width: 2, then: "T")
        write(second / 3_600, from: 11, width: 2, then: ":")
        write(second / 60 % 60, from: 14, width: 2, then: ":")
        write(second % 60, from: 17, width: 2, then: ".")
        write(fraction, from: 20, width: 6, then: "Z")
    }

    /// Days from 1970-01-01 to a day of the Gregorian calendar, by Howard Hinnant's `days_from_civil`.
    private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let year = month <= 2 ? year - 1 : year
        let (era, yearOfEra) = year.flooredDivision(by: 400)
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The day of the Gregorian calendar, by Howard Hinnant's `civil_from_days`.
    private static func calendar(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let (era, dayOfEra) = (days + 719_468).flooredDivision(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }
}

extension Int64 {
    fileprivate func flooredDivision(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}

extension Date: SQLConvertible {
    public static var columnType: ColumnType { .timestamp }
    /// To the microsecond; what is finer is rounded away.
    public var sqlValue: Value { .text(Timestamp(self).description) }
    public init?(sqlValue value: Value) {
        guard case .text(let text) = value, let timestamp = Timestamp(text) else { return nil }
        self = timestamp.date
    }
}
