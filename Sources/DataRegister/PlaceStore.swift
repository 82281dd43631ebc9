import DataFiles
import Foundation
import Geography
import Storage

/// How many people live where, which place lies in which, and how places are drawn.
public struct PlaceStore: Sendable {
    let database: Database
    let identities: Identities

    public init(_ database: Database, identities: Identities) {
        self.database = database
        self.identities = identities
    }

    /// Takes in a population file; an estimate for the same place, year and basis is replaced.
    ///
    /// - Throws: `DatabaseFault`
    public func accept(_ file: PopulationFile, from delivery: Delivery) async throws -> ID<Release> {
        try await accept(.population, rows: file.places, remarks: Self.remarks(file), from: delivery) { db, release in
            for estimate in file.estimates {
                try db.run(
                    """
                    INSERT INTO population (
                        partnership, place, name, level, district, year, basis, people, data_release)
                    VALUES (
                        \(db.partnership), \(estimate.placeCode), \(estimate.placeName), \(estimate.level.rawValue),
                        \(estimate.districtCode), \(estimate.year), \(estimate.basis.rawValue), \(estimate.people),
                        \(release))
                    ON CONFLICT (partnership, place, year, basis) DO UPDATE SET
                        name = excluded.name, district = excluded.district, people = excluded.people,
                        data_release = excluded.data_release
                    """)
            }
            try db.gatherPlaceNames()
        }
    }

    private static func remarks(_ file: PopulationFile) -> [String] {
        file.unusedColumns.map { "The column ‘\($0)’ is not an estimate and was not read." }
    }

    /// Takes in a lookup; a link that is already here is replaced.
    ///
    /// - Throws: `DatabaseFault`
    public func accept(_ file: LookupFile, from delivery: Delivery) async throws -> ID<Release> {
        try await accept(.lookups, rows: file.rows, from: delivery) { db, release in
            let before = try db.linksByRelease()
            for link in file.links {
                try db.run(
                    """
                    INSERT INTO place_link (
                        partnership, child, child_name, parent, parent_name, parent_level, data_release)
                    VALUES (
                        \(db.partnership), \(link.child.code), \(link.child.name), \(link.parent.code),
                        \(link.parent.name), \(link.parent.level.rawValue), \(release))
                    ON CONFLICT (partnership, child, parent) DO UPDATE SET
                        child_name = excluded.child_name, parent_name = excluded.parent_name,
                        data_release = excluded.data_release
                    """)
            }
            try db.noteSupersession(of: before, by: release)
            try db.gatherPlaceNames()
            try db.placeAreasThatEnded()
        }
    }

    /// Takes in boundaries; an area that is already here is drawn anew.
    ///
    /// - Throws: `DatabaseFault`
    public func accept(_ file: BoundaryFile, from delivery: Delivery) async throws -> ID<Release> {
        try await accept(.boundaries, rows: file.boundaries.count, from: delivery) { db, release in
            for boundary in file.boundaries {
                let shape = try JSON(StoredShape(boundary))
                try db.run(
                    """
                    INSERT INTO boundary (partnership, code, name, level, shape, data_release)
                    VALUES (
                        \(db.partnership), \(boundary.code), \(boundary.name), \(file.level.rawValue), \(shape),
                        \(release))
                    ON CONFLICT (partnership, code) DO UPDATE SET
                        name = excluded.name, shape = excluded.shape, data_release = excluded.data_release
                    """)
            }
        }
    }

    /// Takes in a table of postcodes; one that is here already lies where the new table says.
    ///
    /// - Throws: `DatabaseFault`
    public func accept(_ file: PostcodeFile, from delivery: Delivery) async throws -> ID<Release> {
        try await accept(.postcodes, rows: file.links.count, from: delivery) { db, release in
            for link in file.links {
                try db.run(
                    """
                    INSERT INTO postcode (partnership, postcode, lsoa, data_release)
                    VALUES (\(db.partnership), \(link.postcode), \(link.lsoa), \(release))
                    ON CONFLICT (partnership, postcode) DO UPDATE SET
                        lsoa = excluded.lsoa, data_release = excluded.data_release
                    """)
            }
        }
    }

    private func accept(
        _ kind: Release.Kind, rows: Int, remarks: [String] = [], from delivery: Delivery,
        _ insert: @escaping @Sendable (Writing, ID<Release>) throws -> Void
    ) async throws -> ID<Release> {
        let release = Release(
            kind, rows: RowTally(kept: rows), id: identities.new(at: delivery.at), delivery: delivery, remarks: remarks)
        try await database.write(release.entry(by: delivery.by.actor)) { db in
            try release.insert(into: db)
            try insert(db, release.id)
        }
        return release.id
    }
}

/// A boundary's polygons as they are stored: rings of longitude and latitude, as in GeoJSON.
private struct StoredShape: Codable {
    let polygons: [[[[Double]]]]

    init(_ boundary: Boundary) {
        polygons = boundary.polygons.map { polygon in
            polygon.rings.map { ring in ring.map { [$0.longitude, $0.latitude] } }
        }
    }

    var boundary: [Boundary.Polygon] {
        polygons.map { rings in
            Boundary.Polygon(
                rings: rings.map { ring in ring.map { Position(longitude: $0[0], latitude: $0[1]) } })
        }
    }
}

