import DataFiles
import Storage

/// In which districts the rows of a partner's set lie.
extension Reading {
    func reach(of set: DataSet) throws -> SetReach {
        let rows = try rows(
            """
            SELECT data_set_period.level AS level, observation.place AS place, observed_place.name AS name,
                sum(observation.number) AS number, count(DISTINCT observation.data_set_period) AS periods
            FROM observation
            JOIN data_set_period ON data_set_period.id = observation.data_set_period
            JOIN observed_place ON observed_place.partnership = observation.partnership
                AND observed_place.level = data_set_period.level AND observed_place.place = observation.place
            WHERE observation.partnership = \(partnership) AND data_set_period.data_set = \(set.address)
                AND data_set_period.superseded_by IS NULL AND observation.place <> \(Place.unknownKey)
            GROUP BY data_set_period.level, observation.place, observed_place.name
            """
        ).map { row in
            try ReachedPlace(
                level: row("level"), key: row("place"), name: row("name"), number: row("number"),
                periods: row("periods"))
        }
        let all: Int? = try value(
            """
            SELECT count(*) FROM data_set_period
            WHERE partnership = \(partnership) AND data_set = \(set.address) AND superseded_by IS NULL
            """)
        var districts: [DistrictName: [ReachedPlace]] = [:]
        var names: [DistrictName: String] = [:]
        for (level, places) in Dictionary(grouping: rows, by: \.level) {
            let lying = try self.districts(ofPlaces: places.map(\.place), at: level)
            for place in places {
                guard let name = lying[place.key] else { continue }
                names[DistrictName(name)] = names[DistrictName(name)] ?? name
                districts[DistrictName(name), default: []].append(place)
            }
        }
        let found = try districts.map { name, places in
            try self.found(names[name] ?? name.plain, places, periods: max(all ?? 1, 1))
        }
        return SetReach(found, keys: Set(rows.map(\.key)))
    }

    private func found(_ district: String, _ places: [ReachedPlace], periods: Int) throws -> SetReach.Found {
        let level = places.first?.level ?? .district
        return SetReach.Found(
            district: district, rows: places.reduce(0) { $0 + $1.number }, places: places.count,
            of: level == .district ? nil : try placesWithin(.district(district), at: level),
            ofPeriods: level == .district
                ? Double(places.map(\.periods).max() ?? 0) / Double(periods) : nil)
    }

    /// The districts that a place is, or lies in, or is made of, as far as they are known.
    func districts(of place: Place) throws -> [String] {
        switch place.level {
        case .district: return [place.name]
        case .lsoa2011, .lsoa2021, .ward:
            return try districts(ofPlaces: [place], at: place.level).values.sorted()
        case .partnership, .county, .force:
            let codes = try codes(of: place)
            return try rows(
                """
                SELECT DISTINCT child_name FROM place_link WHERE partnership = \(partnership) AND parent IN \(codes)
                    AND NOT (child LIKE 'E01%' OR child LIKE 'W01%' OR child LIKE 'E05%' OR child LIKE 'W05%')
                ORDER BY child_name
                """
            ).map { try $0("child_name") }
        case .country: return try placeNames(of: .district).map(\.name)
        case .postcodeDistrict: return []
        }
    }

    /// The district that each of some places lies in, by its key: as police data place it, or else by the lookups, or its name.
    private func districts(ofPlaces places: [Place], at level: Place.Level) throws -> [String: String] {
        var found: [String: String] = [:]
        let keys = places.map(\.key)
        if level == .district {
            let named = Dictionary(
                try placeNames(of: .district, withEstimates: true).map { ($0.code, $0.name) },
                uniquingKeysWith: { first, _ in first })
            for place in places { found[place.key] = place.code.flatMap { named[$0] } ?? place.name }
            return found
        }
        let ofWards: SQL = """
            SELECT place_link.parent AS child, lsoa.district AS name FROM place_link
            JOIN lsoa ON lsoa.partnership = place_link.partnership AND lsoa.code = place_link.child
            WHERE place_link.partnership = \(partnership) AND place_link.parent IN \(keys)
            GROUP BY place_link.parent, lsoa.district ORDER BY count(*)
            """
        let ofAreas: SQL = """
            SELECT code AS child, district AS name FROM lsoa WHERE partnership = \(partnership) AND code IN \(keys)
            """
        let linked: SQL = """
            SELECT child, parent_name AS name FROM place_link
            WHERE partnership = \(partnership) AND child IN \(keys) AND parent_level = \(PlaceLevel.district.rawValue)
            """
        for place in places where level.isLSOA {
            if let name = place.name.districtOfArea { found[place.key] = name }
        }
        // What police data say comes last, for districts go by their names.
        for question in [linked, level == .ward ? ofWards : ofAreas] {
            for row in try rows(question) { found[try row("child")] = try row("name") }
        }
        return found
    }
}

/// A place that a set has rows of.
private struct ReachedPlace {
    let level: Place.Level
    let key: String
    let name: String
    let number: Double
    let periods: Int

    var place: Place { Place(level, code: key == Place.key(named: name) ? nil : key, name: name) }
}

extension String {
    /// "Thanet" of "Thanet 001A", as small areas are called; nil of any other name.
    fileprivate var districtOfArea: String? {
        guard let space = lastIndex(of: " "),
            let match = try? #/\d{3}[A-Z]/#.wholeMatch(in: self[index(after: space)...]),
            !match.output.isEmpty
        else { return nil }
        return String(self[..<space])
    }
}
