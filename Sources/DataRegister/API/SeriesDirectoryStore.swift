import DataFiles
import Storage

/// Where it is known which series there are.
struct SeriesDirectoryStore: Sendable {
    let database: Database
    let releases: ReleaseStore

    /// - Parameter day: today.
    /// - Throws: `DatabaseFault`
    func directory(on day: Day) async throws -> SeriesDirectory {
        let sets = DataSetStore(database)
        let newest = try await newest()
        let districtsOnly = try await districtsOnly()
        var counted: [SeriesDirectory.Counted] = []
        for standing in try await DataSetStandingStore(database).standings(on: day) {
            guard let first = standing.months.min(), let last = standing.months.max(),
                let release = newest[standing.set.address], let span = try? Period(from: first, to: last)
            else { continue }
            let cited = Citation.CitedRelease(release, of: standing.set.name)
            counted += try await sets.measures(of: standing.set.address).filter(\.isCount).map {
                .init(
                    set: standing.set, measure: $0, span: span, newest: cited,
                    isOfDistricts: districtsOnly.contains(standing.set.address))
            }
        }
        return SeriesDirectory(counted: counted, places: try await PlaceAddressStore(database).answerable())
    }

    /// Sets that have nothing below districts, so that nothing is told of other places.
    private func districtsOnly() async throws -> Set<DataSetAddress> {
        try await database.read { db in
            var levels: [DataSetAddress: Set<Place.Level>] = [:]
            for row in try db.rows(
                "SELECT DISTINCT data_set, level FROM data_set_period WHERE partnership = \(db.partnership)")
            {
                levels[try row("data_set"), default: []].insert(try row("level"))
            }
            return Set(levels.filter { $0.value == [.district] }.keys)
        }
    }

    private func newest() async throws -> [DataSetAddress: Release] {
        var found: [DataSetAddress: Release] = [:]
        let all = try await releases.releases()
        for release in all.sorted(by: { ($0.receivedAt, $0.name) < ($1.receivedAt, $1.name) }) {
            if let set = release.dataSet ?? release.kind.dataSet { found[set] = release }
        }
        return found
    }
}
