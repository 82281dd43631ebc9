import Testing

@testable import Statistics

@Suite("Conditional permutation")
struct PermutationTests {
    @Test("counts are those of adding up every area’s draw in every permutation, one by one")
    func sameAsOneByOne() throws {
        var made = SeededGenerator(seed: 11)
        for density in [0.02, 0.2, 0.6, 1] {
            let map = try Maps.random(40, density: density, using: &made)
            let values = (0..<40).map { _ in Double(Int.random(in: 0...4, using: &made)) / 10 }
            var chance = SplitMix64(seed: 5)
            let tests = try ConditionalPermutation.tests(
                AreaValues(values, among: map), permutations: 300, using: &chance)
            let draws = Self.orders(of: 40, needed: map, permutations: 300, seed: 5)
            for area in 0..<40 {
                let degree = map.degree(of: area)
                guard degree > 0 else {
                    #expect(tests[area] == nil)
                    continue
                }
                let own = map.neighbours(of: area).reduce(0) { $0 + values[$1] }
                let drawn = draws.map { order in
                    order.filter { $0 != area }.prefix(degree).reduce(0) { $0 + values[$1] }
                }
                #expect(tests[area]?.atLeast == drawn.count { $0 > own - 0.01 })
                #expect(tests[area]?.atMost == drawn.count { $0 < own + 0.01 })
            }
        }
    }

    /// The same random orders, drawn as far as the most neighbours need.
    private static func orders(of areas: Int, needed map: Contiguity, permutations: Int, seed: UInt64) -> [[Int]] {
        let longest = (0..<areas).map(map.degree).max() ?? 0
        let length = min(longest + 1, areas)
        var chance = SplitMix64(seed: seed)
        var order = Array(0..<areas)
        return (0..<permutations).map { _ in
            for place in 0..<length {
                order.swapAt(place, place + chance.number(below: areas - place))
            }
            return Array(order.prefix(length))
        }
    }

    @Test("probabilities near those of all possible draws, ties and all")
    func nearExact() throws {
        var made = SeededGenerator(seed: 3)
        let map = try Maps.random(9, density: 0.4, using: &made)
        let values = [0.0, 0, 0, 1, 1, 2, 3, 0.1, 0.2]
        var chance = SplitMix64(seed: 99)
        let permutations = 20_000
        let tests = try ConditionalPermutation.tests(
            AreaValues(values, among: map), permutations: permutations, using: &chance)
        for (area, test) in tests.enumerated() {
            guard let test else { continue }
            let own = map.neighbours(of: area).reduce(0) { $0 + values[$1] }
            let others = values.indices.filter { $0 != area }.map { values[$0] }
            let sums = Maps.choices(map.degree(of: area), of: others[...]).map { $0.reduce(0, +) }
            let above = Double(sums.count { $0 > own - 1e-9 }) / Double(sums.count)
            let below = Double(sums.count { $0 < own + 1e-9 }) / Double(sums.count)
            for (count, exact) in [(test.atLeast, above), (test.atMost, below)] {
                let margin = 5 * (exact * (1 - exact) / Double(permutations)).squareRoot() + 1e-9
                #expect((Double(count) / Double(permutations) - exact).magnitude <= margin)
            }
        }
    }

    @Test("sums that are equal but for rounding are equal")
    func rounding() throws {
        // 0.1 + 0.2 is not 0.3 in floating point, and neither is three tenths one by one.
        let map = try Contiguity(areas: 6, pairs: [(0, 1), (0, 2), (3, 4), (3, 5)])
        let values = [7, 0.1, 0.2, 5, 0.3, 0.0]
        var chance = SplitMix64(seed: 1)
        let data = try AreaValues(values, among: map)
        let tests = try ConditionalPermutation.tests(data, permutations: 5_000, using: &chance)
        // Of the ten pairs of others, 0.1 + 0.2 and 0.3 + 0 are the same, and 0.1 + 0 and 0.2 + 0 are less.
        let test = try #require(tests[0])
        #expect((Double(test.atMost) / 5_000 - 0.4).magnitude < 0.03)
        #expect((Double(test.atLeast) / 5_000 - 0.8).magnitude < 0.03)
    }

    @Test("the same seed gives the same figures, another seed others")
    func seeded() throws {
        let map = try Maps.board(12, 12)
        var made = SeededGenerator(seed: 8)
        let values = (0..<144).map { _ in Double.random(in: 0...1, using: &made) }
        let runs = try ([1, 1, 2] as [UInt64]).map { seed in
            var chance = SplitMix64(seed: seed)
            return try GiStar(of: values, among: map, permutations: 99, using: &chance)
        }
        #expect(runs[0] == runs[1])
        #expect(runs[0] != runs[2])
        #expect(runs[0].areas.map { $0?.z } == runs[2].areas.map { $0?.z })
    }

    @Test("numbers from SplitMix64 are those of its authors, on every machine")
    func splitMix() {
        // The first outputs of the reference implementation in C for the seed 1234567.
        var chance = SplitMix64(seed: 1_234_567)
        let first = (0..<3).map { _ in chance.next() }
        #expect(first == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
        var counts = [0, 0, 0]
        for _ in 0..<30_000 { counts[chance.number(below: 3)] += 1 }
        #expect(counts.allSatisfy { abs($0 - 10_000) < 500 })
        #expect(chance.number(below: 1) == 0)
    }

    @Test("no permutations, and more than can be drawn, are refused", arguments: [0, -1, 1_000_001, .max])
    func refused(permutations: Int) throws {
        let map = try Maps.board(2, 2)
        var chance = SplitMix64(seed: 1)
        #expect(throws: StatisticsRefusal.permutations(permutations)) {
            try GiStar(of: [1, 2, 3, 4], among: map, permutations: permutations, using: &chance)
        }
        #expect(throws: StatisticsRefusal.permutations(permutations)) {
            try LocalMoran(of: [1, 2, 3, 4], among: map, permutations: permutations, using: &chance)
        }
    }

    @Test("a probability is never 0, and twice one side is at most 1")
    func probability() {
        let sure = PermutationTest(permutations: 999, atLeast: 0, atMost: 999)
        #expect(sure.probability == 0.001)
        #expect(sure.twoSided == 0.002)
        #expect(PermutationTest(permutations: 999, atLeast: 700, atMost: 800).twoSided == 1)
    }
}
