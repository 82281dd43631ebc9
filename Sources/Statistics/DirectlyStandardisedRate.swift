/// A rate as it would be if the area had the standard population's ages, so that places with many young people can be
/// compared with places with few.
///
/// Rarely of use for crime: offence data seldom carry the victim's age. *Source*: Dobson, Kuulasmaa, Eberle & Scherer 1991,
/// with Byar's limits; OHID, Technical guide: directly standardised rates.
public struct DirectlyStandardisedRate: Hashable, Sendable {
    public let totalCount: Int
    public let totalPopulation: Double
    /// The number of people the rate is expressed for.
    public let per: Double
    /// Events for every `per` people; `nil` below 10 events, where ages can't be allowed for.
    public let value: Double?
    /// In the unit of `value`, and `nil` with it.
    public let interval: Interval?

    /// The total count below which there is no such rate.
    public static let fewestEvents = 10

    /// - Parameters:
    ///   - counts: of each age group; all of them, for a missing one can't be stood in for.
    ///   - populations: of each age group; above 0.
    ///   - standard: people of each age group in the standard population; 0 or more, and not all 0.
    ///   - confidence: between 0 and 1.
    /// - Throws: `StatisticsRefusal` for columns of different lengths, no age groups, a negative count, a population that
    ///   is not positive, or a standard population of nobody.
    public init(
        counts: [Int], populations: [Double], standard: [Double], per: Double = 1000, confidence: Double = 0.95
    ) throws(StatisticsRefusal) {
        try counts.admitAsMany(as: populations)
        try counts.admitAsMany(as: standard)
        self.per = try per.admittedExposure()
        let confidence = try Confidence(confidence)
        totalCount = try counts.admittedTotal()
        var (weights, people, rate, variance) = (0.0, 0.0, 0.0, 0.0)
        for ((count, population), weight) in zip(zip(counts, populations), standard) {
            guard weight >= 0 else { throw .notPositive(weight) }
            let share = try weight.admittedValue() / population.admittedExposure()
            weights += weight
            people += population
            rate += Double(count) * share
            variance += Double(count) * share * share
        }
        totalPopulation = try people.admittedAnswer()
        guard weights > 0 else { throw .nothingToShare }
        guard totalCount >= Self.fewestEvents, case let events = Double(totalCount),
            case let byar = CountInterval.byar(events, confidence), let lower = byar.lower
        else {
            (value, interval) = (nil, nil)
            return
        }
        let value = try (rate / weights * per).admittedAnswer()
        let spread = try (variance.squareRoot() / weights / events.squareRoot() * per).admittedAnswer()
        let limits = confidence.interval(
            max(0, value + spread * (lower - events)), value + spread * (byar.upper - events), about: value)
        _ = try limits.upper.admittedAnswer()
        (self.value, interval) = (value, limits)
    }
}
