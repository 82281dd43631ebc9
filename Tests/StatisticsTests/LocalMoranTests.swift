import Testing

@testable import Statistics

@Suite("Local and global Moran’s I")
struct LocalMoranTests {
    private let map: Contiguity
    private let values = [0, 1, 1, 4, 9, 2.5]

    init() throws {
        map = try Contiguity(areas: 6, pairs: [(0, 1), (1, 2), (2, 3), (3, 0), (3, 4), (4, 1)])
    }

    @Test("a high area among low ones stands out, and says so")
    func outlier() throws {
        var values = (0..<100).map { Double($0 % 7) / 10 }
        values[45] = 30
        let moran = try LocalMoran(of: values, among: Maps.board(10, 10))
        let area = try #require(moran.areas[45])
        #expect(area.quadrant == .highAmongLow)
        #expect(try #require(area.value) < 0)
        #expect(moran.areas[44]?.quadrant == .lowAmongHigh)
    }

    @Test("expected value and variance are those over all orders of the values")
    func totalMoments() throws {
        let found = try Maps.orders(values).map { try LocalMoran(of: $0, among: map) }
        for area in 0..<5 {
            // The moments are for the statistic with n where PySAL has n − 1.
            let all = found.compactMap { $0.areas[area]?.value }.map { $0 * 6 / 5 }
            let first = try #require(found[0].areas[area])
            #expect(isClose(Maps.mean(all), try #require(first.expected)))
            #expect(isClose(Maps.variance(all), try #require(first.variance), within: 1e-11))
        }
        let global = try found.map { try #require($0.global) }
        #expect(isClose(Maps.mean(global.map(\.value)), global[0].expected))
        #expect(isClose(Maps.variance(global.map(\.value)), try #require(global[0].randomVariance), within: 1e-11))
    }

    @Test("z is the value’s place among all orders in which the area keeps its own value")
    func conditionalMoments() throws {
        let given = try LocalMoran(of: values, among: map)
        for area in 0..<5 {
            let found = try #require(given.areas[area])
            let kept = Maps.orders(values).filter { $0[area] == values[area] }
            let all = try kept.compactMap { try LocalMoran(of: $0, among: map).areas[area]?.value }
            let z = (try #require(found.value) - Maps.mean(all)) / Maps.variance(all).squareRoot()
            #expect(isClose(try #require(found.z), z, within: 1e-10))
            #expect(isClose(try #require(found.probability), GiStar.twoSided(z), within: 1e-10))
        }
    }

    @Test("an island has the value 0 and no quadrant, z or probability")
    func island() throws {
        var chance = SplitMix64(seed: 1)
        let moran = try LocalMoran(of: values, among: map, permutations: 99, using: &chance)
        let island = try #require(moran.areas[5])
        #expect(island.isIsland && island.value == 0)
        #expect(island.quadrant == nil && island.z == nil && island.probability == nil && island.test == nil)
        #expect(moran.areas.prefix(5).allSatisfy { $0?.test != nil })
    }

    @Test("an area at the mean counts as low and can’t stand out")
    func atTheMean() throws {
        let path = try Contiguity(areas: 5, pairs: [(0, 1), (1, 2), (2, 3), (3, 4)])
        var chance = SplitMix64(seed: 1)
        let moran = try LocalMoran(of: [1, 2, 3, 4, 5], among: path, permutations: 99, using: &chance)
        let middle = try #require(moran.areas[2])
        #expect(middle.value == 0 && middle.quadrant == .lowAmongLow)
        #expect(middle.z == nil && middle.test?.probability == 1)
    }

    @Test("neighbours whose mean is the mean of all count as low, whatever rounding makes of it")
    func lagAtTheMean() throws {
        let map = try Contiguity(areas: 4, pairs: [(0, 1), (0, 2), (1, 3)])
        // The mean is 0.2, and that of 0.1 and 0.3 is too.
        let moran = try LocalMoran(of: [0.35, 0.1, 0.3, 0.05], among: map)
        #expect(moran.areas[0]?.quadrant == .highAmongLow)
        #expect(moran.areas[0]?.value == 0)
    }

    @Test("where all values are the same, or nothing touches, there is nothing to say")
    func nothing() throws {
        let same = try LocalMoran(of: [2, 2, 2, 2, 2, 2], among: map)
        #expect(same.global == nil)
        #expect(same.areas.allSatisfy { $0?.value == nil && $0?.quadrant == nil && $0?.variance == nil })
        let apart = try LocalMoran(of: values, among: Contiguity(areas: 6, pairs: []))
        #expect(apart.global == nil)
        #expect(apart.areas.allSatisfy { $0?.isIsland == true })
        #expect(try LocalMoran(of: [], among: Contiguity(neighbours: [])).areas.isEmpty)
    }

    @Test("two and three areas give what can be given", arguments: [2, 3])
    func tiny(areas: Int) throws {
        let complete = try Contiguity(
            areas: areas, pairs: Maps.choices(2, of: Array(0..<areas)[...]).map { ($0[0], $0[1]) })
        let moran = try LocalMoran(of: [1, 2, 9].prefix(areas).map { $0 }, among: complete)
        let global = try #require(moran.global)
        #expect(isClose(global.value, global.expected))
        #expect(global.normalVariance == nil && global.randomVariance == nil && global.probability == nil)
        #expect(moran.areas.allSatisfy { $0?.z == nil && ($0?.variance == nil) == (areas < 3) })
    }

    @Test("a missing value leaves its area out, and the unit changes nothing")
    func missing() throws {
        let part = try LocalMoran(of: [0, 1, nil, 4, 9, 2.5], among: map)
        let without = try LocalMoran(of: [0, 1, 4, 9, 2.5], among: map.among([0, 1, 3, 4, 5]))
        #expect(part.areas[2] == nil)
        #expect(part.areas.compactMap { $0 } == without.areas.compactMap { $0 })
        #expect(part.global == without.global)
        #expect(try LocalMoran(of: values.map { $0 * 0x1p900 }, among: map) == LocalMoran(of: values, among: map))
    }

    @Test("I of a map in two halves is near 1, and of a chessboard near −1")
    func global() throws {
        var pairs: [(Int, Int)] = []
        for field in 0..<100 {
            if field % 10 < 9 { pairs.append((field, field + 1)) }
            if field < 90 { pairs.append((field, field + 10)) }
        }
        let rook = try Contiguity(areas: 100, pairs: pairs)
        let halves = try LocalMoran(of: (0..<100).map { $0 < 50 ? 1 : 0 }, among: rook)
        let board = try LocalMoran(of: (0..<100).map { Double(($0 / 10 + $0) % 2) }, among: rook)
        #expect(try #require(halves.global).value > 0.85)
        #expect(isClose(try #require(board.global).value, -1))
        #expect(try #require(halves.global?.probability) < 1e-20)
    }
}
