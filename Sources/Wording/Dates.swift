import Foundation

/// Dates as people and the law read them: in London's time, whatever zone the machine keeps.
extension Date {
    /// "9 February 2016".
    public var day: String { LondonTime(self).day }

    /// "19:00".
    public var clock: String { LondonTime(self).clock }

    /// "9 February 2016 at 19:00".
    public var dayAndTime: String {
        let time = LondonTime(self)
        return "\(time.day) at \(time.clock)"
    }
}

/// A date taken apart on London's clocks. A `DateFormatter` would be made anew each time, which takes a hundred times
/// as long.
struct LondonTime {
    private let parts: DateComponents

    init(_ date: Date) {
        parts = Calendar.london.dateComponents([.year, .month, .day, .hour, .minute], from: date)
    }

    var day: String { "\(parts.day ?? 0) \(monthNames[(parts.month ?? 1) - 1]) \(parts.year ?? 0)" }

    var clock: String { "\(twoDigits(parts.hour)):\(twoDigits(parts.minute))" }

    private func twoDigits(_ number: Int?) -> String {
        let text = "\(number ?? 0)"
        return text.count < 2 ? "0" + text : text
    }
}
