import Foundation

extension Raking {
    /// The interval that R's survey package prints for a share (`svyciprop`, method "logit"), for comparison with it.
    ///
    /// It credits the raking with the variance that the margins explain, so that it is narrower than Kish's where answers
    /// hang on age or ward, and it reaches by Student's t on the logistic scale. The product shows Kish's, which claims
    /// less. *Source*: Deville, Särndal & Sautory 1993, section 3; Lumley 2010, "Complex Surveys", sections 2.2 and 7.3.
    ///
    /// - Parameter agrees: one for each respondent.
    /// - Returns: `nil` where all answer alike, or there are not two respondents.
    func logitInterval(
        of agrees: [Bool], confidence level: Double
    ) throws(StatisticsRefusal) -> Interval? {
        let confidence = try Confidence(level)
        let n = Double(weights.count)
        let share = zip(weights, agrees).reduce(0) { $0 + ($1.1 ? $1.0 : 0) } / n
        guard agrees.count == weights.count, n > 1, share > 0, share < 1, Set(agrees).count == 2 else { return nil }
        let residuals = unexplained(agrees.map { ($0 ? 1 : 0) - share })
        let influence = zip(weights, residuals).map { $0 * $1 / n }
        let mean = influence.reduce(0, +) / n
        let variance = n / (n - 1) * influence.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let reach =
            Quantile.student(beyond: confidence.tail, degreesOfFreedom: n - 1) * variance.squareRoot()
            / (share * (1 - share))
        let odds = share / (1 - share)
        return confidence.interval(1 / (1 + exp(reach) / odds), 1 / (1 + exp(-reach) / odds))
    }

    /// What no margin explains: each margin's group means are taken out, one margin after another, until none is left.
    private func unexplained(_ values: [Double]) -> [Double] {
        var values = values
        let ones = [Double](repeating: 1, count: values.count)
        for _ in 0..<1000 {
            var furthest = 0.0
            for margin in margins {
                let means = zip(margin.totals(values), margin.totals(ones)).map { $0 / $1 }
                furthest = means.reduce(furthest) { max($0, $1.magnitude) }
                for (index, group) in margin.members.enumerated() { values[index] -= means[group] }
            }
            if furthest < 1e-12 { break }
        }
        return values
    }
}
