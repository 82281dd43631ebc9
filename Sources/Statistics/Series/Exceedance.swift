/// Whether a month's count is higher than the same season of earlier years leads to expect: the product's signal for
/// monthly counts, and the method of national disease surveillance (“Farrington flexible”).
///
/// It knows the season, because it compares with the same months of other years; the trend, where there is one; and swings
/// beyond chance, because it estimates them. It is right where R's `surveillance::farringtonFlexible` (1.20.3, and still
/// 1.26.0) is not: after reweighting that overwrites the fitted weights with the prior ones, so that its standard errors
/// and trend tests are of another model. Its bounds are then off by up to a fifth, and it sees trends far too often.
///
/// *Source*: Farrington, Andrews, Beale & Catchpole 1996; Noufaily and others 2013, Statistics in Medicine 32, 1206–1222.
public struct Exceedance: Hashable, Sendable {
    public enum Finding: Hashable, Sendable {
        /// Above the bound, and events enough.
        case exceptional
        /// Not above the bound.
        case usual
        /// Too few events lately for a bound to mean anything.
        case tooFewEvents
    }

    /// Counted from 0.
    public let month: Int
    public let observed: Int
    /// The count expected; 0 where all months it is compared with have none. `nil` where there are too few events.
    public let expected: Double?
    /// What a count must exceed to be exceptional. `nil` likewise.
    public let bound: Double?
    /// How far the count lies from what is expected, on a scale on which the bound is 1. `nil` where there are too few
    /// events, and where the bound does not lie above what is expected.
    public let score: Double?
    /// Of a count as high or higher, if nothing has changed.
    public let probability: Double
    public let finding: Finding
    /// What is added to ln count each month; `nil` where no trend is taken account of.
    public let trend: Double?
    /// The variance over the mean of what is compared with, at least 1.
    public let dispersion: Double
    /// How many years back it is compared with.
    public let years: Int
    /// Of how many known months.
    public let baselineMonths: Int
    /// Whether there was anything to fit. If every month that is compared with has none, 0 is expected and the bound is 0.
    public let isModelled: Bool
    /// The other side: how few are exceptionally few. `nil` where not even none would be, and for bounds that are quantiles.
    public let fall: Fall?

    public var isExceptional: Bool { finding == .exceptional }

    /// Whether the count lies below what is expected by as much as an exceptional one lies above it. It needs no events
    /// lately: where many are expected, none at all is what to look at first, because files may be missing.
    public var isExceptionallyLow: Bool { fall.map { Double(observed) < $0.bound } ?? false }

    /// What a count is held against from below.
    public struct Fall: Hashable, Sendable {
        public let expected: Double
        /// What a count must lie below to be exceptionally low.
        public let bound: Double
        /// Of a count as low or lower, if nothing has changed.
        public let probability: Double
    }

    /// - Parameters:
    ///   - counts: one for each month; `nil` for a month that is missing, never 0.
    ///   - month: which of them to judge, counted from 0. Later ones are not looked at.
    ///   - populations: what the counts came from, one for each month, where that changes much; in any unit.
    /// - Throws: `StatisticsRefusal` for a month that is missing or not in the series, fewer years than are asked for (or
    ///   than three), a baseline half of which is missing, a negative count, a population that is not positive, or
    ///   settings that don't go together.
    public init(
        of counts: [Int?], at month: Int, populations: [Double]? = nil, settings: Settings = Settings()
    ) throws(StatisticsRefusal) {
        try settings.admit()
        guard counts.indices.contains(month) else { throw .noSuchMonth(month, months: counts.count) }
        guard let observed = counts[month] else { throw .monthMissing(month) }
        let count = try observed.admitted()
        let baseline = try ExceedanceBaseline(of: counts, at: month, populations: populations, settings)
        let recent = counts[max(0, month - settings.eventMonths + 1)...month].compactMap { $0 }
        let isEnough = try recent.admittedTotal() >= settings.fewestEvents
        self.month = month
        self.observed = observed
        years = baseline.years
        baselineMonths = baseline.months.count
        isModelled = baseline.hasEvents

        guard baseline.hasEvents else {
            (expected, bound, score) = isEnough ? (0, 0, nil) : (nil, nil, nil)
            (probability, trend, dispersion) = (observed > 0 ? 0 : 1, nil, 1)
            finding = isEnough ? (observed > 0 ? .exceptional : .usual) : .tooFewEvents
            fall = nil
            return
        }
        let model = try ExceedanceModel(baseline, settings)
        let limit = try ExceedanceBound(settings.bound, tail: settings.tail, model: model, observed: observed)
        expected = isEnough ? model.expected : nil
        bound = isEnough ? limit.upper : nil
        score =
            isEnough && limit.upper > model.expected
            ? (count - model.expected) / (limit.upper - model.expected) : nil
        (probability, trend, dispersion) = (limit.probability, model.trend, model.dispersion)
        finding = isEnough ? (count > limit.upper && observed > 0 ? .exceptional : .usual) : .tooFewEvents
        fall = limit.lower.map { bound in
            Fall(expected: model.expected, bound: bound, probability: limit.fallProbability)
        }
    }
}

extension Exceedance {
    /// The newest months of a series, each judged by those before it; `nil` for a month that is missing.
    ///
    /// - Parameter number: how many months, the last one being the newest.
    /// - Throws: what judging the first of them throws, or another.
    public static func newest(
        _ number: Int, of counts: [Int?], populations: [Double]? = nil, settings: Settings = Settings()
    ) throws(StatisticsRefusal) -> [Exceedance?] {
        guard number <= counts.count else { throw .noSuchMonth(counts.count - number, months: counts.count) }
        var found: [Exceedance?] = []
        for month in counts.indices.suffix(max(0, number)) {
            guard counts[month] != nil else {
                found.append(nil)
                continue
            }
            found.append(try Exceedance(of: counts, at: month, populations: populations, settings: settings))
        }
        return found
    }
}
