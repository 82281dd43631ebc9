/// One value for each area, held against a contiguity, with what every statistic of places is made of.
///
/// Areas whose value is missing are left out, as though the map ended there. Values are divided by a power of two that
/// brings the largest near 1, which changes no statistic by a single bit and keeps squares of any values within range.
struct AreaValues: Sendable {
    /// The numbers of the areas that have a value, rising.
    let places: [Int]
    /// How many areas there are, with a value or without.
    let areas: Int
    /// Among the areas that have a value.
    let contiguity: Contiguity
    let values: [Double]
    /// What the values were divided by.
    let unit: Double
    let mean: Double
    /// The values less their mean.
    let deviations: [Double]
    /// The mean of the squared deviations; and of their fourth powers.
    let variance: Double
    let fourth: Double
    /// Whether all values are the same, so that no area can stand out.
    let isConstant: Bool

    /// - Throws: `StatisticsRefusal` where there aren't as many values as areas, or one is infinite or no number.
    init(_ given: [Double?], among contiguity: Contiguity) throws(StatisticsRefusal) {
        guard given.count == contiguity.count else {
            throw .valuesForAreas(values: given.count, areas: contiguity.count)
        }
        areas = given.count
        var places: [Int] = []
        var values: [Double] = []
        places.reserveCapacity(given.count)
        values.reserveCapacity(given.count)
        for (area, value) in given.enumerated() {
            guard let value else { continue }
            guard value.isFinite else { throw .valueNotFinite(at: area + 1) }
            places.append(area)
            values.append(value)
        }
        let largest = values.reduce(0) { max($0, $1.magnitude) }
        unit = largest > 0 ? largest.binade : 1
        self.places = places
        self.values = values.map { [unit] in $0 / unit }
        self.contiguity = contiguity.among(places)
        isConstant = self.values.allSatisfy { [first = self.values.first] in $0 == first }
        mean = Self.mean(of: self.values)
        deviations = self.values.map { [mean] in $0 - mean }
        let count = Double(max(values.count, 1))
        variance = deviations.reduce(0) { $0 + $1 * $1 } / count
        fourth = deviations.reduce(0) { $0 + $1 * $1 * ($1 * $1) } / count
    }

    /// How many areas have a value.
    var count: Int { values.count }

    /// How far rounding may have moved a sum over so many values, or the difference of two such sums.
    ///
    /// Sums that differ by no more are taken as equal, because 0.1 + 0.2 and 0.3 are.
    func slack(terms: Int) -> Double {
        Double(terms) * Double(terms + 1) * 0x1p-50
    }

    /// The areas' results back in the order in which their values were given, `nil` where there was none.
    func placed<Result>(_ results: [Result]) -> [Result?] {
        guard count < areas else { return results.map { $0 } }
        var placed = [Result?](repeating: nil, count: areas)
        for (place, result) in zip(places, results) { placed[place] = result }
        return placed
    }

    /// The mean, right to the last digit but one however many values there are.
    ///
    /// *Source*: Neumaier 1974, the improved Kahan–Babuška sum.
    private static func mean(of values: [Double]) -> Double {
        var (sum, lost) = (0.0, 0.0)
        for value in values {
            let next = sum + value
            lost += sum.magnitude >= value.magnitude ? (sum - next) + value : (value - next) + sum
            sum = next
        }
        return values.isEmpty ? 0 : (sum + lost) / Double(values.count)
    }
}
