import Foundation

/// Which areas are like their neighbours and which stand out from them: Anselin's local Moran's I, of use above all for
/// finding outliers, such as a high area among low ones.
public struct LocalMoran: Hashable, Sendable {
    /// Where an area lies, and where its neighbours lie, against the mean of all. High is above it, low is not above it.
    public enum Quadrant: Int, Hashable, Sendable, CaseIterable {
        case highAmongHigh = 1
        case lowAmongHigh = 2
        case lowAmongLow = 3
        case highAmongLow = 4
    }

    /// What is found at one area.
    public struct Area: Hashable, Sendable {
        /// Positive where the area is like its neighbours, negative where it stands out; 0 for an island. `nil` where all
        /// areas have the same value.
        public let value: Double?
        /// `nil` for an island, and where all areas have the same value.
        public let quadrant: Quadrant?
        /// What the value would be by chance, all areas' values changing places; and its variance. `nil` as above, the
        /// variance also with fewer than three areas.
        public let expected: Double?
        public let variance: Double?
        /// How many standard deviations the value lies above what chance gives where the area keeps its own value. `nil`
        /// for an island, and where chance leaves no room: the area touches all others, or lies at the mean itself.
        public let z: Double?
        /// Two-sided, from the normal distribution; what a correction for many areas takes. `nil` where z is.
        public let probability: Double?
        /// `nil` for an island, where no permutations were asked for, and where all areas have the same value.
        public let test: PermutationTest?
        public let isIsland: Bool
    }

    /// In the order of the values; `nil` for an area whose value is missing.
    public let areas: [Area?]
    /// Whether areas are like their neighbours on the whole; `nil` where all have the same value or none has a neighbour.
    public let global: GlobalMoran?

    /// Local Moran's I with its normal probabilities alone.
    ///
    /// Iᵢ = (n − 1) zᵢ × (mean of z over the neighbours) / Σz², z being values less their mean. *Source*: Anselin 1995,
    /// with PySAL's n − 1; R's spdep has n, which is (n − 1)/n times as much. The expected value and the variance, both
    /// for the latter, are those of total randomisation (Sokal, Oden & Thomson 1998, A3 and A4).
    ///
    /// ``Area/z`` is not made of these but of the moments with the area's own value held (A7 and A8 there): they are the
    /// ones that the permutation test approximates.
    /// - Parameters:
    ///   - values: one for each area, in any unit; `nil` where it is missing, which leaves the area out altogether.
    /// - Throws: `StatisticsRefusal` where there aren't as many values as areas, or one is infinite or no number.
    public init(of values: [Double?], among contiguity: Contiguity) throws(StatisticsRefusal) {
        let data = try AreaValues(values, among: contiguity)
        self.init(data, tests: [])
    }

    /// Local Moran's I with a permutation test for each area as well.
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
        let lags = data.contiguity.neighbourSums(of: data.deviations)
        let moments = LocalMoranMoments(data)
        let found = data.values.indices.map { area in
            moments.area(area, neighbourSum: lags[area], test: tests.isEmpty ? nil : tests[area])
        }
        areas = data.placed(found)
        global = GlobalMoran(data, neighbourSums: lags)
    }
}

/// What the local values of one map have in common.
private struct LocalMoranMoments {
    let data: AreaValues
    let n: Double
    /// Kurtosis: the fourth moment over the square of the second.
    let kurtosis: Double

    init(_ data: AreaValues) {
        self.data = data
        n = Double(data.count)
        kurtosis = data.fourth / (data.variance * data.variance)
    }

    func area(_ area: Int, neighbourSum: Double, test: PermutationTest?) -> LocalMoran.Area {
        let degree = data.contiguity.degree(of: area)
        guard !data.isConstant else { return nothing(isIsland: degree == 0) }
        guard degree > 0 else { return island }
        let k = Double(degree)
        // What rounding alone could have made of a deviation or a sum of them that is 0.
        let own = settled(data.deviations[area], terms: 1)
        let lag = settled(neighbourSum, terms: degree) / k
        let z = own == 0 ? nil : conditional(own, lag, k)
        return LocalMoran.Area(
            value: (n - 1) / n * own * lag / data.variance, quadrant: quadrant(own, lag), expected: -1 / (n - 1),
            variance: variance(k), z: z, probability: z.map(GiStar.twoSided),
            test: own == 0 ? test?.tied : test, isIsland: false)
    }

    /// The variance when all areas' values change places, with the neighbours' weights adding up to 1.
    private func variance(_ k: Double) -> Double? {
        guard n > 2 else { return nil }
        let squares = 1 / k
        let apart = (1 - squares) * (2 * kurtosis - n) / ((n - 1) * (n - 2))
        return squares * (n - kurtosis) / (n - 1) + apart - 1 / ((n - 1) * (n - 1))
    }

    /// How far the neighbours' mean lies from what k of the others have by chance, in standard deviations; counted as
    /// positive on the area's own side.
    private func conditional(_ own: Double, _ lag: Double, _ k: Double) -> Double? {
        guard k < n - 1 else { return nil }
        let mean = -own / (n - 1)
        let variance = (n * data.variance - own * own) / (n - 1) - mean * mean
        guard variance > 0 else { return nil }
        let z = (lag - mean) / (variance / k * (n - 1 - k) / (n - 2)).squareRoot()
        return own < 0 ? -z : z
    }

    private func quadrant(_ own: Double, _ lag: Double) -> LocalMoran.Quadrant {
        if own > 0 { return lag > 0 ? .highAmongHigh : .highAmongLow }
        return lag > 0 ? .lowAmongHigh : .lowAmongLow
    }

    private func settled(_ sum: Double, terms: Int) -> Double {
        sum.magnitude <= data.slack(terms: terms) ? 0 : sum
    }

    private var island: LocalMoran.Area {
        LocalMoran.Area(
            value: 0, quadrant: nil, expected: 0, variance: 0, z: nil, probability: nil, test: nil, isIsland: true)
    }

    private func nothing(isIsland: Bool) -> LocalMoran.Area {
        LocalMoran.Area(
            value: nil, quadrant: nil, expected: nil, variance: nil, z: nil, probability: nil, test: nil,
            isIsland: isIsland)
    }
}

extension PermutationTest {
    /// The test of an area that lies at the mean, whose value is 0 whatever its neighbours are.
    fileprivate var tied: PermutationTest {
        PermutationTest(permutations: permutations, atLeast: permutations, atMost: permutations)
    }
}
