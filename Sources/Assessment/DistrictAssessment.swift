import DataFiles
import DataRegister
import Statistics

/// The first assessment of one district over a period, and, where there is one, against another.
public struct DistrictAssessment: Sendable {
    public let district: String
    public let period: Period
    /// Nil also where nothing at all is known of the months asked for: `gaps` says so then.
    public let comparison: Period?
    /// The months it was to be compared with, of which nothing is known.
    public let uncompared: Period?
    /// Every crime; anti-social behaviour is never added to it.
    public let crime: Finding
    public let antiSocialBehaviour: Finding
    /// Types of crime, those with most first.
    public let types: [Finding]
    /// The small areas with most crime, worst first.
    public let places: [PlaceFinding]
    public let gaps: [DataGap]
    /// What a careful reader should know before any figure, as plain sentences.
    public let cautions: [String]
    public let sources: [Source]
    public let isGenerated: Bool
    public let force: String?

    /// - Throws: ``AssessmentRefusal`` where the files have nothing of the district in the period, or the periods
    ///   cannot be compared.
    public init(_ data: DistrictData, period: Period, comparedWith comparison: Period? = nil) throws(AssessmentRefusal)
    {
        guard !data.areas.isEmpty else { throw .unknownDistrict(data.district, known: []) }
        if let areas = data.strays { throw .onlyStrays(data.district, areas: areas) }
        guard period.months.contains(where: data.covered.contains) else {
            if let change = data.change, change.hasEnded || change.hasBegun { throw .changed(change.sentence) }
            throw .nothingKnown(data.district, period, covered: data.covered.sorted())
        }
        if let comparison, comparison.count != period.count {
            throw .period(.unequal(period, comparison))
        }
        let isKnown = comparison?.months.contains(where: data.covered.contains) ?? false
        let asked = [comparison, period].compactMap(\.self)
        uncompared = isKnown ? nil : comparison
        // Beside a year of which nothing is known a table would read as if there had been none.
        let comparison = isKnown ? comparison : nil
        let periods = [comparison, period].compactMap(\.self)
        let findings = Findings(data, period: period, comparison: comparison)
        let crimeTypes = data.types(over: periods).filter { !$0.isAntiSocialBehaviour }
        crime = findings.make("All crime", of: crimeTypes, whole: nil)
        antiSocialBehaviour = findings.make(
            CrimeType.antiSocialBehaviour.name, of: [.antiSocialBehaviour], whole: nil)
        let all = crime.count
        self.types = crimeTypes.map { findings.make($0.name, of: [$0], whole: all) }
            .sorted { ($1.count, $0.subject) < ($0.count, $1.subject) }
        // An area that ended before the period, or began after it, is not one with none.
        places = PlaceFinding.worst(in: data, over: period)
        gaps = DataGap.find(in: data, periods: asked)
        // Within one period they part a chart, and a total spans them.
        let other = comparison ?? period
        let changes =
            Comparability.changes(in: nil, between: period, and: other)
            + data.changes(in: crimeTypes, between: period, and: other)
        cautions =
            [data.strayCaution, Self.areas(data, asked), Self.season(comparison, period)].compactMap(\.self)
            + changes.map(\.sentence)
        district = data.district
        self.period = period
        self.comparison = comparison
        sources = data.sources
        isGenerated = data.isGenerated
        force = data.force
    }

    /// What became of its small areas, where that touches what is told.
    private static func areas(_ data: DistrictData, _ asked: [Period]) -> String? {
        guard let change = data.change,
            AreaChange.divides(asked) || asked.contains(where: change.isShort) || change.hasEnded || change.hasBegun
        else { return nil }
        return change.sentence
    }

    private static func season(_ comparison: Period?, _ period: Period) -> String? {
        guard let comparison, !comparison.hasSameSeason(as: period) else { return nil }
        return "The seasons differ: \(ComparabilityRefusal.otherSeason(period, comparison))"
    }

    /// All findings that stand with a series, in the order they are read.
    public var findings: [Finding] { [crime, antiSocialBehaviour] + types }

    /// The types of which a change can be told and judged, whichever way it went.
    public var compared: [Finding] { types.filter { $0.change.map { $0.verdict != .unjudged } ?? false } }

    /// Those of which it is told and not judged, since the two periods were not gathered alike.
    public var unjudged: [Finding] { types.filter { $0.change?.verdict == .unjudged } }

    /// The types whose change is more than chance.
    public var changed: [Finding] {
        types.filter { [.rise, .fall].contains($0.change?.verdict) }
    }
}

extension DistrictData {
    /// What the partnership knows to have changed in how all crime or one of these types is recorded.
    fileprivate func changes(
        in types: [CrimeType], between period: Period, and comparison: Period
    ) -> [ComparabilityBreak] {
        guard !changes.isEmpty else { return [] }
        let everybodys = Set(
            (types + [nil]).flatMap { Comparability.changes(in: $0, between: period, and: comparison) })
        let all = (types + [nil]).flatMap {
            Comparability.changes(in: $0, between: period, and: comparison, besides: changes)
        }
        return Set(all).subtracting(everybodys).sorted { ($0.month, $0.sentence) < ($1.month, $1.sentence) }
    }
}

/// Makes findings from one district's data over the same two periods.
private struct Findings {
    let data: DistrictData
    let period: Period
    let comparison: Period?
    let population: PopulationUsed?

    init(_ data: DistrictData, period: Period, comparison: Period?) {
        self.data = data
        self.period = period
        self.comparison = comparison
        population = data.population.people(
            inDistrict: data.district, grounds: data.grounds, during: period)
    }

    /// Why nothing is set against the other period; nil where it may be.
    private func refusal(_ types: [CrimeType]) -> String? {
        guard let comparison else { return nil }
        if !comparison.hasSameSeason(as: period) {
            return "No change is told. \(ComparabilityRefusal.otherSeason(period, comparison))"
        }
        var changes = Comparability.changes(in: types.count == 1 ? types.first : nil, between: period, and: comparison)
        if let areas = data.change, !areas.isEven, AreaChange.divides([comparison, period]) {
            changes.append(areas.asBreak)
        }
        return changes.first(where: \.forbidsComparison).map { "The two cannot be compared. \($0.sentence)" }
    }

    func make(_ subject: String, of types: [CrimeType], whole: Int?) -> Finding {
        Finding(
            subject, current: data.series(types, over: period),
            earlier: comparison.map { data.series(types, over: $0) },
            population: population, of: whole, refused: refusal(types),
            breaks: Comparability.changes(
                in: types.count == 1 ? types.first : nil, between: period, and: comparison ?? period,
                besides: data.changes))
    }
}
