/// A funnel on its own scale: where each area lies, and how far the limits reach there.
struct FunnelModel: Hashable, Sendable {
    /// An area's place on the scale.
    struct Place: Hashable, Sendable {
        /// Its value over the unit of the funnel: a ratio or a proportion.
        let value: Double
        let size: Double
        let error: Double
        let score: Double
    }

    let scale: FunnelScale
    /// A ratio or a proportion.
    let centre: Double
    let dispersion: FunnelDispersion
    /// `nil` where an area's count is not known.
    let places: [Place?]
    private let usual: Confidence
    private let wide: Confidence

    init(
        _ counts: [Int?], sizes: [Double], centre: Double, scale: FunnelScale, trim: Double
    ) throws(StatisticsRefusal) {
        try counts.admitAsMany(as: sizes)
        self.scale = scale
        self.centre = centre
        (usual, wide) = try (Confidence(0.95), Confidence(0.998))
        let middle = scale.transformed(centre)
        var places: [Place?] = []
        for (count, size) in zip(counts, sizes) {
            guard let count else {
                places.append(nil)
                continue
            }
            let error = try Self.error(size, scale)
            let value = try (count.admitted() / size).admittedAnswer()
            let score = (scale.transformed(value) - middle) / error
            places.append(Place(value: value, size: size, error: error, score: score))
        }
        self.places = places
        let known = places.compactMap(\.self)
        dispersion = try FunnelDispersion(
            scores: known.map(\.score), errors: known.map(\.error), scale: scale, trim: trim)
    }

    func area(_ place: Place, unit: Double) throws(StatisticsRefusal) -> Funnel.Area {
        let (inner, outer) = (limits(error: place.error, usual), limits(error: place.error, wide))
        let scaled = { (value: Double) in value * unit }
        return Funnel.Area(
            value: try scaled(place.value).admittedAnswer(), size: place.size, score: place.score,
            adjustedScore: place.score * (place.error / spread(place.error)),
            limits95: inner.mapped(scaled), limits998: outer.mapped(scaled),
            position: FunnelPosition(place.value, within: inner, and: outer))
    }

    /// The standard error on the scale that chance gives an area of that size, known to be a number.
    func error(size: Double) throws(StatisticsRefusal) -> Double {
        try Self.error(size, scale)
    }

    private static func error(_ size: Double, _ scale: FunnelScale) throws(StatisticsRefusal) -> Double {
        let error = try scale.error(size: size.admittedExposure())
        guard size <= 0x1p53, error.isFinite else { throw .outOfRange }
        return error
    }

    /// The limits as ratios or proportions.
    func limits(error: Double, _ confidence: Confidence) -> Interval {
        reach(error: error, confidence).mapped { scale.value(at: $0) }
    }

    /// The limits on the scale of the funnel.
    func reach(error: Double, _ confidence: Confidence) -> Interval {
        let (middle, reach) = (scale.transformed(centre), confidence.z * spread(error))
        return confidence.interval(middle - reach, middle + reach)
    }

    /// The limits for chance alone, as ratios or proportions.
    func chance(size: Double, _ confidence: Confidence) -> Interval {
        if scale == .arcsine {
            let (middle, reach) = (scale.transformed(centre), confidence.z * scale.error(size: size))
            return confidence.interval(scale.value(at: middle - reach), scale.value(at: middle + reach))
        }
        // Of less than that the lower limit is below the smallest number there is.
        let lower = size < 0.005 ? 0 : IncompleteGamma.quantile(.lower, shape: size, probability: confidence.tail)
        let upper = IncompleteGamma.quantile(.upper, shape: size + 1, probability: confidence.tail)
        return confidence.interval(lower / size, upper / size)
    }

    /// The standard deviation of an area like the others: chance, and what areas differ among themselves.
    private func spread(_ error: Double) -> Double {
        (error * error + dispersion.betweenVariance).squareRoot()
    }
}
