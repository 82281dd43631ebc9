/// How the incidents of a type fall on the months.
struct YearSpread {
    /// Incidents month by month, every year's adding up to its total.
    let counts: [Int]

    init(of type: ExampleFacts.CrimeType, by random: inout ExampleRandom) {
        var counts: [Int] = []
        for (year, total) in type.totals.enumerated() {
            let expected = Self.expected(of: type, inYear: year)
            counts += Self.drawn(total, expecting: expected, by: &random)
        }
        self.counts = counts
    }

    /// The average to expect of each month: the season's, on a level that runs evenly from one year to the next, so
    /// that a fall from year to year is not a step on New Year's Day.
    private static func expected(of type: ExampleFacts.CrimeType, inYear year: Int) -> [Double] {
        let total = Double(type.totals[year])
        let years = Double(max(1, type.totals.count - 1))
        let slope = (Double(type.totals[type.totals.count - 1]) - Double(type.totals[0])) / years
        let shape = type.seasonality.enumerated().map { month, factor in
            max(total + slope * (Double(month) - 5.5) / 12, total / 10) * factor
        }
        let sum = shape.reduce(0, +)
        return sum > 0 ? shape.map { $0 / sum * total } : shape
    }

    /// The variance of a month's count as a multiple of its mean: about 2 for the common crimes of a district, and
    /// nearer to 1, chance alone, for those with a few incidents a month.
    private static func dispersion(of total: Int) -> Double {
        1 + min(max(Double(total) / 600, 0.2), 1)
    }

    /// Pólya's urn: each incident drawn makes its month likelier to be drawn again. The counts then follow the
    /// Dirichlet-multinomial distribution, with the variance wanted and exactly the total wanted (Johnson, Kotz and
    /// Balakrishnan, "Discrete Multivariate Distributions", 1997, chapter 40).
    private static func drawn(_ total: Int, expecting expected: [Double], by random: inout ExampleRandom) -> [Int] {
        let excess = dispersion(of: total) - 1
        var weights = expected.map { $0 / excess }
        var sum = weights.reduce(0, +)
        var counts = [Int](repeating: 0, count: expected.count)
        for _ in 0..<total {
            var mark = random.unit() * sum
            var month = 0
            while month < weights.count - 1, mark >= weights[month] {
                mark -= weights[month]
                month += 1
            }
            counts[month] += 1
            weights[month] += 1
            sum += 1
        }
        return counts
    }
}
