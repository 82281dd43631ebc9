import Foundation
import Storage

/// Something that a meeting decided, with where it stands in the minutes.
public struct MinutedDecision: Hashable, Sendable {
    public let item: MinutedMeeting.Item
    /// Through the year; nil before it has one.
    public let minute: Int?
    public let decision: Decision
}

/// Whoever is told what a meeting decided, in the transaction in which its minutes are sent round or confirmed.
public protocol DecisionNews: Sendable {
    /// - Parameter all: every decision that stands in the minutes.
    func decided(
        _ all: [MinutedDecision], at meeting: MinutedMeeting, by actor: Entry.Actor, at time: Date, in db: Writing
    ) throws
}

extension MinutesRecord {
    /// What was decided: motions that were carried, and what was agreed without one.
    func decided(numbers: [String: Int]) -> [MinutedDecision] {
        meeting.items.flatMap { item in
            let own = self[item.key]
            return (own.motions.filter { $0.state == .carried }.map(\.decision) + own.decisions).map {
                MinutedDecision(item: item, minute: numbers[item.key], decision: $0)
            }
        }
    }
}
