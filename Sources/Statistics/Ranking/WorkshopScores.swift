/// What several people scored on one criterion, theme by theme, with how they differ: the score is never shown without that.
public struct WorkshopScores: Hashable, Sendable {
    /// By scorer, then theme; `nil` where the scorer abstained.
    public let scores: [[Int?]]
    public let agreement: Agreement

    /// - Throws: `StatisticsRefusal` where there is no scorer or no theme, rows are not of one length, or a score is not
    ///   from 1 to 5.
    public init(_ scores: [[Int?]]) throws(StatisticsRefusal) {
        let sheet = try ScoreSheet(
            scores.map { $0.map { $0.map(Double.init) } }, levels: Score.scale.map(Double.init))
        self.scores = scores
        agreement = Agreement(of: sheet)
    }

    public var scorers: Int { scores.count }
    public var themes: Int { scores[0].count }

    /// What a theme was given, in the scorers' order, by those who scored it.
    public func given(to theme: Int) -> [Int] {
        scores.compactMap { $0[theme] }
    }

    /// The mean of what a theme was given; `nil` where nobody scored it.
    public func mean(_ theme: Int) -> Score? {
        try? Score(meanOf: given(to: theme))
    }

    /// From the lowest to the highest score that a theme was given; `nil` where nobody scored it.
    public func spread(_ theme: Int) -> ClosedRange<Int>? {
        let given = given(to: theme)
        guard let least = given.min(), let most = given.max() else { return nil }
        return least...most
    }

    /// The scorers, by number from 0, who are two points or more from the middle score of a theme: whose reasons the others
    /// should hear.
    public func dissent(_ theme: Int) -> [Int] {
        let given = given(to: theme).sorted()
        guard !given.isEmpty else { return [] }
        // Twice the middle score, which may lie halfway between two.
        let middle = given[(given.count - 1) / 2] + given[given.count / 2]
        return scores.indices.filter { scorer in
            scores[scorer][theme].map { (2 * $0 - middle).magnitude >= 2 * Self.dissent } ?? false
        }
    }

    private static let dissent = 2

    /// One scorer's score of a theme; where they abstained, the mean of the others.
    func view(of scorer: Int, on theme: Int) -> Score? {
        guard let own = scores[scorer][theme] else { return mean(theme) }
        return try? Score(own)
    }
}
