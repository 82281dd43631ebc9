import DataFiles
import Geography
import Storage

/// What figures stand on besides what was counted: the estimates of who lives in a place, and the lookups that say what lies in
/// it.
extension PlaceStore {
    /// The files of an estimate as it was used of a place: its own, or those of its small areas.
    ///
    /// - Throws: `DatabaseFault`
    public func source(of used: PopulationUsed, in place: Place) async throws -> Citation {
        let (code, year, basis) = (used.estimate.placeCode, used.estimate.year, used.estimate.basis.rawValue)
        return try await database.read { db in
            func found(_ condition: SQL) throws -> [ID<Release>] {
                try db.rows(
                    """
                    SELECT DISTINCT data_release FROM population
                    WHERE partnership = \(db.partnership) AND year = \(year) AND basis = \(basis) AND (\(condition))
                    """
                ).map { try $0("data_release") }
            }
            let own = try found("place = \(code)")
            let releases =
                try own.isEmpty ? found("district = \(code) OR place IN (\(db.policeAreas(in: place)))") : own
            return Citation(.population, name: "Population", releases: try db.releases(Set(releases)))
        }
    }

    /// The lookups that place some small areas in their wards.
    ///
    /// - Throws: `DatabaseFault`
    public func lookups(placing codes: Set<String>) async throws -> Citation {
        try await database.read { db in
            let releases: [ID<Release>] = try db.rows(
                """
                SELECT DISTINCT data_release FROM place_link
                WHERE partnership = \(db.partnership) AND child IN \(codes.sorted())
                    AND parent_level = \(PlaceLevel.ward.rawValue)
                """
            ).map { try $0("data_release") }
            return Citation(.lookups, name: "Lookups", releases: try db.releases(Set(releases)))
        }
    }
}

extension SeriesStore {
    /// The lookups that say what lies in some wards, partnerships or counties: of no other place do they say what it is made of.
    ///
    /// - Throws: `DatabaseFault`
    func makingUp(_ places: [Place]) async throws -> Citation {
        let made = places.filter { [.ward, .partnership, .county].contains($0.level) }
        return try await database.read { db in
            let codes = try made.flatMap { try db.codes(of: $0) }
            let releases: [ID<Release>] = try db.rows(
                "SELECT DISTINCT data_release FROM place_link WHERE partnership = \(db.partnership) AND parent IN \(codes)"
            ).map { try $0("data_release") }
            return Citation(.lookups, name: "Lookups", releases: try db.releases(Set(releases)))
        }
    }

    /// The newest releases of some files, by their fingerprints: of what was worked out from them and keeps those.
    ///
    /// - Throws: `DatabaseFault`
    public func releases(of files: [String], as set: DataSetAddress, called name: String) async throws -> Citation {
        try await database.read { db in
            var newest: [String: ID<Release>] = [:]
            for row in try db.rows(
                """
                SELECT id, sha256 FROM data_release WHERE partnership = \(db.partnership) AND sha256 IN \(files)
                ORDER BY received_at, id
                """)
            {
                newest[try row("sha256")] = try row("id")
            }
            return Citation(set, name: name, releases: try db.releases(Set(newest.values)))
        }
    }
}

/// What puts the rows of a partner's file into small areas: the boundaries that coordinates lie in, or the table of postcodes.
extension Reading {
    func grounds(of set: DataSet) throws -> [Citation] {
        guard set.kind == .mapped else { return [] }
        let mapping: JSON<DataMapping>? = try row(
            "SELECT mapping FROM data_mapping WHERE partnership = \(partnership) AND data_set = \(set.address)"
        ).map { try $0("mapping") }
        let codes: SQL = """
            SELECT observation.place FROM observation
            JOIN data_set_period ON data_set_period.id = observation.data_set_period
            WHERE observation.partnership = \(partnership) AND data_set_period.data_set = \(set.address)
                AND data_set_period.superseded_by IS NULL
            """
        switch mapping?.content.placeForm {
        case .coordinates:
            let district = BoundaryLevel.district.rawValue
            var ids: Set<ID<Release>> = Set(
                try rows(
                    "SELECT DISTINCT data_release FROM boundary WHERE partnership = \(partnership) AND code IN (\(codes))"
                ).map { try $0("data_release") })
            if ids.isEmpty {
                // Where no small area is drawn, the districts together say which of them a row lies in.
                ids = Set(
                    try rows(
                        "SELECT DISTINCT data_release FROM boundary WHERE partnership = \(partnership) AND level = \(district)"
                    ).map { try $0("data_release") })
            }
            return [Citation(.boundaries, name: "Boundaries", releases: try releases(ids))]
        case .postcode:
            let ids: [ID<Release>] = try rows(
                "SELECT DISTINCT data_release FROM postcode WHERE partnership = \(partnership) AND lsoa IN (\(codes))"
            ).map { try $0("data_release") }
            return [Citation(.lookups, name: "Postcodes", releases: try releases(Set(ids)))]
        default: return []
        }
    }
}
