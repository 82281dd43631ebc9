import Foundation
import Wording

/// A time on the clocks of London, to the minute, with no day: when a meeting starts, until when the offices are open.
public struct TimeOfDay: Hashable, Sendable {
    /// Minutes on the clock after midnight: 0 to 1,439.
    public let minutes: Int

    /// Nil where a clock shows no such time.
    public init?(minutes: Int) {
        guard (0..<1_440).contains(minutes) else { return nil }
        self.minutes = minutes
    }

    /// Nil where a clock shows no such time.
    public init?(hour: Int, minute: Int) {
        guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        minutes = hour * 60 + minute
    }

    /// What London's clocks show at a moment.
    public init(_ time: Date) {
        let parts = Calendar.london.dateComponents([.hour, .minute], from: time)
        minutes = (parts.hour ?? 0) * 60 + (parts.minute ?? 0)
    }

    /// 0 to 23.
    public var hour: Int { minutes / 60 }

    /// 0 to 59.
    public var minute: Int { minutes % 60 }

    /// When London's clocks show it on a day. In the hour that the clocks leave out in March, as long after the change
    /// as it would be after the hour; in the hour that comes twice in October, the first time.
    public func moment(on day: Day) -> Date {
        let parts = DateComponents(
            year: day.year, month: day.month, day: day.number, hour: hour, minute: minute)
        return Calendar.london.date(from: parts) ?? day.moments.lowerBound.addingTimeInterval(Double(minutes) * 60)
    }

    /// "7.00 pm", "12 noon", "12 midnight".
    public var words: String {
        switch minutes {
        case 0: "12 midnight"
        case 720: "12 noon"
        default:
            "\((hour + 11) % 12 + 1).\(minute < 10 ? "0" : "")\(minute) \(hour < 12 ? "am" : "pm")"
        }
    }
}

extension TimeOfDay: LosslessStringConvertible {
    /// Reads `19:00`, and nothing else.
    public init?(_ text: String) {
        let digits = Array(text.utf8)
        guard digits.count == 5, digits[2] == UInt8(ascii: ":") else { return nil }
        let numbers = [0, 1, 3, 4].map { Int(digits[$0]) - Int(UInt8(ascii: "0")) }
        guard numbers.allSatisfy((0...9).contains) else { return nil }
        self.init(hour: numbers[0] * 10 + numbers[1], minute: numbers[2] * 10 + numbers[3])
    }

    /// As a clock of 24 hours shows it: "19:00".
    public var description: String {
        "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }
}

extension TimeOfDay: Comparable {
    public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.minutes < right.minutes }
}

extension TimeOfDay: SQLConvertible {}
