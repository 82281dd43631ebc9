import Foundation
import Membership
import Storage
import Wording
import WorkingDays

/// Who knows what notice was given of business in private.
public protocol PrivateNoticeDesk: Sendable {
    /// Notices that stand of what a body is to take in private on a day.
    func notices(of body: ID<Body>, on day: Day) async throws -> [PrivateNotice]
}

/// Notice that an executive means to take something in private.
public struct PrivateNotice: Hashable, Sendable {
    /// As it stands in addresses, below the forward plan.
    public let key: String
    public let title: String
    public let firstAt: Date
    /// When it was given again, with what people had said against it and what is answered; nil where it was not.
    public let secondAt: Date?
    /// Who agreed that it cannot be deferred, and why; empty where nobody had to.
    public let agreement: String

    public init(key: String, title: String, firstAt: Date, secondAt: Date?, agreement: String) {
        (self.key, self.title, self.firstAt, self.secondAt) = (key, title, firstAt, secondAt)
        self.agreement = agreement
    }
}

/// Whether an executive may take something in private: two notices of that were given in time, or whoever may agreed that it is
/// urgent and cannot reasonably be deferred (SI 2012/2089, regulation 5; D92).
struct PrivateNoticeRule {
    /// By when the first is due, and the second.
    let first: Deadline
    let second: Deadline
    let closures: Closures
    /// A notice cannot have been given later than now.
    let now: Date

    /// What must be done before it may be taken in private; nil where nothing is missing.
    ///
    /// - Parameter notice: nil where the item names none.
    func missing(_ notice: PrivateNotice?) -> String? {
        guard let notice else {
            let step =
                day(of: now, first) <= first.day
                ? "Publish the first in the forward plan by \(first.words), and the second by \(second.words)"
                : Self.urgency
            return
                "taken in private it needs two notices in the forward plan (SI 2012/2089, regulation 5), and it names none. "
                + "\(step). Then choose the notice on the item’s page"
        }
        guard notice.agreement.isEmpty else { return nil }
        let told = day(of: notice.firstAt, first)
        if told > first.day {
            return
                "the first notice that it is taken in private, ‘\(notice.title)’, was given on \(told.words), and was due by "
                + "\(first.words) (SI 2012/2089, regulation 5). \(Self.urgency)"
        }
        guard let again = notice.secondAt else {
            let step =
                day(of: now, second) <= second.day
                ? "Publish it in the forward plan by \(second.words): add to ‘\(notice.title)’ what people said against it and "
                    + "what is answered" : Self.urgency
            return
                "the second notice that it is taken in private is missing (SI 2012/2089, regulation 5(4)). \(step)"
        }
        let repeated = day(of: again, second)
        guard repeated > second.day else { return nil }
        return
            "the second notice that it is taken in private, ‘\(notice.title)’, was given on \(repeated.words), and was due by "
            + "\(second.words) (SI 2012/2089, regulation 5(4)). \(Self.urgency)"
    }

    private static let urgency =
        "It is too late for that now: it may be taken only if the chair of scrutiny, or else the chair or vice-chair of the council, "
        + "agrees that it is urgent and cannot reasonably be deferred. Publish in the forward plan a notice that says who agreed "
        + "and why (regulation 5(6) and (7)), or take it at a later meeting"

    /// What everybody is told of the notices, where nothing is missing.
    func words(_ notice: PrivateNotice) -> String {
        guard notice.agreement.isEmpty else {
            return
                "The notices that it is taken in private could not be given in time (SI 2012/2089, regulation 5(6)): "
                + notice.agreement.withFullStop
        }
        let again = notice.secondAt.map { " and again on \(Day(min($0, now)).words)" } ?? ""
        return
            "Notice that it is taken in private was given on \(Day(min(notice.firstAt, now)).words)\(again) "
            + "(SI 2012/2089, regulation 5)."
    }

    /// The day on which a publication at a moment counts as published.
    private func day(of moment: Date, _ deadline: Deadline) -> Day {
        ClearDays(deadline.count, counting: deadline.counting, closures: closures, cutoff: deadline.cutoff)
            .day(ofPublicationAt: min(moment, now))
    }
}

extension PrivateNoticeRule {
    /// - Parameter deadlines: nil, as where they know of no such notice, makes none: the rule does not hold for the body.
    init?(_ deadlines: MeetingDeadlines?, closures: Closures, now: Date) {
        guard let first = deadlines?[.privateMeeting], let second = deadlines?[.privateMeetingAgain] else { return nil }
        self.init(first: first, second: second, closures: closures, now: now)
    }
}
