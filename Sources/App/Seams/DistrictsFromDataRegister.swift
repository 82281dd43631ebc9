import DataRegister
import Partnership
import Storage

/// Which districts the data are about, for whoever says which of them the partnership serves.
struct DistrictsFromDataRegister: DistrictDesk {
    private let store: DistrictStore

    init(_ database: Database, identities: Identities) {
        store = DistrictStore(database, places: PlaceStore(database, identities: identities))
    }

    func districts() async throws -> [String] {
        try await store.districts().map(\.name)
    }
}
