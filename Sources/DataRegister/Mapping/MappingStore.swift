import DataFiles
import Foundation
import Geography
import Storage

/// What the columns of partners' files mean, and the files that wait until somebody has looked at them.
struct MappingStore: Sendable {
    let database: Database

    /// A partner's file that was kept and waits.
    struct WaitingFile: Sendable {
        let dataSet: DataSetAddress
        /// Nil until somebody has said what its columns mean.
        let mapping: DataMapping?
        /// The months it is said to cover; nil until somebody has said so.
        let covers: Period?
        /// The file as it was given; nil for one that was given when files were kept whole.
        let given: Release.Given?
        /// What there is to say of what was not read.
        let remark: String?
    }

    /// The mapping that is kept with a set, and who made it when.
    ///
    /// - Throws: `DatabaseFault`
    func mapping(of set: DataSetAddress) async throws -> (mapping: DataMapping, by: String, at: Date)? {
        try await database.read { db in
            try db.row(
                """
                SELECT mapping, made_at, made_by FROM data_mapping
                WHERE partnership = \(db.partnership) AND data_set = \(set)
                """
            ).map { row in
                let mapping: JSON<DataMapping> = try row("mapping")
                return try (mapping.content, row("made_by"), row("made_at"))
            }
        }
    }

    /// - Throws: `DatabaseFault`
    func waiting(_ id: ID<DataImport>) async throws -> WaitingFile? {
        try await database.read { db in
            try db.row("SELECT * FROM mapped_file WHERE data_import = \(id) AND partnership = \(db.partnership)").map {
                row in
                let mapping: JSON<DataMapping>? = try row("mapping")
                let (first, last): (String?, String?) = (try row("first_month"), try row("last_month"))
                let months = first.flatMap(Month.init).flatMap { first in last.flatMap(Month.init).map { (first, $0) } }
                return try WaitingFile(
                    dataSet: row("data_set"), mapping: mapping?.content,
                    covers: months.flatMap { try? Period(from: $0.0, to: $0.1) }, given: .init(row: row),
                    remark: row("remark"))
            }
        }
    }

    /// Keeps what the columns of a file mean, with the file alone: the set keeps it once the file is taken in.
    ///
    /// - Throws: `DatabaseFault`
    func keep(
        _ mapping: DataMapping, for id: ID<DataImport>, of set: DataSetAddress, by actor: Entry.Actor, at time: Date
    ) async throws {
        let entry = Entry(.mappingMade, of: .init("data set", set.text), by: actor, at: time)
        try await database.write(entry) { db in
            try db.run(
                """
                UPDATE mapped_file SET mapping = \(JSON(mapping))
                WHERE data_import = \(id) AND partnership = \(db.partnership)
                """)
        }
    }

    /// The names of the districts, wards and what else above small areas is known, in small letters.
    ///
    /// - Throws: `DatabaseFault`
    func placeNames() async throws -> Set<String> {
        try await database.read { db in
            Set(
                try db.rows(
                    """
                    SELECT DISTINCT parent_name AS name FROM place_link WHERE partnership = \(db.partnership)
                    UNION SELECT DISTINCT child_name FROM place_link
                    WHERE partnership = \(db.partnership) AND NOT (child LIKE 'E01%' OR child LIKE 'W01%')
                    UNION SELECT DISTINCT district FROM lsoa WHERE partnership = \(db.partnership)
                    """
                ).map { (try $0("name") as String).lowercased() })
        }
    }

    /// The places that are known, by whatever a file may call them.
    ///
    /// - Parameters:
    ///   - form: what of them is needed: the boundaries of a county are large.
    ///   - home: the partnership's own district, whose wards are meant before any other of their names.
    /// - Throws: `DatabaseFault`
    func places(for form: DataMapping.PlaceForm, home: String?) async throws -> PlaceBook {
        try await database.read { db in
            var names: [Place.Level: [String: String]] = [:]
            for row in try db.rows("SELECT code, name FROM lsoa WHERE partnership = \(db.partnership)") {
                names[.lsoa2011, default: [:]][try row("code")] = try row("name")
            }
            for row in try db.rows(
                """
                SELECT DISTINCT parent, parent_name, parent_level FROM place_link
                WHERE partnership = \(db.partnership) AND parent_level IN \(["ward", "district"])
                """)
            {
                let level: String = try row("parent_level")
                names[level == "ward" ? .ward : .district, default: [:]][try row("parent")] = try row("parent_name")
            }
            for row in try db.rows(
                """
                SELECT DISTINCT child, child_name FROM place_link WHERE partnership = \(db.partnership)
                """)
            {
                let code: String = try row("child")
                let level: Place.Level? =
                    code.hasPrefix("E01") || code.hasPrefix("W01")
                    ? .lsoa2011 : ["E06", "E07", "E08", "E09", "W06"].contains { code.hasPrefix($0) } ? .district : nil
                if let level { names[level, default: [:]][code] = try row("child_name") }
            }
            let districts: [String] = try db.rows(
                "SELECT DISTINCT district FROM lsoa WHERE partnership = \(db.partnership)"
            ).map { try $0("district") }
            let postcodes = form == .postcode ? try db.areasOfPostcodes() : [:]
            let drawn = form == .coordinates ? try db.boundaries(at: .lsoa) : []
            return PlaceBook(
                names: names, districts: districts, postcodes: postcodes, boundaries: drawn,
                districtBoundaries: form == .coordinates && drawn.isEmpty ? try db.boundaries(at: .district) : [],
                ownWards: form == .wardName ? try db.wards(ofDistrict: home) : [],
                others: try home.map { try db.others(than: $0, for: form, postcodes: postcodes.keys) }, home: home,
                districtsOf: home == nil ? [:] : try db.districtsOfAreas())
        }
    }
}

