import Foundation

/// The side of a point on which a tail lies.
enum Side: Sendable {
    case lower
    case upper

    var opposite: Side { self == .lower ? .upper : .lower }

    /// The direction of the tail, as a sign.
    var sign: Double { self == .lower ? -1 : 1 }
}

/// A point on a probability density whose logarithm is concave on a scale without ends.
///
/// The gamma density is one on the scale of ln x, the beta density on that of ln odds. Downhill from any point such a
/// density falls ever more steeply, so that a tail is a handful of smooth panels whatever the parameters: one method
/// serves counts of 1 and of 9,007,199,254,740,992 alike, where series and continued fractions need as many steps as
/// the square root of the count.
protocol LogConcaveDensity: Sendable {
    /// The natural logarithm of the density here.
    var logDensity: Double { get }

    /// The derivative of the log density here: positive to the left of the peak.
    var slope: Double { get }

    /// The log density `step` further on, less the log density here.
    func rise(_ step: Double) -> Double

    /// How fast the log density changes `step` further on: one over a length over which it stays smooth.
    func steepness(_ step: Double) -> Double

    func moved(by step: Double) -> Self
}

/// A tail's probability, as a logarithm so that it never underflows, and over the density where it begins.
struct Tail: Sendable {
    let logProbability: Double
    /// Mills' ratio: the tail's probability divided by the density at its beginning.
    let overDensity: Double

    var probability: Double { exp(logProbability) }
}

extension LogConcaveDensity {
    /// The probability on one side of this point.
    ///
    /// The downhill side is integrated; the other is its complement, so that small probabilities keep all their digits.
    func tail(_ side: Side) -> Tail {
        if slope * side.sign <= 0 {
            let overDensity = downhill(side)
            return Tail(logProbability: min(0, logDensity + log(overDensity)), overDensity: overDensity)
        }
        let rest = min(0, logDensity + log(downhill(side.opposite)))
        let logProbability = log1p(-exp(rest))
        return Tail(logProbability: logProbability, overDensity: exp(logProbability - logDensity))
    }

    /// The point that cuts off `probability` on `side`, sought from here, which must be the peak.
    ///
    /// Newton's method on the logarithm of the tail, which is concave too: after the first step it approaches from one
    /// side and can't miss.
    func quantile(_ side: Side, probability: Double) -> Self {
        if probability > tail(side).probability {
            return descended(side.opposite, to: log1p(-probability))
        }
        return descended(side, to: log(probability))
    }

    private func descended(_ side: Side, to target: Double) -> Self {
        var point = self
        var last = Double.infinity
        for _ in 0..<200 {
            let tail = point.tail(side)
            let step = -side.sign * (target - tail.logProbability) * tail.overDensity
            point = point.moved(by: step)
            if abs(step) < 1e-16 || (abs(step) < 1e-8 && abs(step) >= last) { break }
            last = abs(step)
        }
        return point
    }

    /// The integral of the density on its downhill side, over the density here.
    private func downhill(_ side: Side) -> Double {
        var start = 0.0
        var sum = 0.0
        var panel = 0.0
        repeat {
            let steepest = max(steepness(side.sign * start), 1)
            let width = 4 / max(steepest, steepness(side.sign * (start + 1 / steepest)))
            panel = GaussLegendre.sixteen.integral(from: start, width: width) { exp(rise(side.sign * $0)) }
            sum += panel
            start += width
        } while panel > sum * 1e-17
        return sum
    }
}
