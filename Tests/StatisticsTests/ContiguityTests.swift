import Testing

@testable import Statistics

@Suite("Contiguity")
struct ContiguityTests {
    @Test("pairs and lists, in any order and named twice, make the same map")
    func sameMap() throws {
        let pairs = try Contiguity(areas: 5, pairs: [(3, 1), (0, 1), (1, 0), (2, 1), (3, 1)])
        let lists = try Contiguity(neighbours: [[1, 1], [3, 0, 2], [1], [1, 1, 1], []])
        #expect(pairs == lists)
        #expect(pairs.neighbours(of: 1) == [0, 2, 3])
        #expect(pairs.degree(of: 3) == 1)
        #expect(pairs.pairs == 3)
        #expect(pairs.islands == [4])
    }

    @Test("a board’s inner fields touch eight, its sides five and its corners three")
    func board() throws {
        let board = try Maps.board(4, 5)
        let degrees = (0..<board.count).map(board.degree)
        #expect(degrees.count { $0 == 8 } == 6)
        #expect(degrees.count { $0 == 5 } == 10)
        #expect(degrees.count { $0 == 3 } == 4)
        #expect(board.islands.isEmpty)
    }

    @Test("no areas, and areas of which none touches another, are maps too")
    func none() throws {
        #expect(try Contiguity(neighbours: []).count == 0)
        let islands = try Contiguity(areas: 3, pairs: [])
        #expect(islands.islands == [0, 1, 2])
        #expect(islands.pairs == 0)
    }

    @Test("what is no map is refused, and the areas are named")
    func refused() {
        #expect(throws: StatisticsRefusal.oneSidedNeighbour(area: 0, neighbour: 1)) {
            try Contiguity(neighbours: [[1], []])
        }
        #expect(throws: StatisticsRefusal.ownNeighbour(1)) { try Contiguity(neighbours: [[1], [0, 1]]) }
        #expect(throws: StatisticsRefusal.ownNeighbour(2)) { try Contiguity(areas: 3, pairs: [(2, 2)]) }
        #expect(throws: StatisticsRefusal.noSuchArea(2, areas: 2)) { try Contiguity(neighbours: [[1, 2], [0]]) }
        #expect(throws: StatisticsRefusal.noSuchArea(-1, areas: 2)) { try Contiguity(areas: 2, pairs: [(-1, 0)]) }
        #expect(throws: StatisticsRefusal.negativeCount(-1)) { try Contiguity(areas: -1, pairs: []) }
        #expect(throws: StatisticsRefusal.tooManyAreas(.max)) { try Contiguity(areas: .max, pairs: []) }
    }

    @Test("areas that are left out take their part in the map with them")
    func among() throws {
        let board = try Maps.board(3, 3)
        let ring = board.among([0, 1, 2, 3, 5, 6, 7, 8])
        #expect(ring.count == 8)
        #expect(ring.neighbours(of: 0) == [1, 3])
        #expect(ring.neighbours(of: 1) == [0, 2, 3, 4])
        #expect(board.among([0, 8]).islands == [0, 1])
    }
}
