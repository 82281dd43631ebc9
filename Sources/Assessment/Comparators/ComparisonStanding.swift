import DataFiles
import DataRegister
import Statistics
import Wording

/// How the own district stands beside the group that rankings compare with, as a score.
public struct ComparisonStanding: Sendable {
    public let comparison: Comparison
    /// Nil where the group is too small to tell who stands out.
    public let standing: Standing?
    /// Nil where no judgement can be made of more or less, and where the group is too small.
    public let score: Score?
    /// By which the comparison is opened: "rank street-crime/burglary district:thanet 2015-01..2015-12 among most-similar".
    public let address: FigureAddress
    /// What must be said beside it.
    public let notes: [String]
    /// What it rests on: the counts, the residents, and what a set that was worked out was worked out from.
    public let citation: Citation
}

extension ComparisonStanding {
    /// In words, each by itself, for a table.
    public struct InWords: Sendable {
        public let rate: String
        public let interval: String
        public let mean: String
        /// Where it stands among the others, as far as they differ among themselves.
        public let besideMean: String
        public let place: String
        public let couldBe: String
        /// "Burglary, 2015"
        public let what: String
        /// "2015"
        public let period: String
    }

    /// The same as numbers, for programs.
    public struct Numbers: Sendable {
        public let rate: Double
        public let lower: Double
        public let upper: Double
        public let mean: Double
        public let place: Int
        public let of: Int
        public let couldBe: ClosedRange<Int>?
    }

    /// Nil where a part of it is not known.
    public var numbers: Numbers? {
        guard let own = comparison.own, let rate = own.rate, let mean = comparison.mean, let rank = own.rank
        else { return nil }
        return Numbers(
            rate: rate.value, lower: rate.interval.lower, upper: rate.interval.upper, mean: mean, place: rank,
            of: comparison.known.count, couldBe: comparison.places)
    }

    /// Nil where a part of it is not known.
    public var inWords: InWords? {
        guard let own = comparison.own, let rate = own.rate, let mean = comparison.mean, let place = comparison.place
        else { return nil }
        let places = comparison.places.map {
            $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound) to \($0.upperBound)"
        }
        return InWords(
            rate: rate.told, interval: rate.interval.wording(places: 1),
            mean: mean.rounded(places: 1), besideMean: own.beside(comparison.polarity), place: place,
            couldBe: places ?? "–", what: "\(comparison.subject), \(comparison.period)",
            period: "\(comparison.period)")
    }
}

extension ComparisonDesk {
    /// How the set that is used for the ranking is cited; nil where none was chosen.
    ///
    /// - Throws: `DatabaseFault`
    public func citationOfChosen() async throws -> String? { try await chosen()?.citation }

    /// The set that is used for the ranking; nil where none was chosen.
    ///
    /// - Throws: `DatabaseFault`
    public func chosen() async throws -> ComparatorSet? { try await comparators.chosen() }

    /// How the own district stands on some measures over a period; nil where no set was chosen.
    ///
    /// Where the set's other districts are not in the files that the measures are of, the table of districts and years
    /// answers in their place, for the year in which most of the period's months lie, and that is said. It takes half a year at least:
    /// a quarter is not told by four.
    ///
    /// - Throws: ``ComparisonRefusal`` and the refusals that figures have; `DatabaseFault`
    public func standing(of measures: [MeasureAddress], over period: Period) async throws -> ComparisonStanding? {
        guard let set = try await comparators.chosen() else { return nil }
        guard comparators.home != nil else { throw ComparisonRefusal.noOwnDistrict }
        do {
            let found = try await comparison(with: set, of: measures, over: period)
            return try ComparisonStanding(found, from: try await inputs(of: set))
        } catch let refusal as ComparisonRefusal {
            guard refusal.isOfMissing, let instead = try await instead(measures, over: period) else {
                if case .noneCounted(let subject, let set, _) = refusal, try await isOfPartners(measures) {
                    throw ComparisonRefusal.countedHereAlone(subject, in: set)
                }
                let isUncounted = measures.contains { $0.name == CrimeMeasures.antiSocialBehaviour }
                throw isUncounted && refusal.isOfOthers
                    ? ComparisonRefusal.noAntiSocialBehaviour(in: set.name) : refusal
            }
            let other = try await comparison(with: set, of: instead.measures, over: instead.period)
            return try ComparisonStanding(other, from: try await inputs(of: set), notes: [instead.note])
        }
    }

