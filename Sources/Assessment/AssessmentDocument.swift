import DataFiles
import DataRegister
import Statistics

/// An assessment as JSON, for programs: `assess --json` and `assessment.json`. Names are never taken away, only added.
public struct AssessmentDocument: Encodable, Sendable {
    struct MonthCount: Encodable {
        let month: Month
        /// Null where the month's file is missing.
        let count: Int?

        private enum CodingKeys: CodingKey { case month, count }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(month, forKey: .month)
            try container.encode(count, forKey: .count)
        }
    }

    struct Bounds: Encodable {
        let lower: Double
        let upper: Double
        let confidence: Double

        init?(_ interval: Interval?) {
            guard let interval, interval.lower.isFinite, interval.upper.isFinite else { return nil }
            (lower, upper, confidence) = (interval.lower, interval.upper, interval.confidence)
        }
    }

    struct RateOut: Encodable {
        let per: Int
        let value: Double
        let interval: Bounds?
        let people: Int
        let basis: String
    }

    struct ChangeOut: Encodable {
        let before: Int
        let after: Int
        let percent: Double?
        let percentInterval: Bounds?
        let ratio: Double?
        let ratioInterval: Bounds?
        let dispersion: Double?
        let verdict: String
        let sentence: String
    }

    struct Series: Encodable {
        let type: String
        let total: Int
        let months: [MonthCount]
        let comparison: [MonthCount]?
        let rate: RateOut?
        let share: Double?
        let change: ChangeOut?
        let notes: [String]
    }

    struct Place: Encodable {
        let code: String
        let name: String
        let crimes: Int
        let antiSocialBehaviour: Int
        let rate: RateOut?
        /// Where boundaries were given.
        let hotSpot: HotSpot?
    }

    /// Gi* of the area among those of the district, by the number of crimes.
    struct HotSpot: Encodable {
        let z: Double?
        /// Two-sided, from the normal distribution.
        let probability: Double?
        let permutations: Int
        /// One-sided, from the permutations.
        let permutationProbability: Double?
        /// "much crime", "little crime" or "none": what is believed, all areas tested at once (false discovery rate 5 %).
        let cluster: String
    }

    struct SourceOut: Encodable {
        let title: String
        let publisher: String
        let licence: String
        let sha256: [String]
    }

    struct Span: Encodable {
        let from: Month
        let to: Month
    }

    let district: String
    let force: String?
    let from: Month
    let to: Month
    let compared: Span?
    let rows: RowsOut?
    let generated: Bool
    let missing: [Month]
    /// What a careful reader should know before any figure.
    let cautions: [String]
    /// Every type of crime, then anti-social behaviour; no total among them, so that they add up to all rows.
    let series: [Series]
    let allCrime: Series
    let places: [Place]
    let sources: [SourceOut]

    /// - Parameter rows: what became of every row of the files that were read; nil for an assessment from records.
    public init(_ assessment: DistrictAssessment, rows: RowTally? = nil) {
        self.init(assessment, rows: rows, clusters: nil)
    }

    /// - Parameters:
    ///   - clusters: where crimes lie together, if boundaries tell.
    ///   - more: what else a careful reader should know.
    init(_ assessment: DistrictAssessment, rows: RowTally?, clusters: AreaClusters?, more: [String] = []) {
        district = assessment.district
        force = assessment.force
        from = assessment.period.from
        to = assessment.period.to
        compared = assessment.comparison.map { Span(from: $0.from, to: $0.to) }
        self.rows = rows.map(RowsOut.init)
        generated = assessment.isGenerated
        missing = assessment.gaps.flatMap(\.months)
        cautions = assessment.cautions + more
        series = (assessment.types + [assessment.antiSocialBehaviour]).map(Series.init)
        allCrime = Series(assessment.crime)
        places = assessment.places.map {
            Place(
                code: $0.code, name: $0.name, crimes: $0.crimes, antiSocialBehaviour: $0.incidents,
                rate: RateOut($0.rate, $0.population), hotSpot: clusters?.areas[$0.code].map(HotSpot.init))
        }
        sources = assessment.sources.map {
            SourceOut(title: $0.title, publisher: $0.publisher, licence: $0.licence, sha256: $0.checksums)
        }
    }
}

extension AssessmentDocument.HotSpot {
    init(_ area: AreaClusters.Area) {
        self.init(
            z: area.z, probability: area.probability, permutations: AreaClusters.permutations,
            permutationProbability: area.permuted, cluster: area.cluster.rawValue)
    }
}

extension AssessmentDocument.Series {
    init(_ finding: Finding) {
        type = finding.subject
        total = finding.count
        months = Self.months(finding.current)
        comparison = finding.earlier.map(Self.months)
        rate = AssessmentDocument.RateOut(finding.rate, finding.population)
        share = finding.share?.value
        change = finding.change.map { AssessmentDocument.ChangeOut($0, sentence: finding.sentence) }
        notes = finding.notes
    }

    private static func months(_ series: MonthlySeries) -> [AssessmentDocument.MonthCount] {
        zip(series.period.months, series.counts).map { AssessmentDocument.MonthCount(month: $0, count: $1) }
    }
}

extension AssessmentDocument.RateOut {
    init?(_ rate: Rate?, _ population: PopulationUsed?) {
        guard let rate, let population else { return nil }
        self.init(
            per: 1000, value: rate.value, interval: AssessmentDocument.Bounds(rate.interval),
            people: population.people, basis: population.basis)
    }
}

extension AssessmentDocument.ChangeOut {
    init(_ change: Change, sentence: String) {
        before = change.before
        after = change.after
        percent = change.percent
        percentInterval = AssessmentDocument.Bounds(change.percentInterval)
        ratio = change.ratio.flatMap { $0.isFinite ? $0 : nil }
        ratioInterval = AssessmentDocument.Bounds(change.interval)
        dispersion = change.dispersion
        verdict = change.verdict.name
        self.sentence = sentence
    }
}
