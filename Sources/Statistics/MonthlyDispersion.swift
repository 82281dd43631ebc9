/// How many times as much the months of several years vary as Poisson counts would, apart from what year and season
/// explain.
///
/// Near 2 for most crime types in a district, near 1 where nothing but chance is at work. It is Pearson's chi-square over
/// its degrees of freedom, of a log-linear model with a term for each year and, where there are three years of the same
/// months, one for each month of the year. Both models' fitted counts are known in closed form. *Source*: McCullagh &
/// Nelder 1989, sections 4.5 and 6.2.
public struct MonthlyDispersion: Hashable, Sendable {
    /// Variance over mean. It can be below 1 by chance; who widens an interval by it takes it as at least 1.
    public let value: Double
    public let degreesOfFreedom: Int
    /// Whether the seasons were taken out. If not, they are still in `value`, which is then too large rather than too small.
    public let allowsForSeasons: Bool

    /// The years from which seasons can be told from chance.
    public static let fewestYearsForSeasons = 3

    /// - Parameter years: the counts of each year's months, in the order of the months; a missing month is `nil`, never 0.
    /// - Throws: `StatisticsRefusal` for a negative count, or fewer than two known months in every year.
    public init(years: [[Int?]]) throws(StatisticsRefusal) {
        for year in years { _ = try year.compactMap(\.self).admittedTotal() }
        let known = years.filter { $0.contains { $0 != nil } }
        let months = known.first?.count ?? 0
        let isWhole = known.allSatisfy { year in year.count == months && year.allSatisfy { $0 != nil } }
        allowsForSeasons = isWhole && known.count >= Self.fewestYearsForSeasons && months >= 2
        let counts = known.map { year in year.compactMap { $0.map(Double.init) } }
        // A year or a month of the year without events is fitted exactly, and tells nothing of how months vary.
        let (sum, cells) = allowsForSeasons ? Self.aboutSeasons(counts) : Self.aboutYears(counts)
        guard cells > 0 else { throw .tooFewMonths(counts.reduce(0) { $0 + $1.count }) }
        degreesOfFreedom = cells
        value = try (sum / Double(cells)).admittedAnswer()
    }

    /// Of months on end too few to tell seasons by: from each month to the next, so that what changes slowly, as a season or a
    /// rise does, is hardly in it.
    ///
    /// The mean of (a − b)² / (a + b) over neighbours, each of which is φ on average where the two months expect the same. The
    /// overlap of neighbours leaves m of them 2m² / (3m − 1) degrees of freedom. *Source*: von Neumann, Kent, Bellinson & Hart 1941.
    ///
    /// - Parameter run: the counts of months on end; a missing month is `nil`, never 0.
    /// - Throws: `StatisticsRefusal` for a negative count, or where no two neighbours are known.
    public init(neighboursIn run: [Int?]) throws(StatisticsRefusal) {
        _ = try run.compactMap(\.self).admittedTotal()
        var (sum, pairs) = (0.0, 0.0)
        for (one, next) in zip(run, run.dropFirst()) {
            // Two months without events are expected exactly, and tell nothing of how months vary.
            guard let one, let next, one + next > 0 else { continue }
            let difference = Double(one - next)
            sum += difference * difference / Double(one + next)
            pairs += 1
        }
        guard pairs > 0 else { throw .tooFewMonths(run.count { $0 != nil }) }
        allowsForSeasons = false
        degreesOfFreedom = max(1, Int(2 * pairs * pairs / (3 * pairs - 1)))
        value = try (sum / pairs).admittedAnswer()
    }

    typealias Spread = (pearson: Double, degreesOfFreedom: Int)

    /// Each month expected to be its year's mean.
    private static func aboutYears(_ years: [[Double]]) -> Spread {
        var spread = (pearson: 0.0, degreesOfFreedom: 0)
        for year in years {
            let mean = year.reduce(0, +) / Double(year.count)
            guard mean > 0 else { continue }
            spread.pearson += year.reduce(0) { $0 + ($1 - mean) * ($1 - mean) / mean }
            spread.degreesOfFreedom += year.count - 1
        }
        return spread
    }

    /// Each month expected to have its year's total in the share that its month of the year has of all years.
    static func aboutSeasons(_ years: [[Double]]) -> Spread {
        let totals = years.map { $0.reduce(0, +) }
        let all = totals.reduce(0, +)
        let months = years[0].indices.map { month in years.reduce(0) { $0 + $1[month] } }
        let freeYears = totals.count { $0 > 0 } - 1
        let freeMonths = months.count { $0 > 0 } - 1
        guard freeYears > 0, freeMonths > 0 else { return (0, 0) }
        var pearson = 0.0
        for (year, total) in zip(years, totals) where total > 0 {
            for (count, month) in zip(year, months) where month > 0 {
                let fitted = total * (month / all)
                pearson += (count - fitted) * (count - fitted) / fitted
            }
        }
        return (pearson, freeYears * freeMonths)
    }
}
