import Foundation
import Storage

/// Something that somebody of the public brings before a meeting: a question, a deputation, a petition.
public struct Submission: Hashable, Sendable {
    public let id: ID<Submission>
    public let meeting: ID<HeardMeeting>
    public let details: SubmissionDetails
    /// How to reach whoever brought it; nil once that was erased. Never published.
    public let contact: Contact?
    public let standing: Standing
    public let answer: Answer?
    /// What tells the item of the agenda on which it stands; nil where it stands on none.
    public let agendaKey: String?
    /// Who entered it, as they were called then.
    public let enteredBy: String
    /// How often it was changed.
    public let revision: Int

    public enum Kind: String, Sendable, CaseIterable, SQLConvertible {
        case question, deputation, petition

        /// "Question"
        public var title: String { rawValue.capitalized }

        /// "Questions from the public"
        public var titleOfMany: String {
            switch self {
            case .question: "Questions from the public"
            case .deputation: "Deputations"
            case .petition: "Petitions"
            }
        }
    }

    /// What was decided of it.
    public enum Standing: Hashable, Sendable {
        /// Nobody decided yet.
        case waiting
        /// The meeting hears it. Why, where the rules alone would not let it.
        case accepted(why: String)
        case rejected(why: String)
        /// By whoever brought it, or because it was entered by mistake.
        case withdrawn(why: String)

        public var isAccepted: Bool { if case .accepted = self { true } else { false } }
        public var isWithdrawn: Bool { if case .withdrawn = self { true } else { false } }

        public var why: String {
            switch self {
            case .waiting: ""
            case .accepted(let why), .rejected(let why), .withdrawn(let why): why
            }
        }
    }

    /// How to reach whoever brought it. It is kept apart from all that may be published, and erased when its time is over.
    public struct Contact: Hashable, Sendable {
        public var name: String
        public var address: String
        public var email: String
        public var telephone: String

        public init(name: String, address: String = "", email: String = "", telephone: String = "") {
            (self.name, self.address, self.email, self.telephone) = (name, address, email, telephone)
        }
    }

    /// What the meeting, or somebody for it, said to it.
    public struct Answer: Hashable, Sendable {
        public enum Way: String, Sendable, CaseIterable, SQLConvertible {
            case spoken, written

            /// "at the meeting"
            var words: String { self == .spoken ? "at the meeting" : "in writing" }
        }

        public var way: Way
        /// "Cllr Ann Other"
        public var by: String
        public var on: Day
        public var text: String

        public init(way: Way, by: String, on: Day, text: String) {
            (self.way, self.by, self.on, self.text) = (way, by, on, text)
        }
    }

    /// "question ‘Street lamps’"
    var name: String { "\(details.kind.rawValue) ‘\(details.subject)’" }
}

/// A submission as it is entered or changed: all of it may be published once it is accepted.
public struct SubmissionDetails: Hashable, Sendable {
    public var kind: Submission.Kind
    public var naming: Naming
    public var receivedOn: Day
    /// Nil where nobody knows: then it counts as in time on its day.
    public var receivedAt: TimeOfDay?
    public var subject: String
    /// As it was put, in lines of plain text.
    public var words: String
    /// Who is to answer: "the Chairman"; empty where nobody is named.
    public var putTo: String
    /// How many signed a petition.
    public var signatures: Int?

    /// How whoever brought it is named where everybody reads it. Where nobody agreed to a name there is none (UK GDPR,
    /// Article 5(1)(c)).
    public enum Naming: Hashable, Sendable {
        /// They agreed to it.
        case named(String)
        /// The ward or district, which may be empty.
        case resident(of: String)

        /// "A resident of Cliftonville West"
        public var words: String {
            switch self {
            case .named(let name): name
            case .resident(let place): place.isEmpty ? "A resident" : "A resident of \(place)"
            }
        }
    }

    public init(
        kind: Submission.Kind, naming: Naming, receivedOn: Day, receivedAt: TimeOfDay? = nil, subject: String,
        words: String, putTo: String = "", signatures: Int? = nil
    ) {
        (self.kind, self.naming, self.receivedOn, self.receivedAt) = (kind, naming, receivedOn, receivedAt)
        (self.subject, self.words, self.putTo, self.signatures) = (subject, words, putTo, signatures)
    }

    /// How many words it has.
    public var wordCount: Int { words.split(whereSeparator: \.isWhitespace).count }

    /// "A resident of Cliftonville West, to the Chairman"
    var fromTo: String { putTo.isEmpty ? naming.words : "\(naming.words), to \(putTo)" }
}
