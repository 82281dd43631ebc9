/// What became of the scores that a theme was given on a criterion: each that was changed, from what and to what.
///
/// It shows no more than the scores themselves: of whoever's score is kept from the reader, the earlier ones are too.
struct ScoreHistory: Sendable {
    struct Change: Sendable, Hashable {
        let before: GivenScore
        let after: GivenScore
    }

    /// The newest first.
    let changes: [Change]

    /// - Parameters:
    ///   - givings: everything that was ever given, each giver's in the order in which they gave it.
    ///   - shown: the scores that the reader sees.
    init(_ givings: [GivenScore], shown: [GivenScore]) {
        let scorers = Set(shown.map(\.scorer))
        var last: [GivenScore.Scorer: GivenScore] = [:]
        var found: [Change] = []
        for giving in givings where scorers.contains(giving.scorer) {
            if let before = last[giving.scorer] { found.append(Change(before: before, after: giving)) }
            last[giving.scorer] = giving
        }
        changes = found.enumerated().sorted { ($1.element.after.at, $1.offset) < ($0.element.after.at, $0.offset) }
            .map(\.element)
    }
}
