import Testing

@testable import Statistics

@Suite("Gi*")
struct GiStarTests {
    private static func values(_ count: Int, seed: UInt64 = 4) -> [Double] {
        var chance = SeededGenerator(seed: seed)
        return (0..<count).map { _ in Double(Int.random(in: 0...30, using: &chance)) }
    }

    @Test("a block of high areas in a low map is found, and nothing far from it")
    func block() throws {
        let map = try Maps.board(10, 10)
        var values = Self.values(100).map { $0 / 10 }
        for field in [33, 34, 43, 44] { values[field] = 40 }
        var chance = SplitMix64(seed: 2)
        let gi = try GiStar(of: values, among: map, permutations: 999, using: &chance)
        for field in [33, 34, 43, 44] {
            let area = try #require(gi.areas[field])
            #expect(try #require(area.z) > 3)
            #expect(try #require(area.probability) < 0.001)
            #expect(try #require(area.test).probability <= 0.002)
        }
        #expect(try #require(gi.areas[99]?.z) < 1)
    }

    @Test("an island has no probability, neither from the normal distribution nor from permutations")
    func island() throws {
        let map = try Contiguity(areas: 5, pairs: [(0, 1), (1, 2), (2, 3)])
        var chance = SplitMix64(seed: 2)
        let gi = try GiStar(of: [1, 2, 3, 4, 500], among: map, permutations: 99, using: &chance)
        let island = try #require(gi.areas[4])
        #expect(island.isIsland)
        #expect(island.z != nil)
        #expect(island.probability == nil && island.test == nil)
        #expect(gi.areas.prefix(4).allSatisfy { $0?.probability != nil && $0?.test != nil })
    }

    @Test("a missing value leaves its area out, and the map is as without it")
    func missing() throws {
        let (map, values) = (try Maps.board(5, 5), Self.values(25))
        let kept = (0..<25).filter { $0 != 7 && $0 != 20 }
        var given = values.map(Optional.some)
        (given[7], given[20]) = (nil, nil)
        var (one, other) = (SplitMix64(seed: 6), SplitMix64(seed: 6))
        let gi = try GiStar(of: given, among: map, permutations: 99, using: &one)
        let without = try GiStar(
            of: kept.map { values[$0] }, among: map.among(kept), permutations: 99, using: &other)
        #expect(gi.areas[7] == nil && gi.areas[20] == nil)
        #expect(kept.map { gi.areas[$0] } == without.areas)
    }

    @Test("an area whose neighbours’ values are all missing is an island")
    func leftAlone() throws {
        let map = try Contiguity(areas: 4, pairs: [(0, 1), (2, 3)])
        let gi = try GiStar(of: [5, nil, 1, 2], among: map)
        #expect(gi.areas[0]?.isIsland == true)
        #expect(gi.areas[0]?.probability == nil)
    }

    @Test("where all values are the same nothing can stand out", arguments: [0, 6, -2.5, 1e300, 0x1p-1074])
    func constant(value: Double) throws {
        var chance = SplitMix64(seed: 2)
        let gi = try GiStar(
            of: Array(repeating: value, count: 16), among: Maps.board(4, 4), permutations: 9, using: &chance)
        #expect(gi.areas.allSatisfy { $0 != nil && $0?.z == nil && $0?.probability == nil && $0?.test == nil })
    }

    @Test("an area that touches all others has no z: its sum is the total, whatever happens")
    func whole() throws {
        let gi = try GiStar(of: [1, 2, 3, 5], among: Maps.board(2, 2))
        #expect(gi.areas.allSatisfy { $0?.z == nil && $0?.share == 1 })
    }

    @Test("the smallest maps give an answer, and it is that there is none")
    func tiny() throws {
        #expect(try GiStar(of: [], among: Contiguity(neighbours: [])).areas.isEmpty)
        let one = try GiStar(of: [3], among: Contiguity(areas: 1, pairs: []))
        #expect(one.areas == [one.areas[0]] && one.areas[0]?.z == nil)
        let none = try GiStar(of: [nil, nil], among: Contiguity(areas: 2, pairs: [(0, 1)]))
        #expect(none.areas == [nil, nil])
        var chance = SplitMix64(seed: 2)
        let two = try GiStar(of: [3, 4], among: Contiguity(areas: 2, pairs: [(0, 1)]), permutations: 9, using: &chance)
        #expect(two.areas.allSatisfy { $0?.z == nil && $0?.test?.probability == 1 })
    }

    @Test(
        "the unit of the values changes nothing, however large or small", arguments: [0x1p-1060, 0x1p-300, 4, 0x1p1000])
    func scaled(unit: Double) throws {
        let (map, values) = (try Maps.board(6, 6), Self.values(36))
        let plain = try GiStar(of: values, among: map)
        let scaled = try GiStar(of: values.map { $0 * unit }, among: map)
        #expect(plain == scaled)
    }

    @Test("turning high into low turns z about and keeps the probability")
    func mirrored() throws {
        let (map, values) = (try Maps.board(6, 6), Self.values(36))
        let (plain, turned) = (try GiStar(of: values, among: map), try GiStar(of: values.map { 100 - $0 }, among: map))
        for (one, other) in zip(plain.areas, turned.areas) {
            #expect(isClose(try #require(one?.z), -(try #require(other?.z)), within: 1e-9))
        }
    }

    @Test("over all orders of the values z has the mean 0 and the variance 1 at every area that doesn’t touch all")
    func standardised() throws {
        let map = try Contiguity(areas: 6, pairs: [(0, 1), (1, 2), (2, 3), (3, 0), (3, 4)])
        let orders = Maps.orders([0, 1, 1, 4, 9, 2.5])
        let found = try orders.map { try GiStar(of: $0, among: map).areas }
        for area in 0..<6 {
            let z = found.compactMap { $0[area]?.z }
            #expect(Maps.mean(z).magnitude < 1e-12)
            #expect(isClose(Maps.variance(z), 1))
        }
    }

    @Test("an area of nothing among areas of nothing is no cold spot only because many draws are the same")
    func ties() throws {
        var values = Array(repeating: 0.0, count: 64)
        values[36] = 5
        var chance = SplitMix64(seed: 2)
        let gi = try GiStar(of: values, among: Maps.board(8, 8), permutations: 999, using: &chance)
        #expect(try #require(gi.areas[0]?.test).probability > 0.5)
    }

    @Test("values that are none, too few or too many are refused")
    func refused() throws {
        let map = try Maps.board(2, 2)
        #expect(throws: StatisticsRefusal.valueNotFinite(at: 3)) { try GiStar(of: [1, 2, .nan, 4], among: map) }
        #expect(throws: StatisticsRefusal.valueNotFinite(at: 1)) {
            try LocalMoran(of: [.infinity, 2, 3, 4], among: map)
        }
        #expect(throws: StatisticsRefusal.valuesForAreas(values: 3, areas: 4)) {
            try GiStar(of: [1, 2, 3], among: map)
        }
        #expect(throws: StatisticsRefusal.valuesForAreas(values: 0, areas: 4)) { try LocalMoran(of: [], among: map) }
    }
}
