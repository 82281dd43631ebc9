import Foundation
import Storage
import WorkingDays

/// Everything that must be done for a meeting by a day, and why by that day.
public struct MeetingDeadlines: Hashable, Sendable {
    public let all: [Deadline]

    /// - Parameters:
    ///   - rules: those of the body on the day of the meeting.
    ///   - terms: what the public may bring; nil where nobody said that they may.
    ///   - overrides: other days that a named officer set, by the deadline they are for.
    public init(
        of meeting: Day, under rules: MeetingRules, bringing terms: PublicTerms? = nil, closures: Closures = .none,
        overrides: [Deadline.Kind: Override] = [:]
    ) {
        func deadline(_ kind: Deadline.Kind, _ days: ClearDays, before end: Day, source: String) -> Deadline {
            let found = days.deadline(before: end)
            return Deadline(
                kind: kind, lawful: found.day, cutoff: found.cutoff, count: days.count, counting: days.counting,
                days: found.days, source: source, override: overrides[kind])
        }
        let clear = ClearDays(rules.clearDays, counting: rules.counting, closures: closures, cutoff: rules.cutoff)
        let agenda = deadline(.agenda, clear, before: meeting, source: rules.source)
        var all = [agenda]
        if rules.finalsDays > 0 {
            // So many working days before: the first of them is the day of publication’s eve.
            let finals = ClearDays(rules.finalsDays - 1, counting: .working, closures: closures, cutoff: nil)
            all.append(
                deadline(.finals, finals, before: agenda.day, source: "The partnership’s own timetable"))
        }
        if let notice = rules.noticeDays {
            let days = ClearDays(notice, counting: .calendar, closures: closures, cutoff: rules.cutoff)
            all.append(
                deadline(.keyDecisions, days, before: meeting, source: "SI 2012/2089, regulation 9: 28 clear days"))
            all.append(
                deadline(.privateMeeting, days, before: meeting, source: "SI 2012/2089, regulation 5(2): 28 clear days")
            )
            all.append(
                deadline(
                    .privateMeetingAgain, clear, before: meeting,
                    source: "SI 2012/2089, regulation 5(4): five clear days"))
        }
        all += terms?.deadlines(before: meeting, closures: closures, overrides: overrides) ?? []
        self.all = all.sorted { ($0.day, $0.kind.rawValue) < ($1.day, $1.kind.rawValue) }
    }

    public subscript(kind: Deadline.Kind) -> Deadline? { all.first { $0.kind == kind } }
}

/// Until when one thing must be done.
public struct Deadline: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable, SQLConvertible {
        /// Reports are finished.
        case finals
        /// Notice of the meeting, its agenda and its open reports are published.
        case agenda
        /// The document about key decisions is published.
        case keyDecisions = "key decisions"
        /// It is said that a part will be in private, and why.
        case privateMeeting = "private meeting"
        /// It is said again, with what people answered.
        case privateMeetingAgain = "private meeting, again"
        /// What the public brings has arrived.
        case publicQuestions = "public questions"
        case deputations, petitions

        public var title: String {
            switch self {
            case .finals: "Reports finished"
            case .agenda: "Notice, agenda and open reports published"
            case .keyDecisions: "Key decisions announced"
            case .privateMeeting: "First notice of anything to be taken in private"
            case .privateMeetingAgain: "Second notice of anything to be taken in private"
            case .publicQuestions: "Questions from the public received"
            case .deputations: "Deputations announced by the public"
            case .petitions: "Petitions from the public received"
            }
        }
    }

    public let kind: Kind
    /// As the rules have it.
    public let lawful: Day
    /// Until when, on that day; nil where the whole day counts.
    public let cutoff: TimeOfDay?
    /// So many days lie between.
    public let count: Int
    public let counting: DayCounting
    /// Every day from that one to the meeting, with why it counts or does not.
    public let days: [DayVerdict]
    /// The rule that says so.
    public let source: String
    /// Another day that a named officer set; nil where none did.
    public let override: Override?

    public var day: Day { override?.day ?? lawful }

    /// Whether its last moment is over.
    ///
    /// - Parameter moment: when it is asked.
    public func isPast(at moment: Date) -> Bool {
        guard Day(moment) == day, let cutoff else { return Day(moment) > day }
        return TimeOfDay(moment) > cutoff
    }
}

/// That a named officer set another day, and why.
public struct Override: Hashable, Sendable {
    public let day: Day
    public let why: String
    public let by: String

    public init(day: Day, why: String, by: String) {
        (self.day, self.why, self.by) = (day, why, by)
    }
}