extension Reading {
    /// The boundaries of every area of a level that is drawn.
    func boundaries(at level: BoundaryLevel) throws -> [Boundary] {
        try rows(
            """
            SELECT code, name, shape FROM boundary
            WHERE partnership = \(partnership) AND level = \(level.rawValue) ORDER BY code
            """
        ).map { row in
            let shape: JSON<StoredShape> = try row("shape")
            return try Boundary(code: row("code"), name: row("name"), polygons: shape.content.boundary)
        }
    }
}

extension PlaceStore {
    /// The boundaries of some areas; those that were never imported are left out.
    ///
    /// - Throws: `DatabaseFault`
    public func boundaries(of codes: [String]) async throws -> [Boundary] {
        try await database.read { db in
            try db.rows(
                """
                SELECT code, name, shape FROM boundary
                WHERE partnership = \(db.partnership) AND code IN \(codes) ORDER BY code
                """
            ).map { row in
                let shape: JSON<StoredShape> = try row("shape")
                return try Boundary(code: row("code"), name: row("name"), polygons: shape.content.boundary)
            }
        }
    }

    /// The populations of a district and of the areas in it.
    ///
    /// - Parameter grounds: the codes of its small areas, each list covering all of it.
    /// - Throws: `DatabaseFault`
    public func population(
        ofDistrict name: String, areas codes: [String], grounds: [[String]]? = nil
    ) async throws -> PopulationTable {
        try await database.read { db in try db.population(ofDistrict: name, areas: codes, grounds: grounds ?? [codes]) }
    }

    /// How many people live in a place over a period. Every page and figure asks here: a district has its own estimate, or that
    /// of its small areas together; a ward has that of its small areas together, or its own.
    ///
    /// - Throws: `DatabaseFault`
    public func people(in place: Place, during period: Period) async throws -> PopulationUsed? {
        try await database.read { db in
            let own = place.code
            guard place.level == .district || place.level == .ward else {
                guard let own else { return nil }
                return try db.population(ofDistrict: place.name, areas: [own], grounds: []).people(
                    in: own, during: period)
            }
            let areas = try db.policeAreas(in: place)
            let codes = try db.areaCodes(areas)
            let covered = try StreetSeriesStore.coveredMonths(of: place, db)
            let change = try db.areaChange(of: areas, covered: covered)
            let table = try db.population(
                ofDistrict: place.name, areas: codes + [own].compactMap(\.self),
                grounds: change?.grounds(of: codes) ?? [codes])
            guard place.level == .ward else { return table.people(inDistrict: place.name, during: period) }
            return table.together(change?.grounds(of: codes) ?? [codes], called: place.name, during: period)
                ?? own.flatMap { table.people(in: $0, during: period) }
        }
    }
}

extension Reading {
    /// The estimates of a district's own codes, of its small areas, and of what lies in the same district by the files.
    func population(ofDistrict name: String, areas codes: [String], grounds: [[String]]) throws -> PopulationTable {
        let named = try self.codes(of: .district(name)) + soleCode(ofDistrict: name, areas: codes)
        let told: [String] = try rows(
            """
            SELECT DISTINCT district FROM population
            WHERE partnership = \(partnership) AND place IN \(codes) AND district IS NOT NULL ORDER BY district
            """
        ).map { try $0("district") }
        let districts = named + told
        let estimates = try rows(
            """
            SELECT place, name, level, district, year, basis, people FROM population
            WHERE partnership = \(partnership)
            AND (place IN \(codes) OR place IN \(districts) OR district IN \(districts))
            """
        ).compactMap(PopulationEstimate.init(row:))
        return PopulationTable(estimates, districtCodes: [name: named], grounds: [name: grounds])
    }
}

extension Reading {
    /// The one code that lookups give to all small areas of a district, and to no other district's: that of one which the police
    /// call otherwise. A code that some of them have is that of one which went into it.
    private func soleCode(ofDistrict name: String, areas codes: [String]) throws -> [String] {
        let level = PlaceLevel.district.rawValue
        let linked: [String] = try rows(
            """
            SELECT DISTINCT parent FROM place_link
            WHERE partnership = \(partnership) AND child IN \(codes) AND parent_level = \(level)
            """
        ).map { try $0("parent") }
        guard linked.count == 1, let code = linked.first else { return [] }
        let others: Int? = try value(
            """
            SELECT count(*) FROM place_link
            JOIN lsoa ON lsoa.partnership = place_link.partnership AND lsoa.code = place_link.child
            WHERE place_link.partnership = \(partnership) AND place_link.parent = \(code) AND lsoa.district <> \(name)
            """)
        return (others ?? 0) == 0 ? [code] : []
    }
}

extension PopulationEstimate {
    init?(row: Row) throws {
        let level: String = try row("level")
        let basis: String = try row("basis")
        guard let level = PlaceLevel(rawValue: level), let basis = Basis(rawValue: basis) else { return nil }
        try self.init(
            placeCode: row("place"), placeName: row("name"), level: level, districtCode: row("district"),
            year: row("year"), basis: basis, people: row("people"))
    }
}
