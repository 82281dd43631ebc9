/// Whether events that are near one another in space are near in time as well, more often than by chance: Knox's test of
/// near repeats.
///
/// Pairs of events are counted by how far apart they are in space and in time. *Source*: Knox 1964; Townsley, Homel &
/// Chaseling 2003 for burglary. Bands hold their lower end and not their upper one, as in R's NearRepeat.
public struct KnoxTable: Hashable, Sendable {
    /// Something that happened at a place on a day. Days are counted from any day.
    public struct Event: Hashable, Sendable {
        public let place: PlanePoint
        public let day: Int

        public init(place: PlanePoint, day: Int) {
            self.place = place
            self.day = day
        }
    }

    /// How distance is measured: straight, or along a grid of streets that run north and east.
    public enum Metric: Hashable, Sendable {
        case euclidean
        case manhattan
    }

    /// The pairs of one band of distance and one of time.
    public struct Cell: Hashable, Sendable {
        public let observed: Int
        /// How many there would be if days had nothing to do with places: the mean over all ways to deal the days out
        /// among the events, which is the pairs of the band of distance × those of the band of time / all pairs.
        public let expected: Double
        /// How many draws had as many pairs or more; `nil` where no permutations were asked for.
        public let atLeast: Int?

        /// Observed over expected, "1.8 times as many"; `nil` where none is expected.
        public var ratio: Double? { expected > 0 ? Double(observed) / expected : nil }
    }

    /// For each band of distance, nearest first, the cells of the bands of time, shortest first.
    public let cells: [[Cell]]
    /// How many times the days were dealt out anew; 0 where no permutations were asked for.
    public let permutations: Int

    /// The table without permutations.
    ///
    /// - Parameters:
    ///   - distances: the ends of the bands of distance, at least two, rising: 0, 100, 200. Pairs beyond the last are
    ///     left out. The last may be infinite.
    ///   - days: the ends of the bands of time, likewise.
    /// - Throws: `StatisticsRefusal` for fewer than two events, ends that don't rise, a place that is infinite or no
    ///   number, days too far apart to be told in days, and more near pairs than can be held.
    public init(
        of events: [Event], distances: [Double], days: [Double], metric: Metric
    ) throws(StatisticsRefusal) {
        let pairs = try NearPairs(of: events, distances: distances, days: days, metric: metric)
        self.init(pairs, atLeast: nil, permutations: 0)
    }

    /// The table with a probability for each cell, from dealing the days out anew among the events.
    ///
    /// - Parameters:
    ///   - distances: the ends of the bands of distance, at least two, rising: 0, 100, 200. Pairs beyond the last are
    ///     left out. The last may be infinite.
    ///   - days: the ends of the bands of time, likewise.
    ///   - permutations: 999 is usual. From 1 to 1,000,000.
    ///   - chance: seeded, so that the same figures can be made again: ``SplitMix64``.
    /// - Throws: `StatisticsRefusal` as above, and for a number of permutations that can't be drawn.
    public init(
        of events: [Event], distances: [Double], days: [Double], metric: Metric, permutations: Int,
        using chance: inout some RandomNumberGenerator
    ) throws(StatisticsRefusal) {
        guard (1...ConditionalPermutation.most).contains(permutations) else { throw .permutations(permutations) }
        let pairs = try NearPairs(of: events, distances: distances, days: days, metric: metric)
        let atLeast = pairs.timesReached(in: permutations, using: &chance)
        self.init(pairs, atLeast: atLeast, permutations: permutations)
    }

    /// The one-sided probability of as many pairs or more by chance: (draws with as many + 1) / (permutations + 1).
    /// `nil` where no permutations were asked for.
    public func probability(of cell: Cell) -> Double? {
        cell.atLeast.map { Double($0 + 1) / Double(permutations + 1) }
    }

    private init(_ pairs: NearPairs, atLeast: [[Int]]?, permutations: Int) {
        self.permutations = permutations
        let inTime = pairs.allByTime
        let all = pairs.all
        cells = pairs.observed.enumerated().map { band, counts in
            counts.enumerated().map { time, observed in
                let expected = Double(pairs.near[band].count) * (Double(inTime[time]) / all)
                return Cell(observed: observed, expected: expected, atLeast: atLeast.map { $0[band][time] })
            }
        }
    }
}
