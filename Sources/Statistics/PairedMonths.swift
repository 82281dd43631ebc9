/// Months set against the same months of the year before: how much of their swing is the season's, and how many had more.
///
/// The season is what a log-linear model with a term for each month of the year explains. *Source*: McCullagh & Nelder 1989,
/// sections 4.5 and 6.2.
public struct PairedMonths: Hashable, Sendable {
    public let months: Int
    /// How many had more than the year before.
    public let more: Int
    /// How many had less.
    public let fewer: Int
    /// Variance over mean, without what the months of the year explain.
    public let dispersion: Double

    /// With three quarters of a year most of what seasons do is in them.
    static let fewest = 9

    /// - Returns: nil where there are too few, or as many on one side as not on the other.
    init?(before: [Int], after: [Int]) {
        guard before.count == after.count, before.count >= Self.fewest else { return nil }
        let spread = MonthlyDispersion.aboutSeasons([before.map(Double.init), after.map(Double.init)])
        guard spread.degreesOfFreedom > 0 else { return nil }
        dispersion = spread.pearson / Double(spread.degreesOfFreedom)
        months = before.count
        more = zip(before, after).count { $0 < $1 }
        fewer = zip(before, after).count { $0 > $1 }
    }

    /// Whether an interval of some dispersion is made wide by the season more than by chance.
    func isMostOf(_ whole: Double) -> Bool { whole >= 2 * max(1, dispersion) }
}