    /// Whether a partner gave what is counted, which tells of the own district alone.
    private func isOfPartners(_ measures: [MeasureAddress]) async throws -> Bool {
        for measure in measures {
            guard let set = try await sets.dataSet(measure.dataSet), !set.isBuiltIn else { return false }
        }
        return true
    }

    /// What a set was worked out from; none of one that somebody entered.
    private func inputs(of set: ComparatorSet) async throws -> Citation? {
        guard let working = set.newest.details.working else { return nil }
        return try await comparators.series.releases(
            of: working.inputs.flatMap(\.releases), as: .deprivation, called: "What the set was worked out from")
    }

    /// The same measures of the table of districts and years, where it has them.
    private func instead(
        _ measures: [MeasureAddress], over period: Period
    ) async throws -> (measures: [MeasureAddress], period: Period, note: String)? {
        guard measures.allSatisfy({ $0.dataSet == .streetCrime }) else { return nil }
        let known = try await sets.measures(of: .districtYears).map(\.address)
        let same = measures.compactMap { measure in known.first { $0.name == measure.name } }
        let years = try await wholeYears(of: .districtYears).map(Period.calendarYear)
        // The newest comes first, and stands where two have as many.
        let shared = years.map { year in
            (year: year, months: year.months.count(where: (period.from...period.to).contains))
        }
        guard same.count == measures.count, let most = shared.map(\.months).max(), most >= 6,
            let year = shared.first(where: { $0.months == most })?.year
        else { return nil }
        let when =
            year == period
            ? ""
            : " That tells whole years: the rates are of \(year), which has \(most) of the \(period.count) months from \(period)."
        return (
            same, year,
            "The street-level crime of the group’s other districts is not here, so it is told by the table of districts and "
                + "years.\(when)"
        )
    }
}

extension ComparisonRefusal {
    /// Whether it is the others that are not known, and not the own district.
    fileprivate var isOfOthers: Bool {
        switch self {
        case .tooFewKnown, .noOthers: true
        default: false
        }
    }

    /// Whether another data set might answer.
    fileprivate var isOfMissing: Bool {
        switch self {
        case .tooFewKnown, .noneCounted, .noRateOfOwn, .noOthers: true
        default: false
        }
    }
}

extension ComparisonStanding {
    /// - Throws: ``ComparisonRefusal`` where the own rate or the group's mean is not known.
    fileprivate init(_ comparison: Comparison, from inputs: Citation?, notes: [String] = []) throws {
        guard let own = comparison.own else { throw ComparisonRefusal.noOwnDistrict }
        guard own.rate != nil else {
            throw comparison.noRateOfOwn
        }
        let known = comparison.known.count
        // The mean of a few is not the group's.
        guard comparison.mean != nil, known * 2 >= comparison.members.count else {
            throw ComparisonRefusal.tooFewKnown(
                known, of: comparison.members.count, in: comparison.set.name, comparison.period)
        }
        self.comparison = comparison
        citation = comparison.citation.standing(on: [comparison.populations] + [inputs].compactMap(\.self))
        standing = own.position.map(Standing.init)
        score = standing?.score(comparison.polarity.ofStanding)
        address = FigureAddress(
            .rank, of: comparison.measures.map(\.address), in: PlaceAddress(.district(own.name)),
            over: comparison.period, among: comparison.set.address)
        self.notes =
            notes
            + ["Compared with: \(comparison.set.citation)."]
            + comparison.notes
            + ["Residents: \(own.people.map { "\($0.people.grouped) (\($0.basis))" } ?? "not known")."]
    }
}
