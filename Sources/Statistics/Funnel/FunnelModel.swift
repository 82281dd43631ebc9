/// A funnel on its own scale: where each area lies, and how far the limits reach there.
struct FunnelModel: Sendable {
    /// An area's place on the scale.
    struct Place: Sendable {
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
    private let (confidence95, confidence998): (Confidence, Confidence)

    init(
        _ counts: [Int?], sizes: [Double], centre: Double, scale: FunnelScale, trim: Double
    ) throws(StatisticsRefusal) {
        try counts.admitAsMany(as: sizes)
        self.scale = scale
        self.centre = centre
        (confidence95, confidence998) = try (Confidence(0.95), Confidence(0.998))
        let middle = scale.transformed(centre)
        var places: [Place?] = []
        for (count, size) in zip(counts, sizes) {
            guard let count else {
                places.append(nil)
                continue
            }
            let size = try size.admittedExposure()
            let value = try (count.admitted() / size).admittedAnswer()
            let error = scale.error(size: size)
            guard error.isFinite, error > 0 else { throw .outOfRange }
            let score = (scale.transformed(value) - middle) / error
            places.append(Place(value: value, size: size, error: error, score: score))
        }
        self.places = places
        let known = places.compactMap(\.self)
        dispersion = try FunnelDispersion(
            scores: known.map(\.score), errors: known.map(\.error), scale: scale, trim: trim)
    }

    func area(_ place: Place, unit: Double) throws(StatisticsRefusal) -> Funnel.Area {
        let limits95 = reach(place, confidence95).mapped { scale.value(at: $0) }
        let limits998 = reach(place, confidence998).mapped { scale.value(at: $0) }
        let scaled = { (value: Double) in value * unit }
        return Funnel.Area(
            value: try scaled(place.value).admittedAnswer(), size: place.size, score: place.score,
            adjustedScore: place.score * (place.error / spread(place)),
            limits95: limits95.mapped(scaled), limits998: limits998.mapped(scaled),
            chance95: chance(place, confidence95).mapped(scaled),
            chance998: chance(place, confidence998).mapped(scaled),
            position: FunnelPosition(place.value, within: limits95, and: limits998))
    }

    /// The limits on the scale of the funnel.
    func reach(_ place: Place, _ confidence: Confidence) -> Interval {
        let (middle, reach) = (scale.transformed(centre), confidence.z * spread(place))
        return confidence.interval(middle - reach, middle + reach)
    }

    /// The limits for chance alone, as ratios or proportions.
    func chance(_ place: Place, _ confidence: Confidence) -> Interval {
        if scale == .arcsine {
            let (middle, reach) = (scale.transformed(centre), confidence.z * place.error)
            return confidence.interval(scale.value(at: middle - reach), scale.value(at: middle + reach))
        }
        let lower = IncompleteGamma.quantile(.lower, shape: place.size, probability: confidence.tail)
        let upper = IncompleteGamma.quantile(.upper, shape: place.size + 1, probability: confidence.tail)
        return confidence.interval(lower / place.size, upper / place.size)
    }

    /// The standard deviation of an area like the others, of its size: chance and what areas differ among themselves.
    private func spread(_ place: Place) -> Double {
        (place.error * place.error + dispersion.betweenVariance).squareRoot()
    }
}
