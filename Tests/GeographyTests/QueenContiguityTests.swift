import Foundation
import Geography
import Testing

@Suite("Which areas touch")
struct QueenContiguityTests {
    /// A square in thousandths of a degree from a place in Kent.
    private static func square(
        _ x: Double, _ y: Double, side: Double = 1, code: String = "A", hole: [[Position]] = []
    ) -> Boundary {
        Boundary(code: code, name: code, polygons: [.init(rings: [ring(x, y, side: side)] + hole)])
    }

    private static func ring(_ x: Double, _ y: Double, side: Double) -> [Position] {
        [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map {
            Position(longitude: 1.4 + (x + $0 * side) / 1000, latitude: 51.3 + (y + $1 * side) / 1000)
        }
    }

    @Test("areas with a side or only a corner in common touch, others don’t")
    func squares() throws {
        let squares = [Self.square(0, 0), Self.square(1, 0), Self.square(1, 1), Self.square(3, 0), Self.square(2, 2)]
        let contiguity = try QueenContiguity(of: squares)
        #expect(contiguity.neighbours == [[1, 2], [0, 2], [0, 1, 4], [], [2]])
        #expect(contiguity.islands == [3])
    }

    @Test("an area in the hole of another touches it, and pieces of one area don’t touch one another")
    func pieces() throws {
        let outer = Self.square(0, 0, side: 3, hole: [Self.ring(1, 1, side: 1)])
        let scattered = Boundary(
            code: "B", name: "B",
            polygons: [[1.0, 1.0], [9, 9], [10, 9]].map { .init(rings: [Self.ring($0[0], $0[1], side: 1)]) })
        #expect(try QueenContiguity(of: [outer, scattered]).neighbours == [[1], [0]])
        #expect(try QueenContiguity(of: [scattered]).neighbours == [[]])
    }

    @Test("a sliver of a few centimetres is closed wherever it lies, and a gap of a metre is a gap")
    func slivers() throws {
        for step in 0..<400 {
            // Moves the squares over the net in which vertices are looked for.
            let x = Double(step) * 0.000_37 - 1400.1
            for gap in [0, 0.000_9, -0.000_9] {
                let near = [Self.square(x, 0), Self.square(x + 1 + gap, gap)]
                #expect(try QueenContiguity(of: near).neighbours == [[1], [0]])
            }
            let far = [Self.square(x, 0), Self.square(x + 1.01, 0)]
            #expect(try QueenContiguity(of: far).islands == [0, 1])
            let farUp = [Self.square(x, 0), Self.square(x + 1, 1.001_2)]
            #expect(try QueenContiguity(of: farUp).islands == [0, 1])
        }
    }

    @Test("a side along another without a vertex in common isn’t seen")
    func sideAlongSide() throws {
        #expect(try QueenContiguity(of: [Self.square(0, 0, side: 4), Self.square(4, 1)]).islands == [0, 1])
    }

    @Test("neighbours in TopoJSON touch along the arc they share, and an area that repeats another touches it")
    func topology() throws {
        let file = try BoundaryText.read(BoundaryText.topology)
        #expect(try QueenContiguity(of: file.boundaries).neighbours == [[1, 2], [0, 2], [0, 1]])
    }

    @Test("no areas, and areas without a ring or beside the earth, touch nothing")
    func nothing() throws {
        #expect(try QueenContiguity(of: []).neighbours.isEmpty)
        let nowhere = Position(longitude: .nan, latitude: .infinity)
        let broken = Boundary(code: "A", name: "A", polygons: [.init(rings: [[nowhere, nowhere, nowhere, nowhere]])])
        let bare = Boundary(code: "B", name: "B", polygons: [.init(rings: [[], []]), .init(rings: [])])
        let far = Position(longitude: 1e300, latitude: -1e300)
        let off = Boundary(code: "C", name: "C", polygons: [.init(rings: [[far, far, far, far]])])
        #expect(try QueenContiguity(of: [broken, broken, bare, bare, off, off]).islands.count == 6)
    }

    @Test("thousands of areas in one heap are refused, and the place is named")
    func heap() {
        let heap = (0..<3000).map { Self.square(0, 0, code: "A\($0)") }
        let error = #expect(throws: CrowdedBoundaries.self) { try QueenContiguity(of: heap) }
        #expect(error.map { abs($0.position.latitude - 51.3) < 0.01 } == true)
        #expect(error?.description.contains("Fetch the boundaries again") == true)
    }

    @Test(
        "published files have the neighbours that a test of distance between their shapes finds",
        .enabled(if: Samples.isPresent, Samples.absent),
        arguments: [
            // Pairs within 10⁻⁶ degrees by shapely 2.2 (GEOS).
            ("lsoa2011_E07000114.geojson", 227, []), ("wards_E07000114.geojson", 53, []),
            (
                "boundaries_ltla24.geojson", 907,
                ["E06000046", "E06000053", "S12000013", "S12000023", "S12000027", "W06000001"]
            ),
        ])
    func published(name: String, pairs: Int, islands: [String]) throws {
        let file = try BoundaryFile(try Samples.boundaries(name), named: name)
        let contiguity = try QueenContiguity(of: file.boundaries)
        #expect(contiguity.neighbours.reduce(0) { $0 + $1.count } == 2 * pairs)
        #expect(contiguity.islands.map { file.boundaries[$0].code } == islands)
    }

    @Test(
        "in TopoJSON equal vertices find the same neighbours",
        .enabled(if: Samples.isPresent, Samples.absent))
    func arcs() throws {
        let file = try BoundaryFile(try Samples.boundaries("geogLA2015EW_topo.json"), named: "topo")
        var areas: [Position: Set<Int>] = [:]
        for (area, boundary) in file.boundaries.enumerated() {
            for position in boundary.polygons.flatMap(\.rings).joined() { areas[position, default: []].insert(area) }
        }
        var expected = [Set<Int>](repeating: [], count: file.boundaries.count)
        for meeting in areas.values {
            for area in meeting { expected[area].formUnion(meeting.subtracting([area])) }
        }
        #expect(try QueenContiguity(of: file.boundaries).neighbours == expected.map { $0.sorted() })
    }
}
