import DataFiles
import Foundation
import Storage
import Wording

/// How a data set stands on a day: what came, and what is owed.
public struct DataSetStanding: Sendable {
    public let set: DataSet
    /// When the last of it came.
    public let received: Date?
    /// The months that are covered.
    public let months: Set<Month>
    /// Every period that had ended by the day.
    public let expected: [ExpectedDelivery]
    public let day: Day

    public var overdue: [ExpectedDelivery] { expected.filter { $0.isOverdue(on: day) } }

    /// The next that is awaited and in time yet.
    public var next: ExpectedDelivery? { expected.first { $0.received == nil && !$0.isOverdue(on: day) } }

    /// Of a set that is published month by month: the months after the last that is here which are out by the day; nil where
    /// there are none.
    public var outMeanwhile: ClosedRange<Month>? {
        guard let last = months.max(), let out = set.due.lastPublished(by: day), last < out else { return nil }
        return last.advanced(by: 1)...out
    }

    /// Of the same: the next month that is not out yet, and the month in which it is put out.
    public var nextOut: (month: Month, comes: Month)? {
        guard let out = set.due.lastPublished(by: day) else { return nil }
        let next = max(out, months.max() ?? out).advanced(by: 1)
        return (next, next.advanced(by: out.distance(to: Month(year: day.year, number: day.month))))
    }

    /// "January 2014 to March 2015", with the months between that are missing said.
    var coverage: String {
        guard let first = months.min(), let last = months.max() else { return "–" }
        let holes = (first...last).count - months.count
        let span = (try? Period(from: first, to: last))?.description ?? "\(first.inWords) to \(last.inWords)"
        return holes == 0 ? span : "\(span), \(holes.counted("month", "months")) missing"
    }
}
