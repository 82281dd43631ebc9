/// What a theme has on a criterion that people score: what each gave by themselves, and what was published. The two are never
/// mixed: a sample of hundreds is not one more scorer.
struct PeoplesScores {
    /// Each person’s own.
    let own: [GivenScore]
    /// What was published and goes before them: a survey drawn by chance, or anything where nobody scored it themselves.
    let standing: GivenScore?
    /// What was published and does not count beside them.
    let apart: [GivenScore]

    init(_ given: [GivenScore]) {
        own = given.filter(\.isOwn)
        let published = given.filter { !$0.isOwn && $0.score != nil }
        let drawn = published.last { $0.basis?.survey?.isDrawnByChance == true }
        let used = drawn ?? (own.contains { $0.score != nil } ? nil : published.last)
        standing = used
        apart = published.filter { $0 != used }
    }

    /// "3 scores, 4 to 5", "a survey’s 4; beside it 3 scores, 4 to 5"
    var words: String {
        let spread = ScoreSpread(own)?.words
        guard let standing, let score = standing.score else { return spread ?? "nobody has scored it" }
        let what = standing.basis?.survey == nil ? "published" : "a survey’s"
        return "\(what) \(score)" + (spread.map { "; beside it \($0)" } ?? "")
    }

    /// What the score rests on, and what was published besides and does not count.
    var rests: [String] {
        let beside =
            standing == nil ? nil : ScoreSpread(own).map { "Beside it people gave \($0.words), which do not count." }
        let used = (standing?.basis?.words).map { [$0, beside].compactMap { $0 }.joined(separator: " ") }
        return [used].compactMap { $0 }
            + apart.compactMap { given in
                given.basis.map { "Not counted, since people scored it themselves: \($0.words)" }
            }
    }
}
