import Storage

/// Which districts the data name, whatever set they are counted in.
public struct DistrictNameStore: Sendable {
    private let database: Database

    public init(_ database: Database) {
        self.database = database
    }

    /// Every district that something is counted in, by name, as police data write it where they know it.
    ///
    /// - Throws: `DatabaseFault`
    public func names() async throws -> [String] {
        try await database.read { db in try db.districtNames() }
    }

    /// The districts that lie in a place by the lookups that were imported, or that are the place.
    ///
    /// - Throws: `DatabaseFault`
    public func names(in place: Place) async throws -> [String] {
        try await database.read { db in
            let codes = try db.codes(of: place)
            let children: [String] = try db.rows(
                """
                SELECT DISTINCT child_name AS name FROM place_link
                WHERE partnership = \(db.partnership) AND parent IN \(codes)
                """
            ).map { try $0("name") }
            let wanted = Set(children.map(DistrictName.init))
            return try db.districtNames().filter { wanted.contains(DistrictName($0)) }
        }
    }
}

extension Reading {
    fileprivate func districtNames() throws -> [String] {
        let police: [String] = try rows("SELECT DISTINCT district AS name FROM lsoa WHERE partnership = \(partnership)")
            .map { try $0("name") }
        let observed: [String] = try rows(
            "SELECT name FROM observed_place WHERE partnership = \(partnership) AND level = \(Place.Level.district)"
        ).map { try $0("name") }
        var known: [DistrictName: String] = [:]
        for name in police + observed.sorted() where known[DistrictName(name)] == nil {
            known[DistrictName(name)] = name
        }
        return known.values.sorted()
    }
}
