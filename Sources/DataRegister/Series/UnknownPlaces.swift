import Storage

/// Of which places nothing is known, although rows lie in them: worked out once for each state of the records.
struct UnknownPlaces: Sendable {
    let database: Database
    private let releases: ReleaseStore
    private let strays = EditionShelf<String, [DistrictName: NothingKnown]>(most: 1)
    private let reaches = EditionShelf<DataSetAddress, SetReach>(most: 64)

    init(_ database: Database, releases: ReleaseStore) {
        (self.database, self.releases) = (database, releases)
    }

    /// The districts of which a neighbour's rows alone are here.
    ///
    /// - Throws: `DatabaseFault`
    func strayDistricts() async throws -> [DistrictName: NothingKnown] {
        try await strays.value("", edition: try await releases.edition()) { [database] in
            try await database.read { try $0.strayDistricts() }
        }
    }

    /// Which districts the files of a set tell of.
    ///
    /// - Throws: `DatabaseFault`
    func reach(of set: DataSet) async throws -> SetReach {
        try await reaches.value(set.address, edition: try await releases.edition()) { [database] in
            try await database.read { try $0.reach(of: set) }
        }
    }

    /// Why nothing is known of some places in a set; nil where its periods tell what is.
    ///
    /// - Throws: `DatabaseFault`
    func reason(of places: [Place], in set: DataSet) async throws -> NothingKnown? {
        switch set.kind {
        case .streetCrime:
            let strays = try await strayDistricts()
            guard !strays.isEmpty else { return nil }
            for place in places where place.level != .force && place.level != .country {
                let districts = try await database.read { try $0.policeDistrictsTouching(place) }
                if let found = districts.sorted().compactMap({ strays[DistrictName($0)] }).first { return found }
            }
            return nil
        case .mapped where set.absentRows == .none:
            let reach = try await reach(of: set)
            for place in places {
                if let found = try await reason(of: place, in: set, reaching: reach) { return found }
            }
            return nil
        default: return nil
        }
    }

    private func reason(of place: Place, in set: DataSet, reaching reach: SetReach) async throws -> NothingKnown? {
        // Where nothing says in which districts its rows lie, as with first halves of postcodes, it tells of those it has.
        let districts = reach.told.isEmpty ? [] : try await database.read { try $0.districts(of: place) }
        guard !districts.isEmpty else {
            let keys = try await database.read { try $0.keys(of: place) }
            guard keys.allSatisfy({ !reach.keys.contains($0) }), !reach.keys.isEmpty else { return nil }
            return NothingKnown(set: set.name, tellsOf: reach.told, notOf: [place.name])
        }
        let missing = reach.missing(of: districts)
        return missing.isEmpty ? nil : NothingKnown(set: set.name, tellsOf: reach.told, notOf: missing)
    }
}
