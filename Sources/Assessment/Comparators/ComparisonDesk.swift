import DataFiles
import DataRegister
import Storage
import Wording

/// Where districts are set side by side: figures through the one door, populations beside them, and what was worked out of
/// late kept at hand while no newer data come in.
public struct ComparisonDesk: Sendable {
    let comparators: ComparatorDesk
    let sets: DataSetStore
    private let places: PlaceStore
    private let figures = EditionShelf<FigureKey, PlaceFigures>(most: 64)
    private let populations = EditionShelf<String, DistrictPopulations>(most: 1)
    private let years = EditionShelf<DataSetAddress, [Int]>(most: 16)
    private let made = EditionShelf<Key, Comparison>(most: 64)
    let madeYears = EditionShelf<Key, ComparedYears>(most: 16)

    private struct FigureKey: Hashable {
        let measure: MeasureAddress
        let period: Period
    }

    struct Key: Hashable {
        let set: ComparatorSet
        let measures: [MeasureAddress]
        let period: Period
        let own: String?
    }

    public init(_ database: Database, identities: Identities, home: String?) {
        comparators = ComparatorDesk(database, identities: identities, home: home)
        sets = DataSetStore(database)
        places = PlaceStore(database, identities: identities)
    }

    private var series: SeriesStore { comparators.series }

    /// - Parameter own: the district that stands out; nil is the partnership's own.
    /// - Throws: ``ComparisonRefusal``, `ComparabilityRefusal`, `SeriesRefusal`, `StatisticsRefusal`; `DatabaseFault`
    func comparison(
        with set: ComparatorSet, of measures: [MeasureAddress], over period: Period, for own: String? = nil
    ) async throws -> Comparison {
        let own = own ?? comparators.home
        let key = Key(set: set, measures: measures, period: period, own: own)
        return try await made.value(key, edition: series.edition()) { [self] in
            let all = try await figures(measures, over: period, for: own)
            var swings: Swings?
            if let own { swings = try await series.swings(of: measures, in: .district(own), upTo: period.to) }
            return try Comparison(
                set, all, over: period, among: try await people(), home: own, swings: swings)
        }
    }

    /// The rates and places of a comparison alone.
    func rates(
        with set: ComparatorSet, of measures: [MeasureAddress], over period: Period
    ) async throws -> Comparison {
        let own = comparators.home
        return try Comparison(
            set, try await figures(measures, over: period, for: own), over: period, among: try await people(),
            home: own, isJudged: false)
    }

    private func figures(
        _ measures: [MeasureAddress], over period: Period, for own: String?
    ) async throws -> [PlaceFigures] {
        // What may not be added up in one place may not be in many.
        _ = try SeriesQuestion(measures, in: [.district(own ?? "")], by: .month, over: period)
        var all: [PlaceFigures] = []
        for measure in measures { all.append(try await districts(measure, over: period)) }
        return all
    }

    /// Tells one state of the sets, and of the one that is chosen, from the next.
    ///
    /// - Throws: `DatabaseFault`
    public func edition() async throws -> String { try await comparators.store.edition() }

    /// One measure of every district.
    func districts(_ measure: MeasureAddress, over period: Period) async throws -> PlaceFigures {
        try await figures.value(FigureKey(measure: measure, period: period), edition: series.edition()) { [series] in
            try await series.figures(measure, at: .district, over: period)
        }
    }

    func people() async throws -> DistrictPopulations {
        try await populations.value("", edition: series.edition()) { [places] in try await places.districtPopulations()
        }
    }

    /// The whole years of a data set, newest first.
    func wholeYears(of set: DataSetAddress) async throws -> [Int] {
        try await years.value(set, edition: series.edition()) { [series] in try await series.wholeYears(of: set) }
    }

    /// That no year of a measure is here, in the words by which people know it.
    func noWholeYear(of measure: MeasureAddress) async throws -> ComparisonRefusal {
        let set = try await sets.dataSet(measure.dataSet)?.name
        let name = try await sets.measures(of: measure.dataSet).first { $0.address == measure }?.name
        guard let name, let set else { return .noWholeYear("‘\(measure)’, which is not known here") }
        return .noWholeYear("\(name), of \(set.begunSmall)")
    }

    /// All crime, of the data set that knows most of a set's districts in its last whole year.
    func usualMeasure(for set: ComparatorSet) async throws -> MeasureAddress {
        let members = Set(set.members.map(DistrictName.init))
        var best: (measure: MeasureAddress, known: Int, year: Int)?
        for data in [DataSetAddress.streetCrime, .districtYears] {
            guard let measure = MeasureAddress(in: data, called: CrimeMeasures.allCrime),
                let year = try await wholeYears(of: data).first
            else { continue }
            let rows = try await districts(measure, over: .calendarYear(year)).rows
            let known = rows.count { $0.number != nil && members.contains(DistrictName($0.place.name)) }
            if best.map({ ($0.known, $0.year) < (known, year) }) ?? true { best = (measure, known, year) }
        }
        if let best { return best.measure }
        guard let street = MeasureAddress(in: .streetCrime, called: CrimeMeasures.allCrime) else {
            throw ComparisonRefusal.nothingAsked
        }
        return street
    }
}
