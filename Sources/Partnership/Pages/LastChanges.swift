import Foundation
import Membership
import Storage

/// Who changed a thing last, as far as its entries tell it to everybody who may change it.
struct LastChanges: Sendable {
    struct Change: Sendable {
        let by: Entry.Actor
        let at: Date
    }

    let database: Database
    let now: @Sendable () -> Date

    /// How far back is looked, in entries about the thing: whoever saved while a form was open did so lately.
    private static let reach = 100

    /// The last change of each of these fields, as entries call them.
    ///
    /// - Throws: `DatabaseFault`
    func latest(of fields: Set<String>, of subject: Entry.Subject) async throws -> [String: Change] {
        var question = EntryQuestion(of: Set(tellings(of: subject).map(\.sort)))
        question.subjects = [subject]
        question.outcome = .done
        let entries = try await database.read { [question] db in try db.entries(question, Self.reach) }
        var changes: [String: Change] = [:]
        for entry in entries {
            for change in entry.fieldChanges where fields.contains(change.field) && change.before != change.after {
                if changes[change.field] == nil { changes[change.field] = Change(by: entry.by, at: entry.at) }
            }
        }
        return changes
    }

    /// Whether the form that is being answered changed this thing already, and was sent again.
    ///
    /// - Throws: `DatabaseFault`
    func isAnswered(about subject: Entry.Subject) async throws -> Bool {
        try await database.isAnswered(by: tellings(of: subject).map(\.act))
    }

    private func tellings(of subject: Entry.Subject) -> [Telling] {
        (EntryWords.ofMembership + .ofPartnership).tellings.filter { telling in
            if case .holders = telling.readers { telling.kind == subject.kind } else { false }
        }
    }
}
