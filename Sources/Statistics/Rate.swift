/// Events for every so many people, with an interval: what makes a count comparable between places.
///
/// The interval allows for chance in the count alone; real crime counts vary more (see `Change`).
public struct Rate: Hashable, Sendable {
    public enum Method: Hashable, Sendable {
        /// The exact Poisson interval, used for counts below 10.
        case exact
        /// Byar's approximation to it, used from 10.
        case byar
    }

    public let count: Int
    public let population: Double
    /// The number of people the rate is expressed for.
    public let per: Double
    /// Events for every `per` people.
    public let value: Double
    /// In the unit of `value`.
    public let interval: Interval
    public let method: Method

    /// A rate as public health publishes it: exact below 10 events, Byar from 10.
    ///
    /// *Source*: OHID, Technical guide: confidence intervals, 2018.
    /// - Parameters:
    ///   - population: people (or person-years); above 0, and not necessarily whole.
    ///   - per: 1000 for a rate per 1,000 people.
    ///   - confidence: between 0 and 1.
    /// - Throws: `StatisticsRefusal` for a negative count, or a population that is not positive.
    public init(
        count: Int, population: Double, per: Double = 1000, confidence: Double = 0.95
    ) throws(StatisticsRefusal) {
        let x = try count.admitted()
        let population = try population.admittedExposure()
        let per = try per.admittedExposure()
        let confidence = try Confidence(confidence)
        let scaled = { (events: Double) in events / population * per }
        let limits: Interval
        if count >= Self.fewestForByar, case let byar = CountInterval.byar(x, confidence), let lower = byar.lower {
            limits = confidence.interval(lower, byar.upper)
            method = .byar
        } else {
            limits = CountInterval.exact(x, confidence)
            method = .exact
        }
        interval = limits.mapped(scaled)
        value = scaled(x)
        _ = try interval.upper.admittedAnswer()
        self.count = count
        self.population = population
        self.per = per
    }

    /// The count from which Byar's approximation is close enough.
    static let fewestForByar = 10
}
