import Foundation

/// Something the program does by itself, later: once, by one worker, and again if that fails.
public struct Job: Sendable {
    /// What is to be done; whoever can do it knows the name: “backup”.
    public struct Kind: Hashable, Sendable, SQLConvertible, LosslessStringConvertible {
        public let description: String

        public init(_ name: String) {
            description = name
        }
    }

    public let id: ID<Job>
    public let partnership: ID<Tenant>
    public let kind: Kind
    /// What makes it itself: there is never a second of the same kind and name, done or not.
    public let name: String
    public let due: Date
    /// How often it has been begun, this time among them.
    public let attempt: Int
    /// The worker's proof that the job is still its own.
    let lease: [UInt8]

    init(_ row: Row, lease: [UInt8]) throws {
        id = try row("id")
        partnership = try row("partnership")
        kind = try row("kind")
        name = try row("name")
        due = try row("due_at")
        attempt = try row("attempts")
        self.lease = lease
    }
}

/// When a job that failed is tried again, and when no more.
enum Retry {
    static let mostAttempts = 8

    /// Two minutes, four, eight, … and six hours at the most; `nil` when it was tried often enough.
    static func delay(afterAttempt attempt: Int) -> TimeInterval? {
        guard attempt < mostAttempts else { return nil }
        return min(pow(2, Double(attempt)) * 60, 6 * 60 * 60)
    }
}
