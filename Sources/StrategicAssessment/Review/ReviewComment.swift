import Foundation
import Membership
import Storage

/// What a partner's member said of a part of the assessment, and what became of it. Nothing of it is ever taken away.
public struct ReviewComment: Sendable, Hashable {
    public let id: ID<ReviewComment>
    public let place: TextPlace
    public let text: String
    /// What they were called then.
    public let writtenBy: String
    /// Whom they worked for then; empty where it was not known.
    public let agency: String
    public let writtenAt: Date
    /// The first first.
    public let answers: [Answer]
    /// Nil of those made before it was kept.
    public let person: ID<Person>?

    /// What somebody who writes the assessment said to it.
    public struct Answer: Sendable, Hashable {
        public let text: String
        /// Whether nothing more is to be done about it.
        public let settles: Bool
        public let writtenBy: String
        public let writtenAt: Date
    }

    /// Whether it still waits for a word, or for more than one.
    public var isOpen: Bool { !(answers.last?.settles ?? false) }
}

/// Who comments.
public struct Reviewer: Sendable, Hashable {
    let person: ID<Person>
    let name: String
    let agency: String

    /// - Parameter agency: empty where it is not known.
    public init(_ person: ID<Person>, name: String, agency: String) {
        (self.person, self.name, self.agency) = (person, name, agency)
    }
}
