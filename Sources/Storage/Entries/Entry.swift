import Foundation

/// An entry of the audit trail: who did what to which thing, when and why.
///
/// ``Database/write(_:_:)`` adds the outcome, the entry's number in its partnership's chain, and its hash.
public struct Entry: Sendable {
    public var act: Act
    public var subject: Subject
    public var by: Actor
    /// When, as passed in. Order in the chain is by number, not by this.
    public var at: Date
    /// The reason that was given, if one was.
    public var why: String?
    /// What became of named fields. Never the text of a note.
    public var changes: [Change]

    public init(
        _ act: Act, of subject: Subject, by actor: Actor, at time: Date, why: String? = nil, changes: [Change] = []
    ) {
        self.act = act
        self.subject = subject
        self.by = actor
        self.at = time
        self.why = why
        self.changes = changes + actor.circumstances
    }

    /// What the act was done to: its kind, and its identifier or address. No foreign key: the entry outlives it.
    public struct Subject: Hashable, Sendable {
        public let kind: String
        public let address: String

        public init(_ kind: String, _ address: String) {
            self.kind = kind
            self.address = address
        }

        public init<Thing>(_ kind: String, _ id: ID<Thing>) {
            self.init(kind, id.description)
        }
    }

    /// Who did it.
    public struct Actor: Hashable, Sendable {
        enum Kind: String, SQLConvertible {
            case member, job
            case commandLine = "command line"
        }

        let kind: Kind
        /// The member's identifier or the job's name; nothing for the command line.
        let address: String
        /// The name as it was shown at the time, or the account at the command line.
        let name: String
        /// What was so while they did it, and each entry of theirs therefore says.
        var circumstances: [Change] = []

        /// A member, with the name that was shown.
        ///
        /// - Parameter circumstances: what was so while they did it, such as an emergency.
        public static func member<Member>(
            _ id: ID<Member>, name: String, while circumstances: [Change] = []
        ) -> Actor {
            Actor(kind: .member, address: id.description, name: name, circumstances: circumstances)
        }

        /// Whether it is this very member.
        public func isMember<Member>(_ id: ID<Member>) -> Bool {
            kind == .member && address == id.description
        }

        /// Something the program does by itself, by its name: “nightly backup”.
        public static func job(_ name: String) -> Actor {
            Actor(kind: .job, address: name, name: name)
        }

        /// Someone at the command line, with the account's name if it is known.
        public static func commandLine(_ account: String? = nil) -> Actor {
            Actor(kind: .commandLine, address: "", name: account ?? "")
        }
    }

    /// A named field's value before and after.
    public struct Change: Hashable, Sendable {
        let field: String
        let before: Value
        let after: Value

        public init(_ field: String, from before: (any SQLConvertible)?, to after: (any SQLConvertible)?) {
            self.field = field
            self.before = before?.sqlValue ?? .null
            self.after = after?.sqlValue ?? .null
        }
    }
}