extension Reading {
    /// The small area of each postcode.
    fileprivate func areasOfPostcodes() throws -> [String: String] {
        var areas: [String: String] = [:]
        for row in try rows("SELECT postcode, lsoa FROM postcode WHERE partnership = \(partnership)") {
            areas[try row("postcode")] = try row("lsoa")
        }
        return areas
    }

    /// The district of every small area and ward that is known, by their codes: as the police place small areas, else as lookups do,
    /// and of a ward that of its small areas.
    fileprivate func districtsOfAreas() throws -> [String: String] {
        var districts: [String: String] = [:]
        for row in try rows(
            """
            SELECT child, parent_name FROM place_link
            WHERE partnership = \(partnership) AND parent_level = \(PlaceLevel.district.rawValue)
            """)
        {
            districts[try row("child")] = try row("parent_name")
        }
        for row in try rows("SELECT code, district FROM lsoa WHERE partnership = \(partnership)") {
            districts[try row("code")] = try row("district")
        }
        for row in try rows(
            """
            SELECT child, parent FROM place_link
            WHERE partnership = \(partnership) AND parent_level = \(PlaceLevel.ward.rawValue) ORDER BY parent, child
            """)
        {
            let (area, ward): (String, String) = (try row("child"), try row("parent"))
            if districts[ward] == nil, let district = districts[area] { districts[ward] = district }
        }
        return districts
    }
}

extension Reading {
    fileprivate func others(
        than own: String, for form: DataMapping.PlaceForm, postcodes: some Sequence<String>
    ) throws -> OtherDistricts {
        OtherDistricts(
            besides: own, codes: Set(try codes(of: .district(own))),
            boundaries: form == .coordinates ? try boundaries(at: .district) : [], postcodes: postcodes)
    }

    /// The codes of the wards in a district: those that lookups put in it, and those that its small areas lie in.
    fileprivate func wards(ofDistrict name: String?) throws -> Set<String> {
        guard let name else { return [] }
        let district = Place.district(name)
        let codes: [String] = try rows(
            """
            SELECT DISTINCT parent AS code FROM place_link
            WHERE partnership = \(partnership) AND parent_level = \(PlaceLevel.ward.rawValue)
                AND (child IN (\(policeAreas(in: district))) OR child IN (\(children(of: district))))
            UNION SELECT child FROM place_link
            WHERE partnership = \(partnership) AND parent IN \(codes(of: district))
                AND (child LIKE 'E05%' OR child LIKE 'W05%')
            """
        ).map { try $0("code") }
        return Set(codes)
    }
}

extension Writing {
    /// Keeps the mapping of a file that is taken in with its set, for the next, and what it measures.
    func keepMapping(of id: ID<DataImport>, by giver: Delivery.Giver, at time: Date) throws {
        let found = try row(
            "SELECT data_set, mapping FROM mapped_file WHERE data_import = \(id) AND partnership = \(partnership)"
        ).map { row -> (DataSetAddress, JSON<DataMapping>?) in try (row("data_set"), row("mapping")) }
        guard let (set, mapping) = found, let mapping else { return }
        try keep(mapping.content.measures(of: set))
        let known = try row(
            "SELECT mapping FROM data_mapping WHERE partnership = \(partnership) AND data_set = \(set)"
        ).map { row -> JSON<DataMapping> in try row("mapping") }
        // Whoever made it is named as long as it is the same.
        guard known?.content != mapping.content else { return }
        try run(
            """
            INSERT INTO data_mapping (partnership, data_set, mapping, made_at, made_by)
            VALUES (\(partnership), \(set), \(mapping), \(time), \(giver.name))
            ON CONFLICT (partnership, data_set) DO UPDATE SET
                mapping = excluded.mapping, made_at = excluded.made_at, made_by = excluded.made_by
            """)
    }
}

extension Act {
    static let mappingMade = Act("mapping made", "It was said what the columns of a data set’s files mean.")
}
