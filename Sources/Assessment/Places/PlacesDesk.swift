import DataFiles
import DataRegister
import Membership
import Storage
import Wording

/// Where the own district's places are looked at, and kept at hand while no newer data come in.
public struct PlacesDesk: Sendable {
    let home: String?
    private let districts: DistrictStore
    private let series: SeriesStore
    private let finder: PlaceAddressStore
    private let partners: PartnersCountDesk?
    private let shelf = EditionShelf<Key, PlacesOverview?>(most: 8)
    private let clusters = EditionShelf<ClusterKey, ClusterYears?>(most: 16)

    private struct Key: Hashable {
        let district: String
        let period: Period?
    }

    private struct ClusterKey: Hashable {
        let district: String
        let period: Period
        let type: CrimeType?
        let isRate: Bool
    }

    /// - Parameters:
    ///   - home: the partnership's own district.
    ///   - figures: where partners' numbers are told; nil tells none.
    public init(_ database: Database, identities: Identities, home: String?, figures: FigureDesk? = nil) {
        partners = figures.map { PartnersCountDesk(sets: DataSetStore(database), figures: $0) }
        self.home = home
        districts = DistrictStore(database, places: PlaceStore(database, identities: identities))
        series = SeriesStore(database, identities: identities)
        finder = PlaceAddressStore(database)
    }

    /// - Parameter period: whole years or a part of one, and nil for the months that are looked at where nobody chose any.
    /// - Returns: nil where nothing is known of the district.
    /// - Throws: `DatabaseFault`
    func overview(of district: String, over period: Period? = nil) async throws -> PlacesOverview? {
        try await shelf.value(Key(district: district, period: period), edition: series.edition()) {
            [districts, series] in
            // Of a year of which a month is missing neither the half of it nor a rate could be told. The months are its own
            // force's: a neighbour's may be further on.
            let here = try await series.months(of: district)
            guard let usual = UsualMonths(of: here)?.period else { return nil }
            let years =
                period.map(Self.years(over:))
                ?? (usual.count == 12 ? Self.years(to: usual.to) : Self.years(over: usual))
            let data = try await districts.data(of: district, over: years.reversed(), points: true)
            guard !data.areas.isEmpty else { return nil }
            let codes = data.areas.map(\.code)
            return PlacesOverview(
                data, years: years, wards: try await districts.places.wards(of: codes),
                boundaries: try await districts.places.boundaries(of: codes))
        }
    }

    /// A ward or a small area by its address, with everything about it; nil where nothing is known of it.
    ///
    /// - Throws: ``AssessmentRefusal/changed(_:)`` where it is there no more, or was not yet; `DatabaseFault`
    func place(_ address: PlaceAddress, over period: Period? = nil) async throws -> (PlaceAssessment, PlacesOverview)? {
        guard address.level == .ward || address.level.isLSOA, let place = try await finder.place(address) else {
            return nil
        }
        let areas = try await districts.places.areas(in: place)
        guard let district = areas.first?.district, let overview = try await overview(of: district, over: period)
        else { return nil }
        let codes = Set(areas.map(\.code))
        var names: [MapPoint: String] = [:]
        if place.level == .ward {
            let points = overview.data.points.filter { codes.contains($0.area) }
            names = try await districts.places.names(
                of: Set(points.map { MapPoint(longitude: $0.longitude, latitude: $0.latitude) }))
        }
        do {
            return (try PlaceAssessment(place, of: codes, in: overview, named: names), overview)
        } catch .changed(let sentence) {
            throw AssessmentRefusal.changed(sentence)
        } catch {
            // A refusal: nothing was counted in it in these months.
            return nil
        }
    }

    /// Where what is asked about gathers, year by year.
    ///
    /// - Returns: nil where it cannot be told.
    /// - Throws: `DatabaseFault`
    func clusters(in overview: PlacesOverview, _ question: PlacesQuestion) async throws -> ClusterYears? {
        let key = ClusterKey(
            district: overview.data.district, period: overview.period, type: question.type, isRate: question.isRate)
        return try await clusters.value(key, edition: series.edition()) {
            // What is drawn twice, or has one number everywhere, has no clusters to find.
            try? ClusterYears(
                overview.data, of: question.type, byRate: question.isRate, over: Self.yearly(overview.years),
                boundaries: overview.boundaries)
        }
    }

    /// What is known of a place besides its recorded crime.
    ///
    /// - Parameter mentions: where it is asked who speaks of it.
    /// - Throws: `DatabaseFault`
    func gathered(
        of place: PlaceAssessment, in overview: PlacesOverview, for member: Member, from mentions: any PlaceMentionDesk
    ) async throws -> PlaceGathered {
        let period = place.assessment.period
        let isWard = place.place.level == .ward
        let whole = try? DistrictAssessment(overview.data, period: period)
        return PlaceGathered(
            standing: isWard
                ? PlaceStanding(of: place.place, among: overview.wards, district: whole?.crime.rate) : nil,
            deprivation: try await deprivation(of: place.place),
            partners: try await partners?.counts(
                in: place.place, over: period, against: place.assessment.comparison ?? period.usualComparison),
            mentions: try await mentions.mentions(of: place.place, for: member),
            residents: place.assessment.crime.population.map { "\($0.people.grouped), \($0.basis)" })
    }

    /// The newest index that tells of its small areas.
    private func deprivation(of place: Place) async throws -> PlaceDeprivation? {
        guard let tenth = MeasureAddress(in: .deprivation, called: "decile") else { return nil }
        for level in [Place.Level.lsoa2021, .lsoa2011] {
            guard let year = try await series.wholeYears(of: .deprivation, at: level).first else { continue }
            do {
                let figures = try await series.figures(tenth, at: level, in: place, over: .calendarYear(year))
                if let found = PlaceDeprivation(figures) { return found }
            } catch is SeriesRefusal {
                continue
            }
        }
        return nil
    }

    /// The same in stretches of twelve months, newest first.
    static func yearly(_ periods: [Period]) -> [Period] {
        periods.flatMap { period in
            stride(from: period.count - 12, through: 0, by: -12).map { period.part($0...($0 + 11)) }
        }
    }

    /// Some whole years, and twice as many before them, newest first, as far as small areas are those of one census; of a part of
    /// a year the same months of the two years before.
    static func years(over period: Period) -> [Period] {
        let change = LSOAVintage.firstMonthOf2021
        let all =
            period.count < 12
            ? [period, period.yearBefore, period.yearBefore.yearBefore] : [period, period.before, period.before.before]
        return period.to < change ? all : all.filter { $0 == period || change <= $0.from }
    }

    /// The twelve months to a month, and the two years before, newest first, as far as small areas are those of one census. Where the
    /// last twelve have the change within them, they are those before it.
    static func years(to last: Month) -> [Period] {
        let change = LSOAVintage.firstMonthOf2021
        guard let newest = try? Period(from: last.advanced(by: -11), to: last) else { return [] }
        let all = [newest, newest.yearBefore, newest.yearBefore.yearBefore]
        if last < change { return all }
        let after = all.filter { change <= $0.from }
        return after.isEmpty ? years(to: change.advanced(by: -1)) : after
    }
}
