/// One thing that has to be well, how it is, and what to do where it is not.
struct HealthLine: Sendable, Hashable {
    enum State: Int, Sendable, Comparable {
        case well, attention, bad

        static func < (one: State, other: State) -> Bool { one.rawValue < other.rawValue }
    }

    let title: String
    let state: State
    /// In a word or two: “Sound”.
    let word: String
    /// In a sentence or two.
    let sentence: String
    /// What to do next; nil where there is nothing to do.
    let advice: String?

    init(_ title: String, _ state: State, _ word: String, _ sentence: String, advice: String? = nil) {
        (self.title, self.state, self.word, self.sentence, self.advice) = (title, state, word, sentence, advice)
    }
}
