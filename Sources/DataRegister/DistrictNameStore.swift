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

    /// The districts that the force of one district records, by the files that are here.
    public struct Recorded: Sendable {
        public let force: String
        public let districts: [String]
        /// Those of its neighbours, of which a few rows are in its files.
        public let strays: [String]
    }

    /// - Returns: nil where no file has a row of the district.
    /// - Throws: `DatabaseFault`
    public func recorded(byForceOf district: String) async throws -> Recorded? {
        try await database.read { db in
            let wanted = DistrictName(district)
            guard
                let (force, (own, home)) = try db.districtsByForce().first(where: { _, districts in
                    districts.own.contains { DistrictName($0) == wanted }
                })
            else { return nil }
            let names = own.filter { home.contains($0) || DistrictName($0) == wanted }
            return Recorded(
                force: force, districts: names.sorted(), strays: own.filter { !names.contains($0) }.sorted())
        }
    }
}

extension DistrictStore {
    /// The districts of which a few rows alone are here, in the files of their neighbours' forces.
    ///
    /// - Throws: `DatabaseFault`
    public func strays() async throws -> Set<String> {
        try await database.read { db in
            Set(try db.districtsByForce().values.flatMap { own, home in own.filter { !home.contains($0) } })
        }
    }
}

/// Which districts of a force's files are its own: those that more than a few of a neighbour's rows lie in.
struct DistrictsAtHome {
    private let names: Set<String>

    /// A district at home has some tenth of the usual rows in each of its small areas; a neighbour's few have a hundredth.
    private static let leastShare = 0.1

    /// - Parameters:
    ///   - rows: of each district, in one number or several.
    ///   - areas: how many small areas with a row each has.
    init(_ rows: [String: [Int]], areas: [String: Int]) {
        let many = rows.keys.filter { (areas[$0] ?? 0) >= DistrictData.fewestAreas }
        let all = many.reduce(0) { $0 + (rows[$1] ?? []).reduce(0, +) }
        let usual = Double(all) / Double(max(1, many.reduce(0) { $0 + (areas[$1] ?? 0) }))
        names = Set(
            many.filter { name in
                let own = Double((rows[name] ?? []).reduce(0, +)) / Double(max(1, areas[name] ?? 0))
                return own >= usual * Self.leastShare
            })
    }

    func contains(_ name: String) -> Bool { names.contains(name) }
}

extension Reading {
    /// The districts of which a force has most rows, and which of them are its own.
    fileprivate func districtsByForce() throws -> [String: (own: [String], home: DistrictsAtHome)] {
        let areas = try areasOfDistricts()
        let main = try mainForces().filter { !$0.key.isEmpty }
        return Dictionary(grouping: main) { $0.value.force }.mapValues { own in
            let rows = Dictionary(uniqueKeysWithValues: own.map { ($0.key, [$0.value.rows]) })
            return (own.map(\.key), DistrictsAtHome(rows, areas: areas))
        }
    }

    fileprivate func districtNames() throws -> [String] {
        let police: [String] = try rows("SELECT DISTINCT district AS name FROM lsoa WHERE partnership = \(partnership)")
            .map { try $0("name") }
        let observed: [String] = try rows(
            "SELECT name FROM observed_place WHERE partnership = \(partnership) AND level = \(Place.Level.district) AND place <> \(Place.unknownKey)"
        ).map { try $0("name") }
        var known: [DistrictName: String] = [:]
        for name in police + observed.sorted() where known[DistrictName(name)] == nil {
            known[DistrictName(name)] = name
        }
        return known.values.sorted()
    }
}
