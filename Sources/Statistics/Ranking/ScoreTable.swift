/// The scores of themes by criterion as whole numbers on one scale, so that composites are compared exactly.
struct ScoreTable: Hashable, Sendable {
    /// By theme, then criterion: each score times `scale`. `nil` for a theme that lacks a score on a criterion that counts.
    let rows: [[Int]?]
    let scale: Int

    init(_ scores: [[Score?]], _ weights: RankWeights) throws(StatisticsRefusal) {
        guard !scores.isEmpty else { throw .ranking(.noThemes) }
        guard scores.allSatisfy({ $0.count == weights.values.count }) else { throw .ranking(.ragged) }
        let scale = Self.scale(of: scores.joined().compactMap { $0?.count })
        self.scale = scale
        rows = scores.map { row in
            let values = zip(row, weights.values).compactMap { score, weight -> Int? in
                guard let score else { return weight == 0 ? 0 : nil }
                return (score.sum * scale + score.count / 2) / score.count
            }
            return values.count == row.count ? values : nil
        }
    }

    /// So large that a composite of weights varied by per cents could no longer be exact.
    private static let mostScale = 1 << 30
    /// What is taken where means of many different numbers of people have no common scale small enough: it is divided by every
    /// number to 16, gives means that are the same one number, and means that differ two, for as many scorers as any
    /// partnership has.
    private static let fineScale = 720_720

    /// The smallest on which the means of so many scores each are whole numbers.
    private static func scale(of counts: [Int]) -> Int {
        var scale = 1
        for count in counts {
            scale *= count / count.commonDivisor(with: scale)
            guard scale <= mostScale else { return fineScale }
        }
        return scale
    }

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
