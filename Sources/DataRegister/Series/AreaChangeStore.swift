import DataFiles
import Storage

// What ended and began with the census of 2021, as the records tell it.

extension Reading {
    /// The codes of some small areas that something was counted in.
    ///
    /// - Parameter areas: a question that gives codes.
    func areaCodes(_ areas: SQL) throws -> [String] {
        try rows("SELECT code FROM lsoa WHERE partnership = \(partnership) AND code IN (\(areas)) ORDER BY code")
            .map { try $0("code") }
    }

    /// What changed of some small areas. Nothing is looked up where all months that are here lie on one side of the change.
    ///
    /// - Parameter areas: a question that gives their codes.
    func areaChange(of areas: SQL, covered: Set<Month>) throws -> AreaChange? {
        guard covered.contains(where: { $0 < AreaChange.month }), covered.contains(where: { $0 >= AreaChange.month })
        else { return nil }
        // Those that were named since, by a code that was there before, neither ended nor began.
        let change = AreaChange.month.description
        let (england, wales) = LSOAVintage.last2011
        let all: Int? = try value(
            "SELECT count(*) FROM lsoa WHERE partnership = \(partnership) AND code IN (\(areas))")
        let lives = try rows(
            """
            SELECT lsoa.code AS code, lsoa.name AS name, min(force_month.month) AS first_month,
                max(force_month.month) AS last_month, sum(counted.number) AS number
            FROM crime_count AS counted
            JOIN force_month ON force_month.id = counted.force_month
            JOIN lsoa ON lsoa.partnership = counted.partnership AND lsoa.code = counted.lsoa
            WHERE counted.partnership = \(partnership) AND force_month.superseded_by IS NULL
                AND counted.lsoa IN (
                    SELECT code FROM lsoa
                    WHERE partnership = \(partnership) AND code IN (\(areas))
                        AND (named_in < \(change) OR code LIKE 'E%' AND code > \(england)
                            OR code LIKE 'W%' AND code > \(wales)))
            GROUP BY lsoa.code, lsoa.name
            """
        ).compactMap { row -> AreaChange.Life? in
            let (first, last): (String, String) = (try row("first_month"), try row("last_month"))
            guard let first = Month(first), let last = Month(last) else { return nil }
            return try AreaChange.Life(
                code: row("code"), name: row("name"), first: first, last: last, rows: row("number"))
        }
        return AreaChange(lives, of: all ?? 0, covered: covered)
    }
}

extension Writing {
    /// Puts small areas that ended where a lookup says they lie today, if the district of their last name is there no more: a
    /// district that was merged keeps the months of all that went into it.
    func placeAreasThatEnded() throws {
        let change = AreaChange.month.description
        var living: [DistrictName: String] = [:]
        for row in try rows(
            "SELECT DISTINCT district FROM lsoa WHERE partnership = \(partnership) AND named_in >= \(change)")
        {
            let name: String = try row("district")
            living[DistrictName(name)] = name
        }
        guard !living.isEmpty else { return }
        var before: [String: String] = [:]
        var after: [String: String] = [:]
        for row in try rows(
            """
            SELECT lsoa.code AS code, lsoa.district AS district, place_link.parent_name AS parent_name
            FROM lsoa
            JOIN place_link ON place_link.partnership = lsoa.partnership AND place_link.child = lsoa.code
                AND place_link.parent_level = \(PlaceLevel.district.rawValue)
            WHERE lsoa.partnership = \(partnership) AND lsoa.named_in < \(change)
            ORDER BY lsoa.code, place_link.parent
            """)
        {
            let (code, district, parent): (String, String, String) = (
                try row("code"), try row("district"), try row("parent_name")
            )
            guard living[DistrictName(district)] == nil, let now = living[DistrictName(parent)] else { continue }
            before[code] = district
            after[code] = now
        }
        for (code, district) in after {
            try run("UPDATE lsoa SET district = \(district) WHERE partnership = \(partnership) AND code = \(code)")
        }
        try recountDistricts(from: before, to: after)
    }
}
