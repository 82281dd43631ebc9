import Foundation
import Storage

/// Whoever is told that a report was finished, in the same transaction.
public protocol FinishedNews: Sendable {
    func finished(_ report: FinalReport, by actor: Entry.Actor, at time: Date, in db: Writing) throws
}
