/// Who scored what: a row for each scorer, a column for each theme, with gaps where somebody did not score.
public struct ScoreSheet: Hashable, Sendable {
    /// By scorer, then theme; `nil` where the scorer abstained.
    public let scores: [[Double?]]
    public let scorers: Int
    public let themes: Int

    /// - Parameters:
    ///   - scores: by scorer, then theme.
    ///   - levels: the scores that can be given; any finite number where left out.
    /// - Throws: `StatisticsRefusal` where there is no scorer or no theme, rows are not of one length, or a score is not
    ///   one that can be given.
    public init(_ scores: [[Double?]], levels: [Double]? = nil) throws(StatisticsRefusal) {
        guard let themes = scores.first?.count else { throw .ranking(.noScorers) }
        guard themes > 0 else { throw .ranking(.noThemes) }
        guard scores.allSatisfy({ $0.count == themes }) else { throw .ranking(.ragged) }
        let strange = scores.joined().compactMap { $0 }.first { score in
            !(score.magnitude <= Self.largest) || levels.map { !$0.contains(score) } ?? false
        }
        if let strange { throw .ranking(.score(strange)) }
        self.scores = scores
        self.themes = themes
        scorers = scores.count
    }

    /// The scores that a theme was given, in the scorers' order.
    public func given(to theme: Int) -> [Double] {
        scores.compactMap { $0[theme] }
    }

    /// The sheet as a whole, where nobody abstained.
    var complete: [[Double]]? {
        let rows = scores.map { $0.compactMap { $0 } }
        return rows.allSatisfy { $0.count == themes } ? rows : nil
    }

    /// Beyond this squares of scores would not be exact enough.
    private static let largest = 1e6
}
