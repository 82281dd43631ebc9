import DataFiles
import Storage

/// How places are found in the records: police data name districts, other sources give their codes, and lookups tell which
/// lies in which.
extension Reading {
    /// The codes of a place: its own, and those that lookups and populations know by its name.
    func codes(of place: Place) throws -> [String] {
        if let code = place.code { return [code] }
        guard place.level == .district else {
            return try codes(named: place.name, at: place.level)
        }
        return try codes(named: place.name, in: placeNames(of: .district, withEstimates: true))
    }

    private func codes(named name: String, at level: Place.Level) throws -> [String] {
        try level.ofLookups.map { try codes(named: name, in: placeNames(of: $0)) } ?? []
    }

    private func codes(named name: String, in names: [(code: String, name: String)]) -> [String] {
        let wanted = DistrictName(name)
        return Set(names.filter { DistrictName($0.name) == wanted }.map(\.code)).sorted()
    }

    /// By what a place may go where figures are kept by place.
    func keys(of place: Place) throws -> [String] {
        var keys = Set(try codes(of: place) + [place.key, Place.key(named: place.name)])
        keys.remove("")
        return keys.sorted()
    }

    /// The names that police data give to the districts in a place, the place itself if it is one.
    func policeDistricts(in place: Place) throws -> [String] {
        var wanted: Set<DistrictName> = []
        if place.level == .district {
            wanted.insert(DistrictName(place.name))
            let codes = try codes(of: place)
            let names: [String] = try rows(
                """
                SELECT parent_name AS name FROM place_link WHERE partnership = \(partnership) AND parent IN \(codes)
                UNION SELECT child_name FROM place_link WHERE partnership = \(partnership) AND child IN \(codes)
                """
            ).map { try $0("name") }
            wanted.formUnion(names.map(DistrictName.init))
        } else {
            let codes = try codes(of: place)
            let names: [String] = try rows(
                """
                SELECT DISTINCT child_name FROM place_link WHERE partnership = \(partnership) AND parent IN \(codes)
                """
            ).map { try $0("child_name") }
            wanted = Set(names.map(DistrictName.init))
        }
        let known: [String] = try rows(
            "SELECT DISTINCT district FROM lsoa WHERE partnership = \(partnership) ORDER BY district"
        ).map { try $0("district") }
        return known.filter { wanted.contains(DistrictName($0)) }
    }

    /// The LSOAs of a place as police data place them: a question that gives their codes.
    func policeAreas(in place: Place) throws -> SQL {
        switch place.level {
        case .lsoa2011, .lsoa2021, .postcodeDistrict:
            return "SELECT code FROM lsoa WHERE partnership = \(partnership) AND code = \(place.code ?? "")"
        case .ward: return try children(of: place)
        case .district, .partnership, .county, .force:
            let districts = try policeDistricts(in: place)
            return "SELECT code FROM lsoa WHERE partnership = \(partnership) AND district IN \(districts)"
        case .country: return "SELECT code FROM lsoa WHERE partnership = \(partnership)"
        }
    }

    /// The codes of what lies in a place by the lookups, at whatever level.
    func children(of place: Place) throws -> SQL {
        let codes = try codes(of: place)
        return "SELECT child FROM place_link WHERE partnership = \(partnership) AND parent IN \(codes)"
    }
}

extension Place.Level {
    /// As lookups name it; nil for what they do not know.
    var ofLookups: PlaceLevel? {
        switch self {
        case .lsoa2011, .lsoa2021: .lsoa
        case .ward: .ward
        case .district: .district
        case .partnership: .partnership
        case .force: .policeForce
        case .county: .county
        case .postcodeDistrict, .country: nil
        }
    }
}

extension PlaceStore {
    /// The places that a place lies in, by the lookups that were imported, finest first.
    ///
    /// - Throws: `DatabaseFault`
    public func parents(of place: Place) async throws -> [Place] {
        try await database.read { db in
            let codes = try db.codes(of: place)
            let parents = try db.rows(
                """
                SELECT DISTINCT parent, parent_name, parent_level FROM place_link
                WHERE partnership = \(db.partnership) AND child IN \(codes) ORDER BY parent
                """
            ).compactMap { row -> (PlaceLevel, Place)? in
                let level: String = try row("parent_level")
                guard let level = PlaceLevel(rawValue: level) else { return nil }
                return try (level, Place(Place.Level(level), code: row("parent"), name: row("parent_name")))
            }
            return parents.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}
