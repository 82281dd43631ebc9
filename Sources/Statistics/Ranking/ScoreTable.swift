/// The scores of themes by criterion as whole numbers on one scale, so that composites are compared exactly.
struct ScoreTable: Hashable, Sendable {
    /// By theme, then criterion: each score times `scale`. `nil` for a theme that lacks a score on a criterion that counts.
    let rows: [[Int]?]
    let scale: Int

    init(_ scores: [[Score?]], _ weights: RankWeights) throws(StatisticsRefusal) {
        guard !scores.isEmpty else { throw .ranking(.noThemes) }
        guard scores.allSatisfy({ $0.count == weights.values.count }) else { throw .ranking(.ragged) }
        var scale = 1
        for score in scores.joined() {
            guard let count = score?.count else { continue }
            scale *= count / count.commonDivisor(with: scale)
            // So large that a composite of weights varied by per cents could no longer be exact.
            guard scale <= Self.mostScale else { throw .outOfRange }
        }
        self.scale = scale
        rows = scores.map { row in
            let values = zip(row, weights.values).compactMap { score, weight -> Int? in
                guard let score else { return weight == 0 ? 0 : nil }
                return score.sum * (scale / score.count)
            }
            return values.count == row.count ? values : nil
        }
    }

    private static let mostScale = 1 << 30

    /// Σ weight × score of a theme, on the scale.
    func composite(_ theme: Int, _ weights: RankWeights) -> Int? {
        rows[theme].map { row in zip(row, weights.values).reduce(0) { $0 + $1.0 * $1.1 } }
    }

    /// By how much one theme scores more than another, criterion by criterion; `nil` where either can't be ranked.
    func lead(of theme: Int, over other: Int) -> [Int]? {
        guard let row = rows[theme], let otherRow = rows[other] else { return nil }
        return zip(row, otherRow).map { $0 - $1 }
    }
}
