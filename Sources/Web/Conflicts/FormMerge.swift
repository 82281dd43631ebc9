/// The answers to a form that somebody else may have changed while it was filled in, put together question by question:
/// how each was when the form was opened, how it is stored now, and what was typed. What only one of them changed is
/// taken as changed, what both changed alike is that, and what they changed differently is for the second person to
/// settle. Nothing either of them answered is lost.
public struct FormMerge: Hashable, Sendable {
    /// A question of the form.
    public struct Question: Sendable {
        public let name: String
        /// Whether it is answered by a list, each line of which can be changed by somebody else.
        let isList: Bool
        let meaning: @Sendable (String) -> String

        /// - Parameter meaning: what an answer means, so that one day written in two ways is one answer.
        public init(
            _ name: String, isList: Bool = false, meaning: @escaping @Sendable (String) -> String = { $0 }
        ) {
            (self.name, self.isList, self.meaning) = (name, isList, meaning)
        }

        func agree(_ one: String, _ other: String) -> Bool {
            one == other || meaning(one) == meaning(other)
        }
    }

    public enum Outcome: Hashable, Sendable {
        /// Both say the same: neither changed it, or both did so alike.
        case agreed
        /// Only who sent the form changed it.
        case mine
        /// Only somebody else did.
        case theirs
        /// Both changed it, each other lines of it.
        case together
        /// Both changed the same.
        case disputed
    }

    /// What became of a question.
    public struct Answer: Hashable, Sendable {
        public let name: String
        public let outcome: Outcome
        /// As it is stored now.
        public let theirs: String
        /// As it stands in the form from now on. Where it is in dispute that is what was typed; of a list, both.
        public let value: String
        /// Whether it is known how it was when the form was opened.
        public let isWasKnown: Bool
    }

    public let answers: [Answer]

    /// - Parameters:
    ///   - was: how each answer was when the form was opened; nil where the form does not say, and then all that differs
    ///     from what is stored is in dispute.
    ///   - theirs: how it is stored now.
    ///   - mine: what was typed.
    public init(
        _ questions: [Question], was: (String) -> String?, theirs: (String) -> String, mine: (String) -> String
    ) {
        answers = questions.map { question in
            Answer(
                question, was: was(question.name).map(Self.plain), theirs: Self.plain(theirs(question.name)),
                mine: Self.plain(mine(question.name)))
        }
    }

    /// The answer put together; nil for what is no question of these.
    public subscript(name: String) -> String? {
        answers.first { $0.name == name }?.value
    }

    /// What somebody has to choose between.
    public var disputed: [Answer] { answers.filter { $0.outcome == .disputed } }

    /// What somebody else changed and was put in.
    public var taken: [Answer] { answers.filter { $0.outcome == .theirs || $0.outcome == .together } }

    /// The field in which a form carries how an answer was when it was opened.
    public static func was(_ name: String) -> String { "was-\(name)" }

    /// As a form gives it: browsers end lines in two characters, and blanks around an answer are no part of it.
    private static func plain(_ text: String) -> String {
        let lines = EditConflict.plain(text)
        return String(lines.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}

extension FormMerge.Answer {
    fileprivate init(_ question: FormMerge.Question, was: String?, theirs: String, mine: String) {
        let (outcome, value) = Self.settled(question, was: was, theirs: theirs, mine: mine)
        self.init(name: question.name, outcome: outcome, theirs: theirs, value: value, isWasKnown: was != nil)
    }

    private static func settled(
        _ question: FormMerge.Question, was: String?, theirs: String, mine: String
    ) -> (FormMerge.Outcome, String) {
        if question.agree(mine, theirs) { return (.agreed, theirs) }
        if let was, question.agree(was, theirs) { return (.mine, mine) }
        if let was, question.agree(was, mine) { return (.theirs, theirs) }
        guard question.isList, let was else { return (.disputed, mine) }
        let lines = EditConflict(base: was, theirs: theirs, mine: mine, by: .lines)
        return (lines.isDisputed ? .disputed : .together, lines.together)
    }
}
