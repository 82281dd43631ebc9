import DataFiles
import Storage

/// Where it is known which series there are.
struct SeriesDirectoryStore: Sendable {
    private let database: Database
    private let releases: ReleaseStore
    private let unknown: UnknownPlaces
    private let told = EditionShelf<DataSetAddress, [Place]>(most: 64)

    init(database: Database, releases: ReleaseStore) {
        (self.database, self.releases) = (database, releases)
        unknown = UnknownPlaces(database, releases: releases)
    }

    /// - Parameter day: today.
    /// - Throws: `DatabaseFault`
    func directory(on day: Day) async throws -> SeriesDirectory {
        let sets = DataSetStore(database)
        let newest = try await newest()
        let levels = try await levels()
        let answerable = try await PlaceAddressStore(database).answerable()
        var counted: [SeriesDirectory.Counted] = []
        for standing in try await DataSetStandingStore(database).standings(on: day) {
            guard let first = standing.months.min(), let last = standing.months.max(),
                let release = newest[standing.set.address], let span = try? Period(from: first, to: last)
            else { continue }
            let places = try await places(
                among: answerable, toldBy: standing.set, at: levels[standing.set.address] ?? [])
            let cited = Citation.CitedRelease(release, of: standing.set.name)
            counted += try await sets.measures(of: standing.set.address).filter(\.isCount).map {
                .init(set: standing.set, measure: $0, span: span, newest: cited, places: places)
            }
        }
        return SeriesDirectory(counted: counted)
    }

    private func places(
        among answerable: [Place], toldBy set: DataSet, at levels: Set<Place.Level>
    ) async throws -> [Place] {
        // Of what has nothing below districts nothing is told of other places.
        let asked = levels == [.district] ? answerable.filter { $0.level == .district } : answerable
        let edition = "\(try await releases.edition()) \(set.absentRows) \(asked.count)"
        return try await told.value(set.address, edition: edition) { [unknown] in
            try await unknown.told(of: asked, by: set, at: levels)
        }
    }

    /// The kinds of place that each set has rows for.
    private func levels() async throws -> [DataSetAddress: Set<Place.Level>] {
        try await database.read { db in
            var levels: [DataSetAddress: Set<Place.Level>] = [:]
            for row in try db.rows(
                "SELECT DISTINCT data_set, level FROM data_set_period WHERE partnership = \(db.partnership)")
            {
                levels[try row("data_set"), default: []].insert(try row("level"))
            }
            return levels
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
