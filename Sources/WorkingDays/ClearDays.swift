import Foundation
import Storage

/// How long before a meeting something must be published: so many clear days, which are those that lie between the day
/// of publication and the day of the meeting and leave both out.
public struct ClearDays: Sendable, Hashable {
    /// 0 to 1,000.
    public let count: Int
    public let counting: DayCounting
    public let closures: Closures
    /// What is published after this time counts as published on the next day that the offices are open; nil where it is
    /// not so in the body’s constitution.
    public let cutoff: TimeOfDay?

    public init(
        _ count: Int, counting: DayCounting, closures: Closures = .none, cutoff: TimeOfDay? = Self.usualCutoff
    ) {
        self.count = min(max(count, 0), 1_000)
        self.counting = counting
        self.closures = closures
        self.cutoff = cutoff
    }

    /// 5.00 pm.
    public static let usualCutoff = TimeOfDay(minutes: 17 * 60)

    /// The latest day on which to publish for a meeting, which is one that the offices are open on.
    public func latestPublication(before meeting: Day) -> Day {
        var (day, left) = (meeting, count)
        while left > 0 {
            let previous = day.adding(days: -1)
            guard previous != day else { break }
            day = previous
            if counting.reasonLeftOut(day, closures: closures) == nil { left -= 1 }
        }
        return closures.lastOpenDay(upTo: day.adding(days: -1))
    }

    /// The latest day on which to publish, and how every day from then to the meeting was counted.
    public func deadline(before meeting: Day) -> PublicationDeadline {
        let day = latestPublication(before: meeting)
        return PublicationDeadline(
            meeting: meeting, day: day, cutoff: cutoff, days: explanation(from: day, to: meeting))
    }

    /// The day that a publication at a moment counts as published on: that day in London, or the next on which the
    /// offices are open, where they were closed or it came after the time that the body sets.
    public func day(ofPublicationAt moment: Date) -> Day { placed(moment).day }

    /// How many clear days a publication at a moment gives before a meeting, and how every day was counted.
    public func notice(publishedAt moment: Date, before meeting: Day) -> NoticeGiven {
        let (day, moved) = placed(moment)
        let days = explanation(from: day, to: meeting)
        let clear = days.reduce(into: 0) { clear, verdict in
            if case .counted = verdict.standing { clear += 1 }
        }
        return NoticeGiven(
            day: day, moved: moved, clearDays: clear, needed: count, days: days, isTooLateForAny: day >= meeting)
    }

    /// Every day from that of publication to that of the meeting with its verdict; only the meeting’s where nothing was
    /// published before it.
    public func explanation(from publication: Day, to meeting: Day) -> [DayVerdict] {
        let last = DayVerdict(day: meeting, standing: .meeting, reason: "The day of the meeting is not counted")
        guard publication < meeting else { return [last] }
        var verdicts = [
            DayVerdict(day: publication, standing: .start, reason: "The day of publication is not counted")
        ]
        var (day, count) = (publication.adding(days: 1), 0)
        while day < meeting {
            if let reason = counting.reasonLeftOut(day, closures: closures) {
                verdicts.append(DayVerdict(day: day, standing: .leftOut, reason: reason))
            } else {
                count += 1
                verdicts.append(DayVerdict(day: day, standing: .counted(count), reason: counted(day, count)))
            }
            day = day.adding(days: 1)
        }
        return verdicts + [last]
    }

    /// The same with its days counted another way: working days shown as advice beside days of the calendar.
    public func counted(by counting: DayCounting) -> ClearDays {
        ClearDays(count, counting: counting, closures: closures, cutoff: cutoff)
    }

    /// A day that counts though nothing can be published on it says so, since a reader would ask.
    private func counted(_ day: Day, _ count: Int) -> String {
        let words = "Counted: clear day \(count)"
        guard let closed = closures.reasonClosed(day) else { return words }
        return "\(words). \(closures.closed(day) ?? "\(closed), when the offices are closed")"
    }

    private func placed(_ moment: Date) -> (day: Day, moved: String?) {
        let day = Day(moment)
        if let closed = closures.reasonClosed(day) {
            return (closures.firstOpenDay(from: day), "Published on a day when the offices are closed: \(closed)")
        }
        guard let cutoff, TimeOfDay(moment) > cutoff else { return (day, nil) }
        let next = closures.firstOpenDay(from: day.adding(days: 1))
        return (next, "Published after \(cutoff.words)")
    }
}
