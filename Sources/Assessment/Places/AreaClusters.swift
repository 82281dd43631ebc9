import DataRegister
import Geography
import Statistics

/// Which small areas of a district lie in a cluster of much crime over a period, and which in one of little: Gi* of the
/// counts, with its normal probability, all areas tested at once, and that of permutations, which must bear it out.
///
/// *Source*: Ord & Getis 1995; Benjamini & Hochberg 1995.
struct AreaClusters: Sendable {
    struct Area: Sendable {
        /// Standard deviations above what chance would give; nil where chance leaves no room.
        let z: Double?
        /// Two-sided, from the normal distribution; nil for an area that touches no other.
        let probability: Double?
        /// One-sided, from ``AreaClusters/permutations`` draws of other areas.
        let permuted: Double?
        let cluster: Cluster
    }

    enum Cluster: String, Sendable {
        case muchCrime = "much crime"
        case littleCrime = "little crime"
        case none
    }

    static let permutations = 999
    /// Fewer areas make no map to find anything in.
    static let fewest = 10
    /// The same figures give the same answer, whoever asks and whenever.
    static let seed: UInt64 = 2016
    /// One-sided: 5% where both sides are looked at.
    static let mostDrawn = 0.025

    /// By the area's code.
    let areas: [String: Area]

    init(areas: [String: Area]) {
        self.areas = areas
    }

    /// - Returns: nil where fewer than ten areas are drawn.
    /// - Throws: `CrowdedBoundaries`, `StatisticsRefusal`
    init?(_ places: [PlaceFinding], boundaries: [Boundary]) throws {
        guard let ground = try ClusterGround(places.map(\.code), boundaries: boundaries) else { return nil }
        let counts = Dictionary(places.map { ($0.code, Double($0.crimes)) }, uniquingKeysWith: { one, _ in one })
        self = try ground.clusters(of: counts)
    }
}
