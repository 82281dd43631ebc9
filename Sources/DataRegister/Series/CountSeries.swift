import DataFiles
import Storage
import Wording

/// Counts of one thing in one place, stretch after stretch: the answer to a ``SeriesQuestion``.
public struct CountSeries: Hashable, Sendable {
    /// One number of the series.
    public struct Point: Hashable, Sendable {
        public let period: Period
        /// Nil where the period is not covered from its first month to its last: missing, never zero.
        public let count: Int?
        /// What is known of a period that is covered in part.
        public let part: Part?

        public init(_ period: Period, count: Int?, part: Part? = nil) {
            self.period = period
            self.count = count
            self.part = part
        }
    }

    /// A count of a part of a period. It is never set against a whole one.
    public struct Part: Hashable, Sendable {
        public let count: Int
        /// Which part, or why it is only one: "2 of its 12 months are here".
        public let reason: String
        /// Whether all of the period is there but for rows that lack a place, a time, a category or a number, or places without a row.
        public let isAtLeast: Bool
        /// What would make it a whole one.
        public let remedy: String

        public init(
            count: Int, reason: String, isAtLeast: Bool = false,
            remedy: String = "Import the missing files, or choose other months."
        ) {
            self.count = count
            self.reason = reason
            self.isAtLeast = isAtLeast
            self.remedy = remedy
        }
    }

    public let measures: [Measure]
    public let places: [Place]
    public let grain: SeriesQuestion.Grain
    public let points: [Point]
    /// Changes in what is counted, or where, that begin after the first month of the series.
    public let breaks: [ComparabilityBreak]
    /// The changes that the partnership knows of in what it counts, whenever they were.
    public let changes: [RecordingChange]
    public let citation: Citation
    /// Which of its counts, and sums of them, are not told.
    public let smallCounts: SmallCounts
    /// What of the place's small areas ended or began with the census of 2021; nil where nothing did.
    public let areaChange: AreaChange?
    /// What is known to be left out of its counts.
    public let shortfalls: [String]
    /// Why nothing is known of the places, whatever the period; nil where missing periods are only not here.
    public let nothingKnown: NothingKnown?

    public init(
        measures: [Measure], places: [Place], grain: SeriesQuestion.Grain, points: [Point],
        breaks: [ComparabilityBreak], changes: [RecordingChange] = [], citation: Citation,
        smallCounts: SmallCounts = .none, areaChange: AreaChange? = nil, shortfalls: [String] = [],
        nothingKnown: NothingKnown? = nil
    ) {
        self.nothingKnown = nothingKnown
        self.changes = changes
        self.measures = measures
        self.places = places
        self.grain = grain
        self.points = points
        self.breaks = breaks
        self.citation = citation
        self.smallCounts = smallCounts
        self.areaChange = areaChange
        self.shortfalls = shortfalls
    }

    public var counts: [Int?] { points.map(\.count) }

    /// The sum over the periods that are known.
    public var total: Int { counts.reduce(0) { $0 + ($1 ?? 0) } }

    public var isWhole: Bool { counts.allSatisfy { $0 != nil } }

    public var missing: [Period] { points.filter { $0.count == nil }.map(\.period) }

    public var span: Period? {
        guard let first = points.first?.period.from, let last = points.last?.period.to else { return nil }
        return try? Period(from: first, to: last)
    }

    /// "Burglary", "Burglary and Robbery".
    public var subject: String { measures.map(\.name).inWords }

    public var unit: String { measures.first?.unit ?? "" }

    /// None where the measures do not agree.
    public var polarity: Measure.Polarity {
        let all = Set(measures.map(\.polarity))
        return all.count == 1 ? all.first ?? .noJudgement : .noJudgement
    }

    /// The same by the month, for what works on months; nil where it is counted in longer stretches.
    public var monthly: MonthlySeries? {
        guard grain == .month, let span else { return nil }
        return MonthlySeries(period: span, counts: counts)
    }

    /// Some of its points on end.
    func part(_ places: ClosedRange<Int>) -> CountSeries {
        let points = Array(self.points[places])
        return CountSeries(
            measures: measures, places: self.places, grain: grain, points: points,
            breaks: breaks.filter { change in
                points.first.map { $0.period.from < change.month } ?? false
                    && points.last.map { change.month <= $0.period.to } ?? false
            },
            changes: changes, citation: citation, smallCounts: smallCounts, areaChange: areaChange,
            shortfalls: shortfalls, nothingKnown: nothingKnown)
    }
}
