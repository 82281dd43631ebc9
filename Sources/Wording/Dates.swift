import Foundation

/// Dates as people and the law read them: in London's time, whatever zone the machine keeps.
extension Date {
    /// "9 February 2016".
    public var day: String { worded("d MMMM yyyy") }

    /// "9 February 2016 at 19:00".
    public var dayAndTime: String { "\(day) at \(worded("HH:mm"))" }

    private func worded(_ format: String) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_GB")
        formatter.timeZone = TimeZone(identifier: "Europe/London")
        formatter.dateFormat = format
        return formatter.string(from: self)
    }
}
