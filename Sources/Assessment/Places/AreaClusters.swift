import DataRegister
import Geography
import Statistics

/// Which small areas of a district lie in a cluster of much crime over a period, and which in one of little: Gi* of the
/// counts, with its normal probability, that of permutations, and whether it is believed, all areas tested at once.
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
    private static let seed: UInt64 = 2016

    /// By the area's code.
    let areas: [String: Area]

    /// - Returns: nil where fewer than ten areas are drawn.
    /// - Throws: `CrowdedBoundaries`, `StatisticsRefusal`
    init?(_ places: [PlaceFinding], boundaries: [Boundary]) throws {
        try self.init(valued: places.map { (code: $0.code, value: Double($0.crimes)) }, boundaries: boundaries)
    }

    /// - Parameter places: each area's number, or its rate.
    /// - Returns: nil where fewer than ten areas are drawn.
    /// - Throws: `CrowdedBoundaries`, `StatisticsRefusal`
    init?(valued places: [(code: String, value: Double)], boundaries: [Boundary]) throws {
        let shapes = Dictionary(boundaries.map { ($0.code, $0) }, uniquingKeysWith: { one, _ in one })
        // In the order of codes: the draws go by it.
        let drawn = places.sorted { $0.code < $1.code }.compactMap { place in shapes[place.code].map { (place, $0) } }
        guard drawn.count >= Self.fewest else { return nil }
        let contiguity = try Contiguity(neighbours: QueenContiguity(of: drawn.map(\.1)).neighbours)
        var chance = SplitMix64(seed: Self.seed)
        let found = try GiStar(
            of: drawn.map(\.0.value), among: contiguity, permutations: Self.permutations, using: &chance)
        let isBelieved = try FalseDiscoveryRate(found.areas.map { $0?.probability }).isRejected
        areas = Dictionary(
            zip(drawn.indices, found.areas).compactMap { index, area in
                area.map { (drawn[index].0.code, Area($0, isBelieved: isBelieved[index])) }
            }, uniquingKeysWith: { one, _ in one })
    }
}

extension AreaClusters.Area {
    fileprivate init(_ area: GiStar.Area, isBelieved: Bool) {
        self.init(
            z: area.z, probability: area.probability, permuted: area.test?.probability,
            cluster: !isBelieved ? .none : (area.z ?? 0) > 0 ? .muchCrime : .littleCrime)
    }
}
