import DataFiles
import Storage

/// A small area as police data name it.
public struct SmallArea: Hashable, Sendable {
    public let code: String
    public let name: String
    public let district: String
}

/// A ward, with the small areas that lie in it by the lookups.
public struct WardAreas: Hashable, Sendable {
    public let ward: Place
    /// By their codes.
    public let areas: [String]
}

extension PlaceStore {
    /// The small areas that something was counted in, of one place.
    ///
    /// - Throws: `DatabaseFault`
    public func areas(in place: Place) async throws -> [SmallArea] {
        try await database.read { db in
            let areas = try db.policeAreas(in: place)
            return try db.rows(
                """
                SELECT code, name, district FROM lsoa WHERE partnership = \(db.partnership) AND code IN (\(areas))
                ORDER BY name, code
                """
            ).map { try SmallArea(code: $0("code"), name: $0("name"), district: $0("district")) }
        }
    }

    /// The wards that some small areas lie in, by name. Lookups place an area in the ward that most of it lies in.
    ///
    /// - Throws: `DatabaseFault`
    public func wards(of codes: [String]) async throws -> [WardAreas] {
        try await database.read { db in
            var wards: [Place: [String]] = [:]
            for row in try db.rows(
                """
                SELECT child, parent, parent_name FROM place_link
                WHERE partnership = \(db.partnership) AND child IN \(codes)
                    AND parent_level = \(PlaceLevel.ward.rawValue)
                ORDER BY child
                """)
            {
                wards[Place(.ward, code: try row("parent"), name: try row("parent_name")), default: []]
                    .append(try row("child"))
            }
            return wards.map { WardAreas(ward: $0.key, areas: $0.value) }
                .sorted { ($0.ward.name, $0.ward.code ?? "") < ($1.ward.name, $1.ward.code ?? "") }
        }
    }
}
