/// A place on the earth in degrees, WGS84: what GeoJSON, TopoJSON and data.police.uk carry.
public struct Position: Hashable, Sendable {
    /// Degrees east of Greenwich.
    public let longitude: Double
    /// Degrees north of the equator.
    public let latitude: Double

    public init(longitude: Double, latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }

    /// Whether the place lies in or around the British Isles: 15° west to 5° east, 48° to 63° north. What lies outside
    /// can't be a place of an English or Welsh partnership; most often its numbers are metres, or swapped.
    public var isInBritishIsles: Bool {
        (-15...5).contains(longitude) && (48...63).contains(latitude)
    }
}
