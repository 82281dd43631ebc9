import Geography
import Testing

@Suite("Hexagons")
struct HexagonGridTests {
    /// Points all over a district of about 14 by 10 km.
    private let points: [(position: Position, count: Int)] = (0..<2_000).map { index in
        let longitude = 1.25 + 0.2 * (Double(index) * 0.618_033_988_75).truncatingRemainder(dividingBy: 1)
        let latitude = 51.3 + 0.09 * Double(index) / 2_000
        return (Position(longitude: longitude, latitude: latitude), index % 3)
    }

    @Test("every incident is in one hexagon, and inside it")
    func nothingIsLost() {
        let grid = HexagonGrid(binning: points)
        #expect(grid.hexagons.reduce(0) { $0 + $1.total } == points.reduce(0) { $0 + $1.count })
        #expect(grid.leftOut == 0)
        for (position, _) in points {
            let point = NationalGrid().project(position)
            let around = grid.hexagons.filter { hexagon in
                Ring(points: hexagon.corners + hexagon.corners.prefix(1)).contains(point)
            }
            #expect(around.count == 1)
        }
    }

    @Test("a district has 25 to 40 hexagons across, of a round width")
    func suitableWidth() throws {
        let plane = NationalGrid()
        let extent = try #require(Bounds(around: points.map { plane.project($0.position) }))
        let grid = HexagonGrid(binning: points)
        #expect((25...40).contains(max(extent.width, extent.height) / grid.width))
        #expect(grid.width == 400)
    }

    @Test("no hexagon is narrower than 250 m, since points are anonymised")
    func neverNarrow() {
        let street = [0.0, 0.001].map { (position: Position(longitude: 1.4 + $0, latitude: 51.3), count: 1) }
        #expect(HexagonGrid(binning: street).width == 250)
        #expect(HexagonGrid(binning: street, width: 10).width == 250)
    }

    @Test("hexagons are regular, flat on top and as wide as said")
    func regular() throws {
        let grid = HexagonGrid(binning: points, width: 500)
        let hexagon = try #require(grid.hexagons.first)
        let bounds = try #require(Bounds(around: hexagon.corners))
        #expect(abs(bounds.height - 500) < 1e-6)
        #expect(abs(bounds.width - 500 * 2 / 3.0.squareRoot()) < 1e-6)
        #expect(Set(hexagon.corners).count == 6)
        #expect(hexagon.corners.filter { abs($0.y - bounds.maxY) < 1e-6 }.count == 2)
    }

    @Test("two periods binned at one width share their hexagons")
    func comparable() {
        let early = HexagonGrid(binning: points.prefix(1_000), width: 400)
        let late = HexagonGrid(binning: points, width: 400)
        #expect(Set(early.hexagons.map(\.centre)).isSubset(of: late.hexagons.map(\.centre)))
    }

    @Test("points that are nowhere are counted apart")
    func nowhere() {
        let strays = [Position(longitude: 0, latitude: 0), Position(longitude: .nan, latitude: .infinity)]
        let grid = HexagonGrid(binning: points + strays.map { ($0, 2) })
        #expect(grid.leftOut == 4)
        #expect(HexagonGrid(binning: []).hexagons.isEmpty)
    }
}
