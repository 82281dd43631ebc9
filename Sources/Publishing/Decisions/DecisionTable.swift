import DataFiles
import Foundation
import Storage
import Wording

/// The register of decisions as a table, for spreadsheets and programs (RFC 4180).
public struct DecisionTable {
    public let bytes: [UInt8]

    /// - Parameter outside: what of each leads there from anywhere.
    public init(_ decisions: [RegisteredDecision], on day: Day, outside: (RegisteredDecision) -> String) {
        var writer = DelimitedWriter(header: [
            "title", "decision_maker", "kind_of_maker", "decided_on", "published_at", "key_decision",
            "subject_to_call_in",
            "urgent", "status", "may_be_carried_out_from", "reasons", "documents", "version", "address",
        ])
        for decision in decisions {
            let statement = decision.statement
            writer.write([
                statement.title, statement.maker.name, statement.maker.kind?.rawValue,
                statement.decidedOn?.description, decision.publishedAt.ISO8601Format(),
                DecisionBody.yes(statement.key.isKey).lowercased(),
                DecisionBody.yes(statement.callIn.isSubject).lowercased(),
                DecisionBody.yes(statement.urgency.isUrgent).lowercased(), decision.standing.state(on: day).rawValue,
                decision.standing.from?.description, statement.reasons,
                statement.documents.lines.joined(separator: "; "), "\(decision.version.number)", outside(decision),
            ])
        }
        bytes = writer.bytes
    }
}
