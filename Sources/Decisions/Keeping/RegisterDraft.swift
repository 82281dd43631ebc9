import Foundation
import Storage

/// A record of a decision or a notice as it is written, before it is published and while it is put right.
public struct RegisterDraft<Statement: Codable & Hashable & Sendable>: Hashable, Sendable {
    public let id: ID<DraftRecord>
    public var statement: Statement
    /// As ``DecidingBody/key`` has it; empty where no body decides.
    public var body: String
    /// What is kept from the public, which is never published.
    public var closedPart: String
    /// How often it was saved.
    public let revision: Int
    /// What it is called where everybody reads it; nil before it is published.
    public let publication: String?
    public let changedAt: Date
    public let changedBy: String
}

/// What drafts are identified as.
public enum DraftRecord {}

/// Which of the two a draft is.
public enum DraftKind: String, Sendable, SQLConvertible {
    case decision
    case plannedDecision = "planned decision"
}
