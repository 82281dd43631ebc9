import DataFiles
import Storage

extension Reading {
    /// The district of each area of a file, by the code of the area; of those that are not here yet, none.
    func districts(of lsoas: [StreetCrimeCounts.LSOA]) throws -> [String: String] {
        var districts: [String: String] = [:]
        // Engines bind some ten thousand values to a statement and no more.
        for start in stride(from: 0, to: lsoas.count, by: 1000) {
            let codes = lsoas[start..<Swift.min(start + 1000, lsoas.count)].map(\.code)
            for row in try rows(
                "SELECT code, district FROM lsoa WHERE partnership = \(partnership) AND code IN \(codes)")
            {
                districts[try row("code")] = try row("district")
            }
        }
        return districts
    }
}

extension Reading {
    /// How many rows without a place of some months are not among the counts by type: those that were taken in before such
    /// rows were kept.
    func unplacedNotKept(in months: Set<Month>, of place: Place) throws -> Int {
        let isThere: SQL = place.level == .force ? "force_month.force = \(place.name)" : "TRUE"
        let condition: SQL = """
            force_month.partnership = \(partnership) AND \(isThere) AND force_month.superseded_by IS NULL
            AND force_month.month IN \(months.sorted().map(\.description))
            """
        let read: Int? = try value("SELECT COALESCE(sum(rows_unplaced), 0) FROM force_month WHERE \(condition)")
        let kept: Int? = try value(
            """
            SELECT COALESCE(sum(counted.number), 0) FROM \(CountedRows.districts)
            WHERE \(CountedRows.own(self)) AND counted.district = '' AND \(condition)
            """)
        return max(0, (read ?? 0) - (kept ?? 0))
    }
}

extension Writing {
    /// Adds up the districts again that areas have left, and those they have come to.
    ///
    /// - Parameters:
    ///   - before: the district of each area, by the code of the area.
    func recountDistricts(from before: [String: String], to after: [String: String]) throws {
        let moved = before.filter { after[$0.key] != $0.value }
        guard !moved.isEmpty else { return }
        let touched = Set(moved.values).union(moved.keys.compactMap { after[$0] }).sorted()
        try run("DELETE FROM district_count WHERE partnership = \(partnership) AND district IN \(touched)")
        try run(.districtCounts(of: "lsoa.partnership = \(partnership) AND lsoa.district IN \(touched)"))
    }
}

/// Where what was counted in a place is read: the rows go by the name `counted`, and their months by `force_month`.
struct CountedRows {
    let source: SQL
    /// That a row is of the place.
    let isThere: SQL

    init(in place: Place, _ db: Reading) throws {
        switch place.level {
        case .lsoa2011, .lsoa2021, .postcodeDistrict, .ward:
            source = "crime_count AS counted JOIN force_month ON force_month.id = counted.force_month"
            isThere = "counted.partnership = \(db.partnership) AND counted.lsoa IN (\(try db.policeAreas(in: place)))"
        case .district, .partnership, .county:
            source = Self.districts
            isThere = "\(Self.own(db)) AND counted.district IN \(try db.policeDistricts(in: place))"
        case .force:
            source = Self.districts
            isThere = "\(Self.own(db)) AND force_month.force = \(place.name)"
        case .country:
            source = Self.districts
            isThere = Self.own(db)
        }
    }

    /// The months come first, and this way of joining keeps SQLite to it: it would else go through every month there is.
    static let districts: SQL = "force_month CROSS JOIN district_count AS counted"

    static func own(_ db: Reading) -> SQL {
        """
        force_month.partnership = \(db.partnership) AND counted.partnership = force_month.partnership
        AND counted.force_month = force_month.id
        """
    }
}
