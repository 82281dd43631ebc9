import Foundation

/// The exact Poisson limits of a few events, by adding probabilities up: some fifty times as fast as by integrating.
///
/// Newton's method on the logarithm of the tail by that of the mean, which is concave, from Byar's limit. Each tail is the
/// probability of the count times a sum of falling terms, none of them negative. *Source*: Garwood 1936.
struct FewEvents: Sendable {
    private let count: Double
    private let logTail: Double
    private let logFactorial: Double
    private let confidence: Confidence

    /// `nil` where events are not few, or not whole.
    init?(_ count: Double, _ confidence: Confidence) {
        guard count < Double(Rate.fewestForByar), let whole = Int(exactly: count), whole >= 0 else { return nil }
        self.count = count
        self.confidence = confidence
        logTail = log(confidence.tail)
        logFactorial = (0..<whole).reduce(0) { $0 + log(Double($1 + 1)) }
    }

    var limits: Interval {
        let byar = CountInterval.byar(count, confidence)
        let upper = limit(from: byar.upper) { mean in (atMost(mean), -1) }
        guard count > 0 else { return confidence.interval(0, upper) }
        let lower = limit(from: max(byar.lower ?? 0, 0.01)) { mean in (atLeast(mean), count / mean) }
        return confidence.interval(lower, upper)
    }

    /// The mean at which the tail has its probability.
    /// - Parameter tail: at a mean, over the probability of the count, and its derivative by the mean over the same.
    private func limit(from start: Double, _ tail: (Double) -> (sum: Double, slope: Double)) -> Double {
        var mean = start
        for _ in 0..<50 {
            let (sum, slope) = tail(mean)
            let probability = count * log(mean) - mean - logFactorial + log(sum)
            let step = (logTail - probability) * sum / (slope * mean)
            mean *= exp(step)
            if abs(step) < 1e-15 { break }
        }
        return mean
    }

    /// 1 + x/m + x(x − 1)/m² + …
    private func atMost(_ mean: Double) -> Double {
        var (term, sum, left) = (1.0, 1.0, count)
        while left > 0 {
            term *= left / mean
            sum += term
            left -= 1
        }
        return sum
    }

    /// 1 + m/(x + 1) + m²/(x + 1)(x + 2) + …
    private func atLeast(_ mean: Double) -> Double {
        var (term, sum, next) = (1.0, 1.0, count + 1)
        repeat {
            term *= mean / next
            sum += term
            next += 1
        } while term > sum * 1e-18
        return sum
    }
}
