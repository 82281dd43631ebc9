import Foundation
import Minutes
import Recommendations
import Storage

/// What a meeting recommends, and what it makes of a recommendation before it, follows from its minutes (D104).
struct ThreadsFromMinutes: DecisionNews {
    let keeping: ThreadKeeping

    func decided(
        _ all: [MinutedDecision], at meeting: MinutedMeeting, by actor: Entry.Actor, at time: Date, in db: Writing
    ) throws {
        let day = meeting.called.day
        let decisions = all.map { one in
            let decision = one.decision
            return MinutedDecisions.Decision(
                key: decision.id, item: one.item.key, minute: one.minute, text: decision.inMarkdown,
                to: decision.style == .recommended ? decision.to : "", about: decision.about,
                outcome: decision.outcomeOfConcern, isWithheld: one.item.isWithheld || meeting.body.isNeverPublic)
        }
        try keeping.take(
            MinutedDecisions(
                meeting: MeetingMention(id: meeting.id.description, day: day.description),
                body: ThreadBody(key: meeting.body.key, name: meeting.body.name),
                title: "\(meeting.body.name), \(day.words)",
                address: "/committees/meetings/\(meeting.id)/minutes/reading", all: decisions),
            by: actor, at: time, in: db)
    }
}

extension Decision {
    fileprivate var inMarkdown: String {
        points.count == 1
            ? points[0] : points.enumerated().map { "\($0.offset + 1). \($0.element)" }.joined(separator: "\n")
    }

    /// As it was entered, or else as its style and its words say.
    fileprivate var outcomeOfConcern: Outcome {
        if let outcome = outcome.flatMap(Outcome.init) { return outcome }
        if style == .noted { return .noted }
        return ThreadText.addendum(in: text) == nil ? .agreed : .addendum
    }
}
