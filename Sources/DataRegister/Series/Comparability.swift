import DataFiles
import Wording

/// The guard before figures are set side by side: it says what may be compared, with which caution, and what may not, with
/// the reason in plain words.
public enum Comparability {
    /// What may be compared of two series.
    public struct Compared: Hashable, Sendable {
        /// The points known on both sides, place by place.
        public let earlier: [Int]
        public let later: [Int]
        /// What changed between them or in either, and does not forbid the comparison.
        public let breaks: [ComparabilityBreak]
        /// What must be said beside the comparison.
        public let cautions: [String]
    }

    /// Sets one series against an earlier one of the same thing.
    ///
    /// - Throws: ``ComparabilityRefusal``
    public static func comparing(
        _ later: CountSeries, with earlier: CountSeries
    ) throws(ComparabilityRefusal) -> Compared {
        guard Set(later.measures) == Set(earlier.measures) else {
            throw .differentMeasures(later.subject, earlier.subject)
        }
        guard let span = later.span, let before = earlier.span else { throw .nothingKnown }
        guard later.grain == earlier.grain, span.count == before.count else { throw .unequal(span, before) }
        try checkParts(later, earlier)
        guard span.hasSameSeason(as: before) else { throw .otherSeason(span, before) }
        try checkAreas(later, earlier)
        let (first, last) = span.from < before.from ? (span, before) : (before, span)
        let crossed = crossing(later, earlier, from: first, to: last)
        if let change = crossed.first(where: \.forbidsComparison) { throw .broken(span, before, change) }
        let pairs = zip(earlier.counts, later.counts).compactMap { before, after in
            before.flatMap { before in after.map { (before, $0) } }
        }
        guard !pairs.isEmpty else { throw .nothingKnown }
        let short = earlier.shortfalls
        var cautions = crossed.map(\.sentence) + short + later.shortfalls.filter { !short.contains($0) }
        if pairs.count < later.points.count {
            cautions.append(
                "The comparison is over the \(pairs.count) of \(later.points.count) \(later.grain.rawValue)s that are known "
                    + "on both sides. What is missing is left out, not counted as zero.")
        }
        return Compared(earlier: pairs.map(\.0), later: pairs.map(\.1), breaks: crossed, cautions: cautions)
    }

    /// What changed in recorded crime between two periods, or in either, of a type or of all crime together.
    ///
    /// - Parameters:
    ///   - type: nil for all crime.
    ///   - known: what the partnership knows of besides.
    public static func changes(
        in type: CrimeType?, between one: Period, and other: Period, besides known: [RecordingChange] = []
    ) -> [ComparabilityBreak] {
        let (first, last) = one.from < other.from ? (one, other) : (other, one)
        guard let whole = try? Period(from: first.from, to: last.to),
            let measure = MeasureAddress(
                in: .streetCrime, called: type.map { slugged($0.name) } ?? CrimeMeasures.allCrime)
        else { return [] }
        return KnownBreaks.breaks(of: [measure], at: .force, in: whole, and: known)
    }

    /// A part of a year is never set against the whole of another.
    private static func checkParts(_ series: CountSeries...) throws(ComparabilityRefusal) {
        for point in series.flatMap(\.points) {
            if let part = point.part { throw .partAgainstWhole(point.period, reason: part.reason) }
        }
    }

    private static func checkAreas(_ later: CountSeries, _ earlier: CountSeries) throws(ComparabilityRefusal) {
        let levels = Set((later.places + earlier.places).map(\.level))
        guard levels.count > 1 else { return }
        throw levels.allSatisfy(\.isLSOA) ? .vintages : .differentPlaces
    }

    /// The changes that lie between two series, or in either.
    public static func crossing(
        _ later: CountSeries, _ earlier: CountSeries, from first: Period, to last: Period
    ) -> [ComparabilityBreak] {
        let own = later.breaks + earlier.breaks
        guard let whole = try? Period(from: first.from, to: last.to) else { return own }
        let level = later.places.first?.level ?? .district
        let known = KnownBreaks.breaks(
            of: later.measures.map(\.address), at: level, in: whole,
            and: Set(later.changes + earlier.changes).sorted { $0.month < $1.month })
        let areas = [later, earlier].compactMap(\.areaChange).filter {
            !$0.isEven && AreaChange.divides([first, last])
        }.map(\.asBreak)
        return Set(own + known + areas).sorted { ($0.month, $0.sentence) < ($1.month, $1.sentence) }
    }
}

/// Why figures may not be set side by side.
public enum ComparabilityRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    case differentMeasures(String, String)
    case differentPlaces
    case vintages
    case nothingKnown
    case unequal(Period, Period)
    case otherSeason(Period, Period)
    case partAgainstWhole(Period, reason: String)
    case broken(Period, Period, ComparabilityBreak)
    case tooShortForTrend(Int, SeriesQuestion.Grain)
    case antiSocialBehaviourBetweenForces

    public var description: String {
        switch self {
        case .differentMeasures(let one, let other):
            "\(one) and \(other) are different things. Compare the same measure on both sides."
        case .differentPlaces: "The two are of places of different kinds. Compare districts with districts."
        case .vintages:
            "One side is of the small areas of the 2011 census, the other of those of 2021, which are drawn differently. "
                + "Compare whole districts instead."
        case .nothingKnown: "Nothing is known on both sides, so there is nothing to compare. Import the missing files."
        case .unequal(let period, let other): PeriodRefusal.unequal(period, other).description
        case .otherSeason(let period, let other):
            "\(period) and \(other) are not the same months of the year, so that a part of any change is the season’s. "
                + "Compare with the same months of another year."
        case .partAgainstWhole(let period, let reason):
            "\(period) is known in part: \(reason). A part of a period is never set against a whole one, or it looks like "
                + "a fall. Choose periods that are here from beginning to end."
        case .broken(let period, let other, let change):
            "\(period) and \(other) cannot be compared. \(change.sentence) Choose periods on one side of the change."
        case .tooShortForTrend(let count, let grain):
            "\(count.counted(grain.rawValue, "\(grain.rawValue)s")) on end make no trend: it takes 24 months, 8 quarters "
                + "or 5 years that are counted in one way. Show the figures without a trend."
        case .antiSocialBehaviourBetweenForces:
            "Forces record anti-social behaviour in different ways, so it is not compared between districts of different "
                + "forces. Compare districts of one force, or one district over time."
        }
    }
}
