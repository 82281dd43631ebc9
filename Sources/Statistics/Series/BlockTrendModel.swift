import Foundation

/// A log-linear model of counts with a level for each block of the year and, maybe, one trend through them all, fitted by
/// iterated weighted least squares (quasi-Poisson).
///
/// With levels and one slope the normal equations come apart: about the weighted middle of each block nothing but the
/// slope is left. *Source*: McCullagh & Nelder 1989, sections 2.5 and 9.2. Start, stopping rule and what is taken from the
/// last turn are those of R's `glm`, so that figures agree to all digits with those of an analyst who uses it.
struct BlockTrendModel: Sendable {
    struct Month: Sendable {
        let count: Double
        let time: Double
        let block: Int
        /// ln of the population, or 0.
        let offset: Double
    }

    /// Of each month, the count expected.
    private(set) var means: [Double]
    /// Of each month, how much of it its own count decides: 0 to 1.
    private(set) var leverages: [Double] = []
    let hasTrend: Bool
    private(set) var converged = false
    /// Of ln count, each month.
    private(set) var slope = 0.0
    let degreesOfFreedom: Int
    /// Pearson's chi-square over the degrees of freedom: below 1 where months vary less than Poisson counts.
    private(set) var dispersion = 0.0

    private var blocks: [Block]
    /// How well the slope is known: one over the square of its error where the dispersion is 1.
    private var slopeInformation = 0.0

    /// A block's total weight, and the weighted middles of its times and working values.
    private struct Block {
        var weight = 0.0
        var time = 0.0
        var value = 0.0
    }

    /// - Parameter weights: what each month counts.
    /// - Precondition: more months than levels, every block below `blocks` has one, and the weights are above 0.
    init(_ months: [Month], weights: [Double], blocks: Int, hasTrend: Bool) {
        self.blocks = Array(repeating: Block(), count: blocks)
        self.hasTrend = hasTrend
        degreesOfFreedom = months.count - blocks - (hasTrend ? 1 : 0)
        means = months.map { $0.count + 0.1 }
        var logs = means.map { log($0) }
        var deviance = Self.deviance(months, means, weights)
        var working: [Double] = []
        for _ in 0..<25 where !converged {
            working = zip(weights, means).map { $0 * $1 }
            solve(
                months, working,
                zip(months, logs).enumerated().map { index, pair in
                    pair.1 - pair.0.offset + (pair.0.count - means[index]) / means[index]
                })
            logs = months.map { logMean(block: $0.block, time: $0.time, offset: $0.offset) }
            means = logs.map { max(exp($0), .ulpOfOne) }
            let next = Self.deviance(months, means, weights)
            guard next.isFinite else { break }
            converged = abs(next - deviance) / (abs(next) + 0.1) < 1e-8
            deviance = next
        }
        conclude(months, working)
    }

    /// The expected ln count at a time, and its standard error where the dispersion is taken as it is.
    func prediction(block: Int, time: Double, offset: Double) -> (log: Double, error: Double) {
        let distance = time - blocks[block].time
        let spread = 1 / blocks[block].weight + (hasTrend ? distance * distance / slopeInformation : 0)
        return (logMean(block: block, time: time, offset: offset), (dispersion * spread).squareRoot())
    }

    /// How often a slope as steep would come of chance alone; 1 where there is none.
    var slopeProbability: Double {
        guard hasTrend, slope != 0 else { return 1 }
        let squared = slope * slope * slopeInformation / dispersion
        let freedom = Double(degreesOfFreedom)
        return IncompleteBeta.probability(.lower, a: freedom / 2, b: 0.5, odds: freedom / squared)
    }

    private func logMean(block: Int, time: Double, offset: Double) -> Double {
        blocks[block].value + slope * (time - blocks[block].time) + offset
    }

    private mutating func solve(_ months: [Month], _ working: [Double], _ values: [Double]) {
        var sums = Array(repeating: Block(), count: blocks.count)
        for (index, month) in months.enumerated() {
            sums[month.block].weight += working[index]
            sums[month.block].time += working[index] * month.time
            sums[month.block].value += working[index] * values[index]
        }
        blocks = sums.map { Block(weight: $0.weight, time: $0.time / $0.weight, value: $0.value / $0.weight) }
        guard hasTrend else { return }
        var (information, product) = (0.0, 0.0)
        for (index, month) in months.enumerated() {
            let distance = month.time - blocks[month.block].time
            information += working[index] * distance * distance
            product += working[index] * distance * (values[index] - blocks[month.block].value)
        }
        slopeInformation = information
        slope = product / information
    }

    private mutating func conclude(_ months: [Month], _ working: [Double]) {
        var chiSquare = 0.0
        leverages = months.indices.map { index in
            let month = months[index]
            let distance = month.time - blocks[month.block].time
            let residual = (month.count - means[index]) / means[index]
            chiSquare += working[index] * residual * residual
            let spread = 1 / blocks[month.block].weight + (hasTrend ? distance * distance / slopeInformation : 0)
            return working[index] * spread
        }
        dispersion = chiSquare / Double(degreesOfFreedom)
    }

    private static func deviance(_ months: [Month], _ means: [Double], _ weights: [Double]) -> Double {
        var sum = 0.0
        for (index, month) in months.enumerated() {
            let gain = month.count > 0 ? month.count * log(month.count / means[index]) : 0
            sum += weights[index] * (gain - month.count + means[index])
        }
        return 2 * sum
    }
}
