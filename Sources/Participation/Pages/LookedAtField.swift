import Web

/// Whether somebody looked at words that may be a private detail, and says that they tell of nobody. It is asked only where there
/// are some.
enum LookedAt {
    static let field = "looked"

    static func isSaid(in answers: Answers) -> Bool { answers[field] == "yes" }

    /// In a form that was refused because of them.
    static func fields(_ answers: Answers, _ refusals: Refusals?) -> [Field] {
        guard refusals?[field] != nil || isSaid(in: answers) else { return [] }
        return [question(answers[field], refusals)]
    }

    static func question(_ answer: String, _ refusals: Refusals?) -> Field {
        Field(
            field, "Does it tell who brought it, or how to reach anybody?",
            hint: "A surname may also be a street’s. Everybody would read it, and what was published stays.",
            .choice([
                .init("", "It does, or nobody looked: I take it out"), .init("yes", "I looked: it tells of nobody"),
            ]), value: answer, refusals: refusals)
    }
}
