import DataFiles
import Storage

/// An anonymous point on the map to which the publisher moves crimes: the centre of a street, or a public place.
public struct MapPoint: Hashable, Sendable {
    /// Millionths of a degree, WGS 84.
    public let longitude: Int
    public let latitude: Int

    public init(longitude: Int, latitude: Int) {
        (self.longitude, self.latitude) = (longitude, latitude)
    }

    /// - Parameters: in degrees.
    public init(longitude: Double, latitude: Double) {
        self.init(longitude: Int((longitude * 1e6).rounded()), latitude: Int((latitude * 1e6).rounded()))
    }
}

extension PlaceStore {
    /// What some map points are called, as published: "On or near High Street". Those without a name are left out.
    ///
    /// - Throws: `DatabaseFault`
    public func names(of points: Set<MapPoint>) async throws -> [MapPoint: String] {
        try await database.read { db in try db.mapPoints(points).mapValues(\.name) }
    }
}

extension Reading {
    /// They are looked for by their longitudes, which hardly two points share: within a box around them lie those of a region.
    fileprivate func mapPoints(_ points: Set<MapPoint>) throws -> [MapPoint: (name: String, month: String)] {
        var found: [MapPoint: (name: String, month: String)] = [:]
        let longitudes = Set(points.map(\.longitude)).sorted()
        for first in stride(from: 0, to: longitudes.count, by: Self.mostAtOnce) {
            let some = Array(longitudes[first..<min(first + Self.mostAtOnce, longitudes.count)])
            try each(
                """
                SELECT longitude, latitude, name, named_in FROM map_point_name
                WHERE partnership = \(partnership) AND longitude IN \(some)
                """
            ) { row in
                let (longitude, latitude): (Int, Int) = (try row("longitude"), try row("latitude"))
                let point = MapPoint(longitude: longitude, latitude: latitude)
                if points.contains(point) { found[point] = (try row("name"), try row("named_in")) }
            }
        }
        return found
    }

    private static var mostAtOnce: Int { 2_000 }
}

extension Writing {
    /// Keeps what the points of a release are called. A point goes by the name it has in the latest month there is of it, in
    /// whatever order the months come.
    func keepNames(ofMapPointsIn counts: StreetCrimeCounts) throws {
        var latest: [MapPoint: Month] = [:]
        for point in counts.points {
            let spot = MapPoint(longitude: Int(point.longitude), latitude: Int(point.latitude))
            latest[spot] = max(latest[spot] ?? point.month, point.month)
        }
        let named = counts.streets.map { street in
            (spot: MapPoint(longitude: Int(street.longitude), latitude: Int(street.latitude)), name: street.name)
        }
        let known = try mapPoints(Set(named.map(\.spot)))
        for (spot, name) in named {
            let month = latest[spot]?.description ?? ""
            guard let old = known[spot], old.month <= month, old.name != name || old.month != month else { continue }
            try run(
                """
                UPDATE map_point_name SET name = \(name), named_in = \(month)
                WHERE partnership = \(partnership) AND longitude = \(spot.longitude) AND latitude = \(spot.latitude)
                """)
        }
        try insert(
            named.filter { known[$0.spot] == nil }.sorted {
                ($0.spot.longitude, $0.spot.latitude) < ($1.spot.longitude, $1.spot.latitude)
            },
            into: "map_point_name",
            columns: ["partnership", "longitude", "latitude", "name", "named_in"]
        ) { spot, name in
            [partnership, spot.longitude, spot.latitude, name, latest[spot]?.description ?? ""]
        }
    }
}
