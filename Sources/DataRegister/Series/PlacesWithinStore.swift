import DataFiles
import Storage

extension SeriesStore {
    /// How many small areas of a census lie in a place; nil where nothing here tells it.
    ///
    /// - Throws: `DatabaseFault`
    public func smallAreas(in place: Place, at level: Place.Level) async throws -> Int? {
        try await database.read { db in try db.placesWithin(place, at: level) }
    }
}

/// How many places of a finer level lie in a place: where a set says that a place without a row is not known, what lies above
/// is known as a whole only once each of them has its row.
extension Reading {
    /// - Returns: nil where nothing here tells it.
    func placesWithin(_ place: Place, at level: Place.Level) throws -> Int? {
        let count: Int? =
            switch level {
            case .lsoa2011, .lsoa2021: try areasWithin(place, of: level)
            case .ward: try wardsWithin(place)
            case .district:
                place.level == .country ? nil : try policeDistricts(in: place).count
            case .postcodeDistrict, .partnership, .force, .county, .country: nil
            }
        return count == 0 ? nil : count
    }

    /// Those of one census: of 2011 by their codes, of 2021 those that are new, that were named since, or that stand in a lookup
    /// beside new ones.
    private func areasWithin(_ place: Place, of level: Place.Level) throws -> Int? {
        let (areas, children) = try (policeAreas(in: place), children(of: place))
        let (england, wales) = LSOAVintage.last2011
        let isNew: SQL = "(code LIKE 'E01%' AND code > \(england) OR code LIKE 'W01%' AND code > \(wales))"
        let all: SQL = """
            SELECT code, CASE WHEN named_in >= \(AreaChange.month.description) THEN 1 ELSE 0 END AS lasted FROM lsoa
            WHERE partnership = \(partnership) AND code IN (\(areas))
            UNION
            SELECT child, CASE WHEN data_release IN (
                SELECT data_release FROM place_link WHERE partnership = \(partnership)
                    AND (child LIKE 'E01%' AND child > \(england) OR child LIKE 'W01%' AND child > \(wales)))
                THEN 1 ELSE 0 END
            FROM place_link
            WHERE partnership = \(partnership) AND child IN (\(children))
                AND (child LIKE 'E01%' OR child LIKE 'W01%')
            """
        let isOfCensus: SQL = level == .lsoa2011 ? "NOT \(isNew)" : "(\(isNew) OR lasted = 1)"
        return try value("SELECT count(DISTINCT code) FROM (\(all)) AS known WHERE \(isOfCensus)")
    }

    /// Those of the newest lookup that has any of the place: wards are drawn anew, and others stand in older ones.
    private func wardsWithin(_ place: Place) throws -> Int? {
        let codes = try codes(of: place)
        let newest: ID<Release>? = try value(
            """
            SELECT place_link.data_release FROM place_link
            JOIN data_release ON data_release.id = place_link.data_release
            WHERE place_link.partnership = \(partnership) AND place_link.parent IN \(codes)
                AND (place_link.child LIKE 'E05%' OR place_link.child LIKE 'W05%')
            ORDER BY data_release.received_at DESC, data_release.id DESC LIMIT 1
            """)
        guard let newest else { return nil }
        return try value(
            """
            SELECT count(DISTINCT child) FROM place_link
            WHERE partnership = \(partnership) AND parent IN \(codes) AND data_release = \(newest)
                AND (child LIKE 'E05%' OR child LIKE 'W05%')
            """)
    }
}

extension Place.Level {
    /// "wards"
    var plural: String { isLSOA ? "small areas" : "\(name)s" }
}
