import Foundation

/// Where high values lie together, and where low ones do: Getis and Ord's local Gi*, which asks of each area whether it
/// and those that touch it have more between them than as many areas would have by chance.
public struct GiStar: Hashable, Sendable {
    /// What is found at one area.
    public struct Area: Hashable, Sendable {
        /// How many standard deviations the area and its neighbours lie above what chance would give (below, where it is
        /// negative). `nil` where chance leaves no room: all areas have the same value, or the area touches all others.
        ///
        /// An island has one too, from its own value alone, but no ``probability``: a cluster is made of neighbours.
        public let z: Double?
        /// Two-sided, from the normal distribution; what a correction for many areas takes. `nil` for an island.
        public let probability: Double?
        /// What part of the total of all areas is in this one and its neighbours; `nil` where the total is 0.
        public let share: Double?
        /// `nil` for an island, and where no permutations were asked for.
        public let test: PermutationTest?
        public let isIsland: Bool
    }

    /// In the order of the values; `nil` for an area whose value is missing.
    public let areas: [Area?]

    /// Gi* with its normal probabilities alone.
    ///
    /// z = (Σx − W x̄) / (s √((nW − W²)/(n − 1))), with the sum and the number W over the area and its neighbours, each
    /// with the weight 1, and s with the divisor n. *Source*: Ord & Getis 1995.
    ///
    /// The weights have to be 1 here: PySAL (esda 2.9.0) by default divides them by the number of neighbours and yet keeps
    /// the variance of weights that are 1, which makes z too small by about √W. It also gives an island, whose draws are all
    /// alike, the smallest probability of all.
    /// - Parameters:
    ///   - values: one for each area, in any unit; `nil` where it is missing, which leaves the area out altogether.
    /// - Throws: `StatisticsRefusal` where there aren't as many values as areas, or one is infinite or no number.
    public init(of values: [Double?], among contiguity: Contiguity) throws(StatisticsRefusal) {
        let data = try AreaValues(values, among: contiguity)
        self.init(data, tests: [])
    }

    /// Gi* with a permutation test for each area as well.
    ///
    /// - Parameters:
    ///   - values: one for each area, in any unit; `nil` where it is missing, which leaves the area out altogether.
    ///   - permutations: 999 is usual. From 1 to 1,000,000.
    ///   - chance: seeded, so that the same figures can be made again: ``SplitMix64``.
    /// - Throws: `StatisticsRefusal` where there aren't as many values as areas, one is infinite or no number, or the
    ///   number of permutations can't be drawn.
    public init(
        of values: [Double?], among contiguity: Contiguity, permutations: Int,
        using chance: inout some RandomNumberGenerator
    ) throws(StatisticsRefusal) {
        let data = try AreaValues(values, among: contiguity)
        let tests = try ConditionalPermutation.tests(data, permutations: permutations, using: &chance)
        self.init(data, tests: tests)
    }

    private init(_ data: AreaValues, tests: [PermutationTest?]) {
        let n = Double(data.count)
        let total = data.values.reduce(0, +)
        let excess = data.contiguity.neighbourSums(of: data.deviations)
        let sums = data.contiguity.neighbourSums(of: data.values)
        let found = data.values.indices.map { area in
            let isIsland = data.contiguity.degree(of: area) == 0
            let weights = Double(data.contiguity.degree(of: area) + 1)
            let spread = data.variance * weights * (n - weights) / (n - 1)
            let isOpen = !data.isConstant && weights < n
            let z = isOpen ? (data.deviations[area] + excess[area]) / spread.squareRoot() : nil
            return Area(
                z: z, probability: isIsland ? nil : z.map(Self.twoSided),
                share: total == 0 ? nil : (data.values[area] + sums[area]) / total,
                test: tests.isEmpty || data.isConstant ? nil : tests[area], isIsland: isIsland)
        }
        areas = data.placed(found)
    }

    /// The probability of a standard normal value as far from 0 on either side.
    static func twoSided(_ z: Double) -> Double {
        erfc(z.magnitude * 0.5.squareRoot())
    }
}
