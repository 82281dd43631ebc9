/// How far scorers give the same scores, not only the same order: the share of the scores' variance that lies between themes.
///
/// Two-way random effects, absolute agreement: ICC(2,1) of one scorer and ICC(2,k) of their mean. A scorer who is always a
/// point stricter lowers it. From the mean squares of the analysis of variance; it can be negative where scorers disagree
/// more than chance would. *Source*: Shrout & Fleiss 1979; McGraw & Wong 1996.
public struct IntraclassCorrelation: Hashable, Sendable {
    /// Of one scorer's score, ICC(2,1).
    public let single: Double
    /// Of the mean of all scorers, ICC(2,k); `nil` where the scorers' variance makes it meaningless.
    public let mean: Double?

    /// `nil` where somebody abstained, there is one scorer or one theme only, or all scores are the same.
    public init?(of sheet: ScoreSheet) {
        guard let scores = sheet.complete, sheet.scorers > 1, sheet.themes > 1 else { return nil }
        guard Set(scores.joined()).count > 1 else { return nil }
        let (k, n) = (Double(sheet.scorers), Double(sheet.themes))
        let ofScorers = scores.map { $0.reduce(0, +) / n }
        let ofThemes = (0..<sheet.themes).map { theme in scores.reduce(0) { $0 + $1[theme] } / k }
        let grand = ofScorers.reduce(0, +) / k
        let square = { (x: Double) in x * x }
        let themes = k * ofThemes.reduce(0) { $0 + square($1 - grand) } / (n - 1)
        let scorers = n * ofScorers.reduce(0) { $0 + square($1 - grand) } / (k - 1)
        var rest = 0.0
        for (row, ofScorer) in zip(scores, ofScorers) {
            for (score, ofTheme) in zip(row, ofThemes) { rest += square(score - ofScorer - ofTheme + grand) }
        }
        let error = rest / ((n - 1) * (k - 1))
        single = (themes - error) / (themes + (k - 1) * error + k * (scorers - error) / n)
        let spread = themes + (scorers - error) / n
        mean = spread > 1e-12 * (themes + scorers + error) ? (themes - error) / spread : nil
    }
}
