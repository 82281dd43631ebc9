import DataFiles
import Storage

/// A period of a data set that is due, and whether it came.
public struct ExpectedDelivery: Hashable, Sendable {
    public let period: Period
    /// The last day on which it is in time.
    public let due: Day
    /// The day on which the last of it first came; nil where some of it has not come.
    public let received: Day?

    public func isOverdue(on day: Day) -> Bool { received == nil && due < day }

    /// Whether it came after it was due.
    public var wasLate: Bool { received.map { due < $0 } ?? false }
}

extension DataSet {
    /// A hundred years of months: however far off a clock or a month is, this ends.
    private static let mostExpected = 1_200

    /// The deliveries that are awaited or came, from the first month on: every period that had ended by a day.
    ///
    /// - Parameter firstReceived: the day on which each month was first covered.
    public func expected(by day: Day, firstReceived: [Month: Day]) -> [ExpectedDelivery] {
        guard let months = frequency.months, let told = since ?? firstReceived.keys.min() else { return [] }
        let first = max(told, .earliestOfData)
        var expected: [ExpectedDelivery] = []
        var start = months == 3 ? first.startOfQuarter : first
        while expected.count < Self.mostExpected,
            let period = try? Period(from: start, to: start.advanced(by: months - 1)),
            period.to.lastDay < day, let due = due.day(for: period)
        {
            let days = period.months.map { firstReceived[$0] }
            let received = days.allSatisfy { $0 != nil } ? days.compactMap(\.self).max() : nil
            expected.append(ExpectedDelivery(period: period, due: due, received: received))
            start = start.advanced(by: months)
        }
        return expected
    }
}

extension Month {
    /// The first month of its quarter of the calendar.
    var startOfQuarter: Month { advanced(by: -((number - 1) % 3)) }
}
