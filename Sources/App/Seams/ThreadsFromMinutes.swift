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
        let decisions = try all.flatMap { one in
            let isFollowed = try keeping.isFollowed(one.decision.id, ofMeeting: meeting.id.description, in: db)
            return one.decision.parts(asOne: isFollowed).map { part in
                MinutedDecisions.Decision(
                    key: part.key, item: one.item.key, minute: one.minute, text: part.inMarkdown,
                    to: part.decision.style == .recommended ? part.decision.to : "", about: part.about,
                    outcome: part.outcomeOfConcern, isWithheld: one.item.isWithheld || meeting.body.isNeverPublic,
                    withheld: one.item.withheld.map(ThreadStart.Withheld.init), point: part.point)
            }
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

/// A decision as far as it is about one recommendation: the whole of it, or the point of its own where it is about several.
private struct DecisionPart {
    let key: String
    let decision: Decision
    let about: String?
    let points: [String]
    var point: PointOfList?

    var inMarkdown: String {
        points.count == 1
            ? points[0] : points.enumerated().map { "\($0.offset + 1). \($0.element)" }.joined(separator: "\n")
    }

    /// As it was entered, or else as its style and its words say. Of several recommendations only those have an addendum in
    /// whose own points one stands.
    var outcomeOfConcern: Outcome {
        let isAdded = ThreadText.addendum(in: points.joined(separator: "\n")) != nil
        if decision.concerns.count > 1, decision.outcome == Outcome.addendum.rawValue, !isAdded { return .agreed }
        // Words that name an addendum are one, whatever was chosen: they would be lost otherwise.
        if decision.outcome == Outcome.agreed.rawValue, isAdded { return .addendum }
        if let outcome = decision.outcome.flatMap(Outcome.init) { return outcome }
        if decision.style == .noted { return .noted }
        return isAdded ? .addendum : .agreed
    }
}

extension Decision {
    /// What is recommended in several points is a recommendation for each of them, unless they were said to go together.
    ///
    /// - Parameter isFollowed: whether all of it is followed as one since earlier.
    fileprivate func parts(asOne isFollowed: Bool) -> [DecisionPart] {
        let (concerns, points) = (concerns, points)
        if style == .recommended, concerns.isEmpty, points.count > 1, !goTogether, !isFollowed {
            return points.enumerated().map { place, point in
                DecisionPart(
                    key: "\(id) \(place + 1)", decision: self, about: nil, points: [point],
                    point: PointOfList(number: place + 1, of: points.count))
            }
        }
        guard concerns.count > 1 else {
            return [DecisionPart(key: id, decision: self, about: concerns.first, points: points)]
        }
        // An amendment may have left more points or fewer: then all of them are about each.
        let isByPoints = concerns.count == points.count
        return concerns.enumerated().map { place, concern in
            DecisionPart(
                key: "\(id) \(place + 1)", decision: self, about: concern,
                points: isByPoints ? [points[place]] : points)
        }
    }
}

extension ThreadStart.Withheld {
    fileprivate init(_ withheld: MinutedMeeting.Withheld) {
        self.init(
            isConfidential: withheld.isConfidential, paragraphs: withheld.paragraphs, reasoning: withheld.reasoning)
    }
}
