import Geography
import Statistics

/// Which of some small areas touch one another: found once, and asked about the numbers of any year.
struct ClusterGround: Sendable {
    /// In the order in which numbers are given.
    private let codes: [String]
    private let contiguity: Contiguity

    /// - Returns: nil where fewer than ten of the areas are drawn.
    /// - Throws: `CrowdedBoundaries`, `StatisticsRefusal`
    init?(_ codes: [String], boundaries: [Boundary]) throws {
        let shapes = Dictionary(boundaries.map { ($0.code, $0) }, uniquingKeysWith: { one, _ in one })
        // In the order of codes: the draws go by it.
        let drawn = codes.sorted().compactMap { shapes[$0] }
        guard drawn.count >= AreaClusters.fewest else { return nil }
        self.codes = drawn.map(\.code)
        contiguity = try Contiguity(neighbours: QueenContiguity(of: drawn).neighbours)
    }

    /// Gi* of a number of each area, each with whether it is believed, by its code; nothing of one that touches no other and
    /// has none of it. It is believed where the normal probability is, all areas tested at once, and the draws bear it out: of a
    /// few dozen robberies one area’s sixteen would make a cluster of all that touch it.
    ///
    /// - Parameter values: by the areas' codes; there is one of each.
    /// - Throws: `StatisticsRefusal`
    func clusters(of values: [String: Double]) throws -> AreaClusters {
        var chance = SplitMix64(seed: AreaClusters.seed)
        let found = try GiStar(
            of: codes.map { values[$0] ?? 0 }, among: contiguity, permutations: AreaClusters.permutations,
            using: &chance)
        let isBelieved = try FalseDiscoveryRate(found.areas.map { $0?.probability }).isRejected
        return AreaClusters(
            areas: Dictionary(
                zip(codes.indices, found.areas).compactMap { index, area in
                    area.map { (codes[index], AreaClusters.Area($0, isBelieved: isBelieved[index])) }
                }, uniquingKeysWith: { one, _ in one }))
    }
}

/// An area that is not as those that touch it: it belongs to no cluster, and what works there may be its own.
enum StandsApart: String, Sendable {
    case highAmongLow = "high among low"
    case lowAmongHigh = "low among high"

    fileprivate init?(_ quadrant: LocalMoran.Quadrant?) {
        switch quadrant {
        case .highAmongLow: self = .highAmongLow
        case .lowAmongHigh: self = .lowAmongHigh
        default: return nil
        }
    }
}

extension ClusterGround {
    /// The areas whose neighbours are unlike them, all areas tested at once, by their codes.
    ///
    /// *Source*: Anselin 1995 (local Moran’s I); Benjamini & Hochberg 1995.
    /// - Parameter values: by the areas' codes; there is one of each.
    /// - Throws: `StatisticsRefusal`
    func standingApart(by values: [String: Double]) throws -> [String: StandsApart] {
        let found = try LocalMoran(of: codes.map { values[$0] ?? 0 }, among: contiguity)
        let isBelieved = try FalseDiscoveryRate(found.areas.map { $0?.probability }).isRejected
        return Dictionary(
            codes.indices.compactMap { index in
                isBelieved[index] ? StandsApart(found.areas[index]?.quadrant).map { (codes[index], $0) } : nil
            }, uniquingKeysWith: { one, _ in one })
    }
}

extension AreaClusters.Area {
    fileprivate init(_ area: GiStar.Area, isBelieved: Bool) {
        self.init(
            z: area.z, probability: area.probability, permuted: area.test?.probability,
            cluster: !isBelieved || (area.test?.probability ?? 1) > AreaClusters.mostDrawn
                ? .none : (area.z ?? 0) > 0 ? .muchCrime : .littleCrime)
    }
}
