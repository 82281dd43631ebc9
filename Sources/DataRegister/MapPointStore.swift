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
        guard let box = MapPointBox(points) else { return [:] }
        return try await database.read { db in
            try db.mapPoints(in: box).filter { points.contains($0.key) }.mapValues(\.name)
        }
    }
}

/// From the westernmost point to the easternmost, and from the southernmost to the northernmost.
private struct MapPointBox {
    let longitudes: ClosedRange<Int>
    let latitudes: ClosedRange<Int>

    /// - Returns: nil where there are no points.
    init?(_ points: some Collection<MapPoint>) {
        guard let west = points.map(\.longitude).min(), let east = points.map(\.longitude).max(),
            let south = points.map(\.latitude).min(), let north = points.map(\.latitude).max()
        else { return nil }
        (longitudes, latitudes) = (west...east, south...north)
    }
}

extension Reading {
    fileprivate func mapPoints(in box: MapPointBox) throws -> [MapPoint: (name: String, month: String)] {
        var found: [MapPoint: (name: String, month: String)] = [:]
        try each(
            """
            SELECT longitude, latitude, name, named_in FROM map_point_name
            WHERE partnership = \(partnership)
                AND longitude BETWEEN \(box.longitudes.lowerBound) AND \(box.longitudes.upperBound)
                AND latitude BETWEEN \(box.latitudes.lowerBound) AND \(box.latitudes.upperBound)
            """
        ) { row in
            let longitude: Int = try row("longitude")
            let latitude: Int = try row("latitude")
            found[MapPoint(longitude: longitude, latitude: latitude)] = (try row("name"), try row("named_in"))
        }
        return found
    }
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
        guard let box = MapPointBox(named.map(\.spot)) else { return }
        let known = try mapPoints(in: box)
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
            named.filter { known[$0.spot] == nil }, into: "map_point_name",
            columns: ["partnership", "longitude", "latitude", "name", "named_in"]
        ) { spot, name in
            [partnership, spot.longitude, spot.latitude, name, latest[spot]?.description ?? ""]
        }
    }
}
