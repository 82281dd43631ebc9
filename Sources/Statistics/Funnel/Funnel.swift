/// Areas beside their average, with the limits that an area of each size may be expected to keep within: the funnel to show.
///
/// Areas are never alike but for chance: they differ in who lives there, who visits, and how things are recorded. With
/// limits for chance alone most districts are outliers, and none is told apart. These limits are widened by what the areas
/// differ among themselves (over-dispersion, as a random effect), so that an area outside stands out from its fellows.
/// *Source*: Spiegelhalter 2005, doi 10.1002/sim.1970; FunnelPlotR.
///
/// FunnelPlotR 0.6.0 is followed but on its square-root scale (`sr_method = "CQC"`): there it leaves the limits as square
/// roots, and holds ratios against them. Such limits are about half as far from the centre as they should be; in areas
/// that are alike but for chance a third lie outside its 95 % limits. Here limits are squared. On the arcsine scale its
/// limits turn back at 0 and 1, because the square of a sine does; here they stay there.
public struct Funnel: Hashable, Sendable {
    /// An area with its limits, all in the unit of the funnel.
    public struct Area: Hashable, Sendable {
        public let value: Double
        /// What was expected of it, or its total: the width of the funnel depends on it.
        public let size: Double
        /// How many standard errors it lies from the centre if there were chance alone; −∞ for a count of 0 on the
        /// logarithmic scale.
        public let score: Double
        /// The same with what areas differ among themselves.
        public let adjustedScore: Double
        /// Limits with what areas differ among themselves.
        public let limits95: Interval
        public let limits998: Interval
        /// By `limits95` and `limits998`.
        public let position: FunnelPosition
    }

    public let scale: FunnelScale
    /// The average of all areas, as events over people or over what was expected; in the unit of the funnel.
    public let centre: Double
    /// Mean square of the trimmed scores: 1 where areas differ as chance makes them.
    public let dispersion: Double
    /// The variance between areas on the scale of the funnel, τ²; 0 where there is none beyond chance.
    public let betweenVariance: Double
    /// In the order given; `nil` where an area's count is not known.
    public let areas: [Area?]

    private let model: FunnelModel
    private let unit: Double

    /// The share of areas at each end that is kept from deciding how much areas differ.
    public static let usualTrim = 0.1

    /// Rates beside the rate of all areas together.
    ///
    /// - Parameters:
    ///   - counts: events in each area; `nil` where that isn't known, and the area is then in no average.
    ///   - populations: above 0.
    ///   - trim: the share of areas at each end kept from deciding how much areas differ.
    /// - Throws: `StatisticsRefusal` for columns of different lengths, a negative count, a population that is not positive,
    ///   fewer than two areas, or no events.
    public init(
        counts: [Int?], populations: [Double], per: Double = 1000, scale: RatioScale = .squareRoot,
        trim: Double = Funnel.usualTrim
    ) throws(StatisticsRefusal) {
        try counts.admitAsMany(as: populations)
        let per = try per.admittedExposure()
        var (events, people) = (0.0, 0.0)
        for (count, population) in zip(counts, populations) {
            guard let count else { continue }
            events += try count.admitted()
            people += try population.admittedExposure()
        }
        guard counts.contains(where: { $0 != nil }) else { throw .tooFewAreas(0, needed: 2) }
        guard events > 0 else { throw .noEvents }
        let rate = try (events / people).admittedAnswer()
        guard rate.isNormal, (rate * per).isNormal else { throw .outOfRange }
        try self.init(
            counts, sizes: populations.map { $0 * rate }, centre: 1, unit: rate * per, scale: scale.scale, trim: trim)
    }

    /// Counts beside what was expected of them, as a ratio; 1 is as expected.
    ///
    /// - Parameters:
    ///   - observed: events in each area; `nil` where that isn't known.
    ///   - expected: above 0.
    public init(
        observed: [Int?], expected: [Double], scale: RatioScale = .squareRoot, trim: Double = Funnel.usualTrim
    ) throws(StatisticsRefusal) {
        try self.init(observed, sizes: expected, centre: 1, unit: 1, scale: scale.scale, trim: trim)
    }

    /// Parts of a whole beside the share in all areas together.
    ///
    /// - Parameters:
    ///   - parts: in each area, none larger than its total; `nil` where that isn't known.
    ///   - totals: above 0.
    ///   - per: 100 for percentages.
    public init(
        parts: [Int?], of totals: [Int], per: Double = 100, trim: Double = Funnel.usualTrim
    ) throws(StatisticsRefusal) {
        try parts.admitAsMany(as: totals)
        var (part, whole) = (0.0, 0.0)
        for (some, total) in zip(parts, totals) {
            guard let some else { continue }
            part += try some.admitted()
            whole += try total.admitted()
            guard total > 0 else { throw .nothingToShare }
            guard some <= total else { throw .partExceedsTotal(part: some, total: total) }
        }
        guard whole > 0 else { throw .tooFewAreas(0, needed: 2) }
        try self.init(
            parts, sizes: totals.map(Double.init), centre: part / whole, unit: per.admittedExposure(), scale: .arcsine,
            trim: trim)
    }

    /// The scales that are for counts beside what was expected.
    public enum RatioScale: Hashable, Sendable {
        case squareRoot
        case logarithm

        var scale: FunnelScale { self == .squareRoot ? .squareRoot : .logarithm }
    }

    private init(
        _ counts: [Int?], sizes: [Double], centre: Double, unit: Double, scale: FunnelScale, trim: Double
    ) throws(StatisticsRefusal) {
        guard trim >= 0, trim < 0.5 else { throw .trim(trim) }
        let model = try FunnelModel(counts, sizes: sizes, centre: centre, scale: scale, trim: trim)
        (self.scale, self.model, self.unit) = (scale, model, unit)
        self.centre = centre * unit
        dispersion = model.dispersion.ratio
        betweenVariance = model.dispersion.betweenVariance
        var areas: [Area?] = []
        for place in model.places {
            guard let place else {
                areas.append(nil)
                continue
            }
            areas.append(try model.area(place, unit: unit))
        }
        self.areas = areas
    }

    /// The limits for an area of any size, with what areas differ among themselves: the lines to draw.
    ///
    /// - Parameters:
    ///   - size: what is expected of it, or its total; above 0. Of rates it is the centre times the
    ///     population over `per`.
    ///   - confidence: 0.95 and 0.998 are usual.
    public func limits(size: Double, confidence: Double) throws(StatisticsRefusal) -> Interval {
        let limits = try model.limits(error: model.error(size: size), Confidence(confidence))
        return limits.mapped { $0 * unit }
    }

    /// The limits for an area of any size if there were chance alone: exact Poisson ones for counts, by the arcsine for
    /// parts of a whole.
    public func chanceLimits(size: Double, confidence: Double) throws(StatisticsRefusal) -> Interval {
        _ = try model.error(size: size)
        return try model.chance(size: size, Confidence(confidence)).mapped { $0 * unit }
    }
}
