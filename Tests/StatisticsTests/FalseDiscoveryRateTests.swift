import Testing

@testable import Statistics

@Suite("FalseDiscoveryRate")
struct FalseDiscoveryRateTests {
    @Test("what is believed is what the step-up rule believes: all up to the last rank k with p ≤ rate × k/m")
    func stepUp() throws {
        var chance = SeededGenerator(seed: 3)
        for tests in [1, 2, 10, 300] {
            for rate in [0.01, 0.05, 0.2] {
                let values = (0..<tests).map { _ in
                    let uniform = Double.random(in: 0...1, using: &chance)
                    return Bool.random(using: &chance) ? uniform : uniform * uniform * uniform * uniform
                }
                let found = try FalseDiscoveryRate(values, rate: rate)
                let sorted = values.sorted()
                let last = sorted.indices.last { sorted[$0] <= rate * Double($0 + 1) / Double(tests) }
                #expect(found.isRejected.count { $0 } == last.map { $0 + 1 } ?? 0)
                #expect(found.cutoff == last.map { sorted[$0] })
            }
        }
    }

    @Test("adjusted probabilities are in the order of the plain ones, never below them, never above 1")
    func ordered() throws {
        var chance = SeededGenerator(seed: 4)
        let values = (0..<500).map { _ in Double.random(in: 0...1, using: &chance) }
        let adjusted = try FalseDiscoveryRate(values).adjusted.compactMap(\.self)
        for (plain, adjusted) in zip(values, adjusted) { #expect(adjusted >= plain && adjusted <= 1) }
        let pairs = zip(values, adjusted).sorted { $0.0 < $1.0 }
        for (one, other) in zip(pairs, pairs.dropFirst()) { #expect(one.1 <= other.1) }
    }

    @Test("a test that was not made counts for nothing and is not believed")
    func missing() throws {
        let with = try FalseDiscoveryRate([0.01, nil, 0.04, nil], rate: 0.05)
        let without = try FalseDiscoveryRate([0.01, 0.04], rate: 0.05)
        #expect(with.adjusted == [without.adjusted[0], nil, without.adjusted[1], nil])
        #expect(with.isRejected == [true, false, true, false])
        #expect(with.cutoff == 0.04)
    }

    @Test("without tests nothing is believed")
    func none() throws {
        let found = try FalseDiscoveryRate([])
        #expect(found.adjusted.isEmpty && found.cutoff == nil && found.threshold == nil)
        #expect(try FalseDiscoveryRate([nil]).threshold == nil)
    }

    @Test("with 999 permutations no area of 35,000 is believed until 700 of them reach the smallest probability")
    func permutations() throws {
        for (reaching, believed) in [(699, 0), (700, 700)] {
            let values = Array(repeating: 0.001, count: reaching) + Array(repeating: 0.5, count: 35_000 - reaching)
            #expect(try FalseDiscoveryRate(values).isRejected.count { $0 } == believed)
        }
    }

    @Test("what is no probability is refused")
    func refused() {
        #expect(throws: StatisticsRefusal.probability(1.5)) { try FalseDiscoveryRate([0.2, 1.5]) }
        #expect(throws: StatisticsRefusal.probability(-0.1)) { try FalseDiscoveryRate([-0.1]) }
        #expect(throws: StatisticsRefusal.self) { try FalseDiscoveryRate([.nan]) }
        #expect(throws: StatisticsRefusal.probability(0)) { try FalseDiscoveryRate([0.2], rate: 0) }
    }
}
