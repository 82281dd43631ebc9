/// Events per unit of exposure with the exact Poisson interval, at any count.
public struct PoissonRate: Hashable, Sendable {
    public let count: Int
    /// How much there was of what the events are counted against: months, person-years, kilometres of road.
    public let exposure: Double
    /// Events per unit of exposure.
    public let value: Double
    public let interval: Interval

    /// - Parameter confidence: between 0 and 1.
    /// - Throws: `StatisticsRefusal` for a negative count, or an exposure that is not positive.
    public init(count: Int, exposure: Double, confidence: Double = 0.95) throws(StatisticsRefusal) {
        let x = try count.admitted()
        let confidence = try Confidence(confidence)
        let exposure = try exposure.admittedExposure()
        let limits = CountInterval.exact(x, confidence).mapped { $0 / exposure }
        _ = try limits.upper.admittedAnswer()
        self.count = count
        self.exposure = exposure
        self.value = x / exposure
        self.interval = limits
    }
}
