import Charts
import DataFiles
import Geography

/// The map of a district: its real boundaries where they were imported, hexagons round the points where not.
struct DistrictMaps: Sendable {
    let places: PlaceStore

    /// - Returns: nil where nothing is known of where.
    func map(of data: DistrictData, over period: Period) async throws -> (any Chart)? {
        let boundaries = try await places.boundaries(of: data.areas.map(\.code))
        return DistrictMap(data, over: period, boundaries: boundaries)?.chart
    }
}
