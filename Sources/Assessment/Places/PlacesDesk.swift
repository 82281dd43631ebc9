import DataFiles
import DataRegister
import Storage

/// Where the own district's places are looked at, and kept at hand while no newer data come in.
public struct PlacesDesk: Sendable {
    let home: String?
    private let districts: DistrictStore
    private let series: SeriesStore
    private let finder: PlaceAddressStore
    private let shelf = EditionShelf<String, PlacesOverview?>(most: 4)

    /// - Parameter home: the partnership's own district.
    public init(_ database: Database, identities: Identities, home: String?) {
        self.home = home
        districts = DistrictStore(database, places: PlaceStore(database, identities: identities))
        series = SeriesStore(database, identities: identities)
        finder = PlaceAddressStore(database)
    }

    /// - Returns: nil where nothing is known of the district.
    /// - Throws: `DatabaseFault`
    func overview(of district: String) async throws -> PlacesOverview? {
        try await shelf.value(district, edition: series.edition()) { [districts] in
            // Its own force's: a neighbour's may be further on.
            guard let last = try await districts.lastMonth(of: district) else { return nil }
            let years = Self.years(to: last)
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
    func place(_ address: PlaceAddress) async throws -> (PlaceAssessment, PlacesOverview)? {
        guard address.level == .ward || address.level.isLSOA, let place = try await finder.place(address) else {
            return nil
        }
        let areas = try await districts.places.areas(in: place)
        guard let district = areas.first?.district, let overview = try await overview(of: district) else { return nil }
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
