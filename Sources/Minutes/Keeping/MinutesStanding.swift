import Foundation
import Membership
import Storage

/// How minutes stand: what was sent round, what was said of it, and whether a meeting confirmed them.
public struct MinutesStanding: Hashable, Sendable {
    /// The first first.
    public let circulations: [Circulation]
    public let corrections: [Correction]
    public let confirmation: Confirmation?
    /// By items, through the year.
    public let numbers: [String: Int]

    public struct Circulation: Hashable, Sendable {
        public let number: Int
        /// The last deed that was in it.
        public let upTo: Int
        public let by: String
        public let at: Date
    }

    /// A correction that a member proposed.
    public struct Correction: Hashable, Sendable {
        public let id: ID<Correction>
        public let item: String
        public let text: String
        public let by: String
        public let person: ID<Person>
        public let at: Date
        public let answer: Answer?

        public struct Answer: Hashable, Sendable {
            public let isAccepted: Bool
            public let words: String
            public let by: String
            public let at: Date
        }
    }

    public struct Confirmation: Hashable, Sendable {
        public let meeting: ID<MinutedMeeting>
        public let on: Day
        /// As ``MinutesDocument`` is written.
        public let content: String
        public let hash: FileHash
        public let by: String
        public let at: Date
    }

    public var isCirculated: Bool { !circulations.isEmpty }
    public var waiting: [Correction] { corrections.filter { $0.answer == nil } }

    /// "Draft", "Circulated draft", "Confirmed"
    public var title: String { confirmation != nil ? "Confirmed" : isCirculated ? "Circulated draft" : "Draft" }
}
