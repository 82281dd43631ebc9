import DataFiles
import Storage

/// Which places the records know, and which an address is of.
public struct PlaceAddressStore: Sendable {
    let database: Database

    public init(_ database: Database) {
        self.database = database
    }

    /// The districts and forces that police data name, and the wards, partnerships and counties that lookups name.
    ///
    /// - Throws: `DatabaseFault`
    public func places() async throws -> [Place] {
        try await database.read { db in
            let districts: [String] = try db.rows(
                "SELECT DISTINCT district AS name FROM lsoa WHERE partnership = \(db.partnership) ORDER BY name"
            ).map { try $0("name") }
            let forces: [String] = try db.rows(
                "SELECT DISTINCT force AS name FROM force_month WHERE partnership = \(db.partnership) ORDER BY name"
            ).map { try $0("name") }
            let linked = try db.rows(
                """
                SELECT level, code, name FROM place_name
                WHERE partnership = \(db.partnership) AND told_by = 'lookups' ORDER BY level, name, code
                """
            ).compactMap { row -> Place? in
                let level: String = try row("level")
                guard let level = PlaceLevel(rawValue: level).map(Place.Level.init), !level.isNamed else { return nil }
                return try Place(level, code: row("code"), name: row("name"))
            }
            return districts.map(Place.district) + forces.map(Place.force) + linked
        }
    }

    /// - Returns: nil where nothing here is known by that address.
    /// - Throws: `DatabaseFault`
    public func place(_ address: PlaceAddress) async throws -> Place? {
        try await database.read { db in
            switch address.level {
            case .district:
                try db.named(
                    """
                    SELECT district AS name FROM lsoa WHERE partnership = \(db.partnership)
                    UNION SELECT name FROM observed_place
                    WHERE partnership = \(db.partnership) AND level = \(address.level)
                    """, address)
            case .force:
                try db.named(
                    "SELECT DISTINCT force AS name FROM force_month WHERE partnership = \(db.partnership)", address)
            case .lsoa2011, .lsoa2021:
                try db.coded(
                    "SELECT name FROM lsoa WHERE partnership = \(db.partnership) AND code = \(address.key)", address)
            case .country: address.key == Place.englandAndWales.code ? .englandAndWales : nil
            case .ward, .partnership, .county, .postcodeDistrict:
                try db.coded(
                    """
                    SELECT parent_name AS name FROM place_link
                    WHERE partnership = \(db.partnership) AND parent = \(address.key)
                    UNION SELECT name FROM observed_place
                    WHERE partnership = \(db.partnership) AND level = \(address.level) AND place = \(address.key)
                    """, address)
            }
        }
    }
}

extension Reading {
    /// The place among some that is called so in addresses.
    fileprivate func named(_ names: SQL, _ address: PlaceAddress) throws -> Place? {
        let all: [String] = try rows(names).map { try $0("name") }
        return all.first { slugged($0) == address.key }.map { Place(address.level, code: nil, name: $0) }
    }

    fileprivate func coded(_ name: SQL, _ address: PlaceAddress) throws -> Place? {
        try row(name).map { Place(address.level, code: address.key, name: try $0("name")) }
    }
}
