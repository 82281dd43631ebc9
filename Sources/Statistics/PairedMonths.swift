import Foundation

/// Months set against the same months of the year before: how much of their swing is the season's, how many had more, and what
/// interval of the change is left without it.
///
/// A quasi-Poisson log-linear model with a term for each month of the year and one for the year. Its dispersion has one degree
/// of freedom less than there are pairs. *Source*: McCullagh & Nelder 1989, sections 4.5, 6.2 and 9.2.
public struct PairedMonths: Hashable, Sendable {
    public let months: Int
    /// How many had more than the year before.
    public let more: Int
    /// How many had less.
    public let fewer: Int
    /// Variance over mean, without what the months of the year explain.
    public let dispersion: Double
    /// Of the later rate over the earlier. A second opinion: the verdict is of the interval that counts the season as chance.
    public let interval: Interval

    /// With three quarters of a year most of what seasons do is in them.
    static let fewest = 9

    /// - Returns: nil where there are too few, or as many on one side as not on the other.
    init?(before: [Int], after: [Int], about model: MonthlyRateRatio) {
        guard before.count == after.count, before.count >= Self.fewest else { return nil }
        let spread = MonthlyDispersion.aboutSeasons([before.map(Double.init), after.map(Double.init)])
        guard spread.degreesOfFreedom > 0 else { return nil }
        dispersion = spread.pearson / Double(spread.degreesOfFreedom)
        let t = Quantile.student(beyond: model.confidence.tail, degreesOfFreedom: Double(spread.degreesOfFreedom))
        let reach = exp(t * model.poissonError * max(1, dispersion).squareRoot())
        interval = model.confidence.interval(model.ratio / reach, model.ratio * reach)
        months = before.count
        more = zip(before, after).count { $0 < $1 }
        fewer = zip(before, after).count { $0 > $1 }
    }

    /// Whether an interval of some dispersion is made wide by the season more than by chance.
    func isMostOf(_ whole: Double) -> Bool { whole >= 2 * max(1, dispersion) }
}
