import Foundation
import Wording

/// When something is to be done every day: by the clock on the wall in London, as people mean it.
public struct Schedule: Sendable, Hashable {
    public let kind: Job.Kind
    let hour: Int
    let minute: Int

    /// - Parameters:
    ///   - hour: 0 to 23.
    ///   - minute: 0 to 59.
    public init(_ kind: Job.Kind, dailyAt hour: Int, _ minute: Int) {
        precondition((0...23).contains(hour) && (0...59).contains(minute))
        (self.kind, self.hour, self.minute) = (kind, hour, minute)
    }

    /// The last time at or before a moment when it was due, and the day it was due on. After a week without power, that
    /// is once, not seven times; an hour that the clock skips in spring is the moment after it, and one that it repeats
    /// in autumn counts once.
    public func lastDue(at time: Date) -> (due: Date, day: String) {
        let start = Calendar.london.startOfDay(for: time)
        let today = moment(of: start)
        let due =
            today <= time ? today : moment(of: Calendar.london.date(byAdding: .day, value: -1, to: start) ?? start)
        let parts = Calendar.london.dateComponents([.year, .month, .day], from: due)
        return (due, "\(Self.padded(parts.year, 4))-\(Self.padded(parts.month, 2))-\(Self.padded(parts.day, 2))")
    }

    private func moment(of day: Date) -> Date {
        Calendar.london.date(bySettingHour: hour, minute: minute, second: 0, of: day, matchingPolicy: .nextTime) ?? day
    }

    private static func padded(_ number: Int?, _ width: Int) -> String {
        let text = String(number ?? 0)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
