/// By which method a monthly series is watched for months out of the ordinary, and why.
///
/// Counts are watched by `Exceedance` as soon as three years lie before the newest month. Else, and for rates and other
/// measures, a control chart is drawn (`XmRChart`): of the series itself only where it has no season, of the seasonally
/// adjusted series where it has one. Where that can't be told yet, nothing is watched, because a chart of a series that
/// swings with the seasons cries wolf in three months of ten.
public struct SignalChoice: Hashable, Sendable {
    public enum Method: Hashable, Sendable {
        /// Compare with so many earlier years.
        case exceedance(years: Int)
        case chart
        case chartOfAdjusted
        case none
    }

    public enum Reason: Hashable, Sendable {
        /// Monthly counts with so many years before them.
        case history(years: Int)
        /// Somebody who knows says so.
        case knownToHaveNoSeason
        case noSeason(Seasonality)
        case season(Seasonality)
        /// Fewer months than a season can be told by.
        case tooShort(months: Int)
        /// Known to have no season, and fewer months than limits can be made of.
        case tooShortForLimits(months: Int)
        /// Too few of the months are known, or of some month of the year.
        case tooManyMissing
        /// Too few events for the limits of a chart to mean anything.
        case tooFewEvents(mean: Double)
    }

    public let method: Method
    public let reason: Reason
    /// What the chart is to be made of; `nil` where none is. Missing months stay missing.
    public let charted: [Double?]?

    /// From so many months on it can be told whether there is a season.
    public static let fewestMonths = 36
    /// Below this mean no chart of counts is made: of series that change by chance alone half show a signal at 2 a month,
    /// and more than a third at 5.
    public static let fewestForChart = 5.0

    /// For counts by month, the newest one known.
    ///
    /// - Parameters:
    ///   - counts: `nil` for a month that is missing, never 0.
    ///   - hasNoSeason: where somebody knows that the months of the year are alike. It is asked only while there are too
    ///     few years to compare with.
    /// - Throws: `StatisticsRefusal` for a negative count, or settings that don't go together.
    public init(
        counts: [Int?], hasNoSeason: Bool = false, settings: Exceedance.Settings = Exceedance.Settings()
    ) throws(StatisticsRefusal) {
        let known = counts.compactMap { $0 }
        let total = try known.admittedTotal()
        let values = counts.map { $0.map { Double($0) } }
        if let newest = counts.lastIndex(where: { $0 != nil }) {
            do {
                let years = try Exceedance(of: counts, at: newest, settings: settings).years
                self.init(.exceedance(years: years), .history(years: years))
                return
            } catch .tooFewYears, .baselineTooThin, .noFit {
                // Then a chart, if one can be made.
            }
        }
        let mean = known.isEmpty ? 0 : Double(total) / Double(known.count)
        let chart = try SignalChoice(measures: values, hasNoSeason: hasNoSeason)
        guard chart.method != .none, mean < Self.fewestForChart else {
            self = chart
            return
        }
        self.init(.none, .tooFewEvents(mean: mean))
    }

    /// For rates and other measures by month.
    ///
    /// - Parameters:
    ///   - measures: `nil` for a month that is missing, never 0.
    ///   - hasNoSeason: where somebody knows that the months of the year are alike.
    /// - Throws: `StatisticsRefusal` for a month that is not finite, or numbers too large to be added up.
    public init(measures: [Double?], hasNoSeason: Bool = false) throws(StatisticsRefusal) {
        for case let value? in measures where !value.isFinite { throw .monthNotFinite(value) }
        let first = measures.firstIndex { $0 != nil } ?? measures.endIndex
        let span = measures[first...]
        let known = span.count { $0 != nil }
        if hasNoSeason {
            let isEnough = known >= XmRChart.fewestForLimits
            self.init(
                isEnough ? .chart : .none, isEnough ? .knownToHaveNoSeason : .tooShortForLimits(months: known),
                charted: isEnough ? measures : nil)
            return
        }
        guard span.count >= Self.fewestMonths else {
            self.init(.none, .tooShort(months: known))
            return
        }
        guard 4 * known >= 3 * span.count, let parts = try Self.steady(Array(span)) else {
            self.init(.none, .tooManyMissing)
            return
        }
        let seasonality = Seasonality(of: parts)
        if seasonality.isPresent {
            let before: [Double?] = Array(repeating: nil, count: first)
            self.init(.chartOfAdjusted, .season(seasonality), charted: before + parts.adjusted)
        } else {
            self.init(.chart, .noSeason(seasonality), charted: measures)
        }
    }

    /// With a season that does not change: one that may would make the chart cry wolf. `nil` where a month of the year is
    /// hardly known.
    private static func steady(_ values: [Double?]) throws(StatisticsRefusal) -> Decomposition? {
        do {
            return try STL(count: values.count, settings: .steadySeason).decomposition(of: values)
        } catch .monthSeldomKnown {
            return nil
        }
    }

    private init(_ method: Method, _ reason: Reason, charted: [Double?]? = nil) {
        self.method = method
        self.reason = reason
        self.charted = charted
    }
}

extension SignalChoice {
    /// The method and the reason for it, as a sentence for a councillor.
    public var sentence: String {
        switch reason {
        case .history(let years):
            "Each month is compared with the same season of the \(years) years before it."
        case .knownToHaveNoSeason:
            "The months are charted as they are, because this series is known to have no season."
        case .noSeason:
            "The months are charted as they are, because the months of the year differ by no more than chance would give."
        case .season:
            "The months are charted seasonally adjusted (STL), because the months of the year differ by more than chance "
                + "would give."
        case .tooShort(let months):
            "No month is marked yet: it can’t be told whether the series has a season. "
                + "\(Self.fewestMonths) months are needed. Known so far: \(months)."
        case .tooShortForLimits(let months):
            "No month is marked yet: limits are made of \(XmRChart.fewestForLimits) months and more. "
                + "Known so far: \(months)."
        case .tooManyMissing:
            "No month is marked: too many months are missing to tell a season from chance."
        case .tooFewEvents:
            "No month is marked yet: there are too few events a month for a chart, and too few years to compare with."
        }
    }
}
