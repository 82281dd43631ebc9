/// How far scorers put themes in the same order, from 0 (no more than chance) to 1 (the same order), whatever scores they
/// gave; and Friedman's test of whether they order them at all.
///
/// W = 12 S / (m²(n³ − n) − m ΣT), where S is the sum of squares of the themes' rank sums about their mean, m the scorers, n
/// the themes, and T = Σ(t³ − t) over each scorer's ties. *Source*: Kendall & Gibbons 1990, "Rank Correlation Methods",
/// chapter 6; Friedman 1937.
public struct KendallW: Hashable, Sendable {
    /// Between 0 and 1.
    public let value: Double
    /// m(n − 1)W, Friedman's chi-square.
    public let chiSquare: Double
    public let degreesOfFreedom: Int
    /// The probability of as much agreement or more if scorers ordered at random, by the chi-square approximation.
    public let probability: Double

    /// `nil` where somebody abstained, there is one theme only, or no scorer tells any two themes apart.
    public init?(of sheet: ScoreSheet) {
        guard let scores = sheet.complete, sheet.themes > 1 else { return nil }
        let (m, n) = (Double(sheet.scorers), Double(sheet.themes))
        var sums = [Double](repeating: 0, count: sheet.themes)
        var ties = 0.0
        for row in scores {
            for (theme, rank) in Self.ranks(row).enumerated() { sums[theme] += rank }
            let runs = Dictionary(grouping: row) { $0 }.values.map { Double($0.count) }
            // Whole numbers, so that the order they are added in is nothing to the sum.
            ties += runs.reduce(0) { $0 + $1 * ($1 * $1 - 1) }
        }
        let mean = m * (n + 1) / 2
        let spread = sums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let most = m * m * n * (n * n - 1) - m * ties
        guard most > 0 else { return nil }
        value = min(1, 12 * spread / most)
        chiSquare = m * (n - 1) * value
        degreesOfFreedom = sheet.themes - 1
        probability = IncompleteGamma.probability(.upper, shape: (n - 1) / 2, x: chiSquare / 2)
    }

    /// The rank of each score, the lowest first; those that tie share the mean of their ranks.
    private static func ranks(_ scores: [Double]) -> [Double] {
        scores.map { score in
            Double(scores.count { $0 < score }) + Double(scores.count { $0 == score } + 1) / 2
        }
    }
}
