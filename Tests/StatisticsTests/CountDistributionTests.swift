import Foundation
import Testing

@testable import Statistics

@Suite("Count distributions")
struct CountDistributionTests {
    @Test("the probability of so many or more is what the terms add up to", arguments: [1.0, 1.5, 4, 12])
    func tails(dispersion: Double) {
        for mean in [0.3, 2, 17.5] {
            let counts = CountDistribution(mean: mean, dispersion: dispersion)
            let size = mean / (dispersion - 1)
            var term = dispersion == 1 ? exp(-mean) : pow(1 / dispersion, size)
            var rest = 1.0
            for count in 0..<40 {
                #expect((counts.probability(ofAtLeast: count) - rest).magnitude < 1e-12)
                rest -= term
                let next = Double(count + 1)
                term *= dispersion == 1 ? mean / next : (Double(count) + size) / next * (1 - 1 / dispersion)
            }
        }
    }

    @Test("a quantile is the smallest count that is exceeded seldom enough")
    func quantiles() throws {
        for mean in [1e-6, 0.4, 9, 1234.5, 1e9] {
            for dispersion in [1.0, 1.2, 30] {
                for beyond in [0.4, 0.025, 1e-6] {
                    let counts = CountDistribution(mean: mean, dispersion: dispersion)
                    let found = try #require(counts.quantile(beyond: beyond))
                    #expect(counts.probability(ofAtLeast: found + 1) <= beyond)
                    #expect(found == 0 || counts.probability(ofAtLeast: found) > beyond)
                }
            }
        }
        #expect(CountDistribution(mean: 1e18, dispersion: 1).quantile(beyond: 0.1) == nil)
    }
}
