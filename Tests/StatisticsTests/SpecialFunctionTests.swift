import Foundation
import Testing

@testable import Statistics

@Suite("Special functions")
struct SpecialFunctionTests {
    @Test("a gamma tail of whole shape is the sum of the Poisson probabilities", arguments: [1, 2, 7, 30, 120])
    func gammaIsPoissonSum(shape: Int) {
        for mean in [0.01, 0.7, 3, 25, 119.5, 300] {
            var term = exp(-mean)
            var fewer = 0.0
            for count in 0..<shape {
                fewer += term
                term *= mean / Double(count + 1)
            }
            let upper = IncompleteGamma.probability(.upper, shape: Double(shape), x: mean)
            #expect(isClose(upper, fewer, within: 1e-12), "shape \(shape), mean \(mean)")
        }
    }

    @Test("a beta tail of whole shapes is the sum of the binomial probabilities")
    func betaIsBinomialSum() {
        for (successes, trials) in [(1, 1), (1, 9), (4, 10), (30, 40), (99, 100)] {
            for odds in [0.001, 0.3, 1, 4, 200] {
                let p = odds / (1 + odds)
                var sum = 0.0
                for count in successes...trials {
                    var term = pow(p, Double(count)) * pow(1 / (1 + odds), Double(trials - count))
                    for factor in 0..<count { term *= Double(trials - factor) / Double(count - factor) }
                    sum += term
                }
                let lower = IncompleteBeta.probability(
                    .lower, a: Double(successes), b: Double(trials - successes + 1), odds: odds)
                #expect(isClose(lower, sum, within: 1e-12), "\(successes) of \(trials) at odds \(odds)")
            }
        }
    }

    /// Worked out with 45 digits, in interval arithmetic (Arb).
    @Test("tails keep their digits at sizes where a series would take millions of terms")
    func largeShapes() {
        let million = IncompleteGamma.probability(.upper, shape: 1e12, x: 1_000_030_000_450.0044)
        #expect(isClose(million, 4.8846099010753455e-198, within: 1e-11))
        let even = IncompleteGamma.probability(.lower, shape: 1e12, x: 1e12)
        #expect(isClose(even, 0.5000001329807605, within: 1e-13))
        let beta = IncompleteBeta.probability(.lower, a: 1e5, b: 1e12, odds: 1e-7)
        #expect(isClose(beta, 0.5004205220473051, within: 1e-12))
    }

    @Test("a gamma quantile cuts off the probability asked for", arguments: [0.5, 1, 9, 250, 1e6, 1e12, 0x1p53])
    func gammaRoundTrip(shape: Double) {
        for probability in [1e-12, 0.001, 0.025, 0.4, 0.5, 0.6, 0.975] {
            for side in [Side.lower, .upper] {
                let x = IncompleteGamma.quantile(side, shape: shape, probability: probability)
                let back = IncompleteGamma.probability(side, shape: shape, x: x)
                // One step between neighbouring numbers moves the probability by this much.
                let grain = max(1e-13, x.ulp / shape.squareRoot() * 10)
                #expect(isClose(back, probability, within: grain), "shape \(shape), \(probability) \(side)")
            }
        }
    }

    @Test("a beta quantile cuts off the probability asked for", arguments: [0.5, 1, 12, 4e3, 1e9, 0x1p53])
    func betaRoundTrip(a: Double) {
        for b in [0.5, 1, 40, 7e5, 0x1p53] {
            for probability in [1e-12, 0.001, 0.025, 0.5, 0.6] {
                for side in [Side.lower, .upper] {
                    let odds = IncompleteBeta.quantile(side, a: a, b: b, probability: probability)
                    let back = IncompleteBeta.probability(side, a: a, b: b, odds: odds)
                    let grain = max(1e-12, 1e-15 * (1 / (1 / a + 1 / b)).squareRoot())
                    #expect(isClose(back, probability, within: grain), "shapes \(a), \(b), \(probability) \(side)")
                }
            }
        }
    }

    @Test(
        "normal quantiles are those of the tables",
        arguments: zip(
            [0.5, 0.1, 0.05, 0.025, 0.005, 0.001, 1e-10],
            [
                0, 1.2815515655446004, 1.6448536269514722, 1.959963984540054, 2.5758293035489004, 3.090232306167813,
                6.361340902404056,
            ]))
    func normal(beyond: Double, z: Double) {
        #expect((Quantile.normal(beyond: beyond) - z).magnitude <= 2e-15 * max(1, z))
    }

    @Test(
        "Student’s t quantiles are those of the tables",
        arguments: zip(
            [1.0, 2, 4, 22, 1e9],
            [12.706204736174694, 4.302652729749462, 2.7764451051977934, 2.0738730679040249, 1.9599639869123255]))
    func student(degreesOfFreedom: Double, t: Double) {
        #expect(isClose(Quantile.student(beyond: 0.025, degreesOfFreedom: degreesOfFreedom), t, within: 1e-13))
    }

    @Test("the digamma function meets its known values")
    func digammaValues() {
        let euler = 0.57721566490153286
        #expect(isClose(digamma(1), -euler, within: 1e-14))
        #expect(isClose(digamma(0.5), -euler - 2 * log(2), within: 1e-14))
        #expect(isClose(digamma(1e6), log(1e6) - 0.5e-6 - 1 / 12e12, within: 1e-14))
    }

    @Test("what Stirling’s formula lacks is what the factorials say")
    func stirling() {
        for n in [1, 2, 5, 15, 20] {
            let factorial = (1...n).reduce(1.0) { $0 * Double($1) }
            let x = Double(n)
            let lacking = log(factorial) - (x + 0.5) * log(x) + x - 0.5 * log(2 * .pi)
            #expect((stirlingError(x) - lacking).magnitude < 1e-13)
        }
    }
}
