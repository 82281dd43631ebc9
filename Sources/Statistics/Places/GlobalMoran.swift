/// Whether areas are like their neighbours on the whole: Moran's I, near 1 where they are, near 0 by chance.
///
/// With the neighbours' weights adding up to 1 for each area. *Source*: Cliff & Ord 1981, sections 1.4 and 2.3.
public struct GlobalMoran: Hashable, Sendable {
    public let value: Double
    /// What it would be by chance: −1/(n − 1).
    public let expected: Double
    /// Its variance if the values were drawn from a normal distribution; `nil` where it is 0.
    public let normalVariance: Double?
    /// Its variance if the values that there are changed places; `nil` with fewer than four areas, and where it is 0.
    public let randomVariance: Double?

    /// How many standard deviations the value lies above what is expected of values drawn from a normal distribution.
    public var normalZ: Double? { normalVariance.map { (value - expected) / $0.squareRoot() } }

    /// The same of values that change places: the better one for counts of crime, which are far from normal.
    public var randomZ: Double? { randomVariance.map { (value - expected) / $0.squareRoot() } }

    /// Two-sided, from ``randomZ``.
    public var probability: Double? { randomZ.map(GiStar.twoSided) }

    /// - Parameter neighbourSums: the sum of the neighbours' deviations for each area.
    init?(_ data: AreaValues, neighbourSums: [Double]) {
        let weights = NeighbourWeights(data.contiguity)
        guard !data.isConstant, weights.total > 0 else { return nil }
        var alike = 0.0
        for area in data.values.indices where data.contiguity.degree(of: area) > 0 {
            alike += data.deviations[area] * neighbourSums[area] / Double(data.contiguity.degree(of: area))
        }
        let n = Double(data.count)
        value = alike / weights.total / data.variance
        expected = -1 / (n - 1)
        let (s0, s1, s2) = (weights.total, weights.pairs, weights.areas)
        let normal = (n * n * s1 - n * s2 + 3 * s0 * s0) / (s0 * s0 * (n * n - 1))
        normalVariance = Self.room(normal - expected * expected, above: normal)
        guard n > 3 else {
            randomVariance = nil
            return
        }
        let kurtosis = data.fourth / (data.variance * data.variance)
        let flat = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0)
        let peaked = kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0)
        let divisor = (n - 1) * (n - 2) * (n - 3) * s0 * s0
        let random = (flat - peaked) / divisor - expected * expected
        randomVariance = Self.room(random, above: flat / divisor)
    }

    /// A variance, unless rounding is all there is to it: where every area touches every other, it is 0.
    ///
    /// - Parameter term: the largest of what it is the difference of.
    private static func room(_ variance: Double, above term: Double) -> Double? {
        variance > 1e-13 * term.magnitude ? variance : nil
    }
}

/// The sums over weights that variances of Moran's I are made of: S₀, S₁ and S₂ of Cliff and Ord.
private struct NeighbourWeights {
    /// The sum of all weights: one for each area that has a neighbour.
    var total = 0.0
    /// For each pair that touches, the square of its two weights together.
    var pairs = 0.0
    /// For each area, the square of the weights that it gives and gets.
    var areas = 0.0

    init(_ contiguity: Contiguity) {
        let shares = (0..<contiguity.count).map { 1 / Double(contiguity.degree(of: $0)) }
        let gotten = contiguity.neighbourSums(of: shares)
        for area in 0..<contiguity.count where contiguity.degree(of: area) > 0 {
            total += 1
            areas += (1 + gotten[area]) * (1 + gotten[area])
            for place in contiguity.range(of: area) {
                let other = Int(contiguity.others[place])
                guard other > area else { continue }
                pairs += (shares[area] + shares[other]) * (shares[area] + shares[other])
            }
        }
    }
}
