import DataFiles
import Storage

/// The rows of one release's force-months, and what hangs on them, as they go into the records.
struct ForceMonthRows {
    private struct Key: Hashable {
        let force: Int
        let month: Month
    }

    private let ids: [Key: ID<ForceMonthRecord>]

    /// Supersedes what each force's month had before, and inserts the new one.
    init(_ counts: StreetCrimeCounts, release: Release, identities: Identities, in db: Writing) throws {
        var ids: [Key: ID<ForceMonthRecord>] = [:]
        for month in counts.forceMonths {
            let id: ID<ForceMonthRecord> = identities.new(at: release.receivedAt)
            let force = counts.forces[month.force]
            try db.run(
                """
                UPDATE force_month SET superseded_by = \(release.id)
                WHERE partnership = \(db.partnership) AND force = \(force)
                AND month = \(month.month.description) AND superseded_by IS NULL
                """)
            try db.run(
                """
                INSERT INTO force_month (
                    id, partnership, data_release, force, month, rows_kept, rows_unplaced, rows_refused)
                VALUES (
                    \(id), \(db.partnership), \(release.id), \(force), \(month.month.description),
                    \(month.rows.kept), \(month.rows.unplaced), \(month.rows.refused))
                """)
            ids[Key(force: month.force, month: month.month)] = id
        }
        self.ids = ids
    }

    /// An area goes by the name it has in the latest month there is of it, in whatever order the months come.
    func insertLSOAs(of counts: StreetCrimeCounts, into db: Writing) throws {
        var latest: [Int: Month] = [:]
        for cell in counts.cells { latest[cell.lsoa] = max(latest[cell.lsoa] ?? cell.month, cell.month) }
        for (index, lsoa) in counts.lsoas.enumerated() {
            try db.run(
                """
                INSERT INTO lsoa (partnership, code, name, district, named_in)
                VALUES (
                    \(db.partnership), \(lsoa.code), \(lsoa.name), \(lsoa.district),
                    \(latest[index]?.description ?? ""))
                ON CONFLICT (partnership, code) DO UPDATE SET
                    name = excluded.name, district = excluded.district, named_in = excluded.named_in
                WHERE excluded.named_in >= lsoa.named_in
                """)
        }
    }

    func insertCounts(of counts: StreetCrimeCounts, into db: Writing) throws {
        try db.insert(
            counts.cells, into: "crime_count",
            columns: ["partnership", "lsoa", "force_month", "crime_type", "number"]
        ) { cell in
            [
                db.partnership, counts.lsoas[cell.lsoa].code, ids[Key(force: cell.force, month: cell.month)],
                counts.types[cell.type], cell.count,
            ]
        }
    }

    /// - Parameter districts: of each area, by the code of the area.
    func insertDistrictCounts(of counts: StreetCrimeCounts, in districts: [String: String], into db: Writing) throws {
        struct Row: Hashable {
            let district: String
            let key: Key
            let type: Int
        }
        let names = counts.lsoas.map { districts[$0.code] ?? $0.district }
        var rows: [Row: Int] = [:]
        for cell in counts.cells {
            let key = Key(force: cell.force, month: cell.month)
            rows[Row(district: names[cell.lsoa], key: key, type: cell.type), default: 0] += cell.count
        }
        // What has no place lies in no district, and belongs to the force all the same.
        for cell in counts.unplaced {
            let key = Key(force: cell.force, month: cell.month)
            rows[Row(district: "", key: key, type: cell.type), default: 0] += cell.count
        }
        try db.insert(
            rows, into: "district_count", columns: ["partnership", "force_month", "district", "crime_type", "number"]
        ) { row, count in
            [db.partnership, ids[row.key], row.district, counts.types[row.type], count]
        }
    }

    /// A point's rows are gathered over types: the map tells only crime and anti-social behaviour apart.
    func insertPoints(of counts: StreetCrimeCounts, into db: Writing) throws {
        struct Spot: Hashable {
            let lsoa: Int
            let longitude: Int32
            let latitude: Int32
            let month: Month
            let isAntiSocial: Bool
        }
        let antiSocial = counts.types.firstIndex(of: CrimeType.antiSocialBehaviour.name)
        var spots: [Spot: Int] = [:]
        for point in counts.points {
            let spot = Spot(
                lsoa: point.lsoa, longitude: point.longitude, latitude: point.latitude, month: point.month,
                isAntiSocial: point.type == antiSocial)
            spots[spot, default: 0] += point.count
        }
        let forces = mainForces(of: counts)
        // In the order in which they are kept, so that each page is written to once.
        let inOrder = spots.map { (code: counts.lsoas[$0.key.lsoa].code, spot: $0.key, count: $0.value) }.sorted {
            ($0.code, $0.spot.month, $0.spot.longitude, $0.spot.latitude)
                < ($1.code, $1.spot.month, $1.spot.longitude, $1.spot.latitude)
        }
        try db.insert(
            inOrder, into: "crime_point",
            columns: ["partnership", "lsoa", "force_month", "longitude", "latitude", "is_anti_social", "number"]
        ) { code, spot, count in
            [
                db.partnership, code, forces[Place(lsoa: spot.lsoa, month: spot.month)],
                Int(spot.longitude), Int(spot.latitude), spot.isAntiSocial, count,
            ]
        }
    }

    private struct Place: Hashable {
        let lsoa: Int
        let month: Month
    }

    /// A point has no force of its own: it goes with the force that has most rows of its LSOA in that month.
    private func mainForces(of counts: StreetCrimeCounts) -> [Place: ID<ForceMonthRecord>] {
        var rows: [Place: [Int: Int]] = [:]
        for cell in counts.cells {
            rows[Place(lsoa: cell.lsoa, month: cell.month), default: [:]][cell.force, default: 0] += cell.count
        }
        var main: [Place: ID<ForceMonthRecord>] = [:]
        for (place, forces) in rows {
            let force = forces.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
            main[place] = force.flatMap { ids[Key(force: $0, month: place.month)] }
        }
        return main
    }
}
