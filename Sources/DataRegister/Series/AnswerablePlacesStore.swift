import DataFiles
import Storage

/// The places of which something can be told: a national lookup names thousands more.
extension PlaceAddressStore {
    /// - Parameter own: the partnership's own district. It stands first, and its wards after it: whoever takes what stands at
    ///   the head of a list is not to take a neighbour's number.
    /// - Throws: `DatabaseFault`
    public func answerable(own: String? = nil) async throws -> [Place] {
        let all = try await places()
        let (districts, wards, above) = try await database.read { db in
            let strays = try db.strayDistricts()
            let told = Set(try db.areasOfDistricts().keys.map(DistrictName.init)).subtracting(strays.keys)
            return (told, try db.districtsByWard(), try db.districtsWithin())
        }
        let observed = try await observedWards()
        let home = own.map(DistrictName.init)
        let found = all.filter { place in
            switch place.level {
            case .district: districts.contains(DistrictName(place.name))
            case .ward:
                observed.contains(place.key) || !(wards[place.key] ?? []).isDisjoint(with: districts)
            case .partnership, .county:
                above[place.key].map { !$0.isDisjoint(with: districts) } ?? false
            default: true
            }
        }
        let isOwn: (Place) -> Bool = { $0.level == .district && DistrictName($0.name) == home }
        let isInside: (Place) -> Bool = { place in
            place.level == .ward && home.map { (wards[place.key] ?? []).contains($0) } ?? false
        }
        return found.filter(isOwn) + found.filter(isInside) + found.filter { !isOwn($0) && !isInside($0) }
    }

    private func observedWards() async throws -> Set<String> {
        try await database.read { db in
            Set(
                try db.rows(
                    """
                    SELECT DISTINCT place FROM observed_place
                    WHERE partnership = \(db.partnership) AND level = \(Place.Level.ward)
                    """
                ).map { try $0("place") as String })
        }
    }
}

extension Reading {
    /// In which districts the small areas of each ward lie, as police data place them.
    fileprivate func districtsByWard() throws -> [String: Set<DistrictName>] {
        try gathered(
            """
            SELECT DISTINCT place_link.parent AS place, lsoa.district AS district
            FROM place_link
            JOIN lsoa ON lsoa.partnership = place_link.partnership AND lsoa.code = place_link.child
            WHERE place_link.partnership = \(partnership) AND place_link.parent_level = \(PlaceLevel.ward.rawValue)
            """)
    }

    /// Which districts each partnership and county is made of.
    fileprivate func districtsWithin() throws -> [String: Set<DistrictName>] {
        try gathered(
            """
            SELECT DISTINCT parent AS place, child_name AS district FROM place_link
            WHERE partnership = \(partnership)
                AND parent_level IN \([PlaceLevel.partnership.rawValue, PlaceLevel.county.rawValue])
            """)
    }

    private func gathered(_ question: SQL) throws -> [String: Set<DistrictName>] {
        var found: [String: Set<DistrictName>] = [:]
        for row in try rows(question) { found[try row("place"), default: []].insert(DistrictName(try row("district"))) }
        return found
    }
}
