import Assessment
import DataRegister
import StrategicAssessment

/// What the strategic assessment's focus wards are told of the data.
struct FollowingFromAssessment: FollowingDesk {
    private let desk: FollowedPlacesDesk
    /// A page asks for its pictures one by one.
    private let shelf = EditionShelf<Key, Following?>(most: 16)

    private struct Key: Hashable {
        let places: [String]
        let period: Period
    }

    init(_ desk: FollowedPlacesDesk) {
        self.desk = desk
    }

    func followable() async throws -> [FollowablePlace] {
        try await desk.places().map { FollowablePlace("\(PlaceAddress($0))", named: $0.name) }
    }

    func following(_ places: [String], over period: Period) async throws -> Following? {
        try await shelf.value(Key(places: places, period: period), edition: try await desk.edition()) { [desk] in
            try await desk.told(of: places.compactMap(PlaceAddress.init), since: period).map(Following.init)
        }
    }
}

extension Following {
    fileprivate init(_ told: FollowedPlacesDesk.Told) {
        self.init(
            period: told.period, district: told.district, summary: told.summary.map { Exhibit($0) },
            places: told.places.map { place in
                let address = PlaceAddress(place.place)
                return OfPlace(
                    address: "\(address)", name: place.place.name, page: place.page, sentence: place.sentence,
                    rate: place.rate, types: place.types, signals: place.signals,
                    exhibits: place.exhibits.map { Exhibit($0) })
            }, cautions: told.cautions)
    }
}
