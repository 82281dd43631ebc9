import DataRegister
import Storage

/// Every set there is to compare with, built in, entered and worked out.
public struct ComparatorDesk: Sendable {
    let store: ComparatorStore
    /// The partnership's own district, as its details name it.
    let home: String?
    let series: SeriesStore
    private let names: DistrictNameStore
    private let places: PlaceStore
    private let builtIn = EditionShelf<String, [ComparatorSet]>(most: 1)
    private let districts = EditionShelf<String, [String]>(most: 1)

    public init(_ database: Database, identities: Identities, home: String?) {
        store = ComparatorStore(database)
        series = SeriesStore(database, identities: identities)
        names = DistrictNameStore(database)
        places = PlaceStore(database, identities: identities)
        self.home = home
    }

    /// Those built in first, then by name.
    ///
    /// - Throws: `DatabaseFault`
    func sets() async throws -> [ComparatorSet] {
        try await builtInSets() + store.sets()
    }

    /// - Throws: `DatabaseFault`
    func set(_ address: String) async throws -> ComparatorSet? {
        try await sets().first { $0.address == address }
    }

    /// The set that rankings compare with; nil where none was chosen, or it is not there any more.
    ///
    /// - Throws: `DatabaseFault`
    func chosen() async throws -> ComparatorSet? {
        guard let address = try await store.choice()?.address else { return nil }
        return try await set(address)
    }

    /// Every district that something is counted in.
    ///
    /// - Throws: `DatabaseFault`
    func districtNames() async throws -> [String] {
        try await districts.value("", edition: series.edition()) { [names] in try await names.names() }
    }

    private func builtInSets() async throws -> [ComparatorSet] {
        let all = try await districtNames()
        return try await builtIn.value(home ?? "", edition: series.edition()) { [home, places, names] in
            var parents: [(place: Place, districts: [String])] = []
            if let home {
                for parent in try await places.parents(of: .district(home)) {
                    guard parent.level == .force || parent.level == .county else { continue }
                    parents.append((parent, try await names.names(in: parent)))
                }
            }
            let recorded =
                if let home { try await names.recorded(byForceOf: home) } else { nil as DistrictNameStore.Recorded? }
            return BuiltInComparators.sets(home: home, parents: parents, recorded: recorded, all: all)
        }
    }
}
