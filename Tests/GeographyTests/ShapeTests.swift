import Geography
import Testing

@Suite("Shapes on the plane")
struct ShapeTests {
    /// A square kilometre with a hole of a quarter, wound the same way, far from the origin.
    private let framed = Shape(polygons: [
        [ShapeTests.square(at: 640_000, 170_000, side: 1_000), ShapeTests.square(at: 640_000, 170_000, side: 500)]
    ])

    static func square(at x: Double, _ y: Double, side: Double) -> Ring {
        Ring(points: [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map { Point(x: x + $0 * side, y: y + $1 * side) })
    }

    @Test("the Ordnance Survey’s worked example comes out to the millimetre")
    func ordnanceSurveyExample() {
        // OS, A guide to coordinate systems in Great Britain, annexe C: 52° 39′ 27.2531″ N, 1° 43′ 4.5177″ E.
        let position = Position(longitude: 1 + 43.0 / 60 + 4.5177 / 3600, latitude: 52 + 39.0 / 60 + 27.2531 / 3600)
        let point = NationalGrid().project(position)
        #expect(abs(point.x - 651_409.903) < 0.001)
        #expect(abs(point.y - 313_177.270) < 0.001)
    }

    @Test("the true origin lies where the grid defines it")
    func trueOrigin() {
        let point = NationalGrid().project(Position(longitude: -2, latitude: 49))
        #expect(abs(point.x - 400_000) < 0.000_1)
        #expect(abs(point.y + 100_000) < 0.000_1)
    }

    @Test("holes count neither as area nor as land")
    func holes() throws {
        #expect(abs(framed.area - 750_000) < 0.001)
        #expect(framed.contains(Point(x: 640_900, y: 170_900)))
        #expect(!framed.contains(Point(x: 640_100, y: 170_100)))
        #expect(!framed.contains(Point(x: 641_100, y: 170_100)))
        let centroid = try #require(framed.centroid)
        // (1,000,000 × 500 − 250,000 × 250) ÷ 750,000 from the corner.
        #expect(abs(centroid.x - 640_583.333) < 0.001)
        #expect(abs(centroid.y - 170_583.333) < 0.001)
    }

    @Test("a point between two neighbours belongs to exactly one of them")
    func sharedEdge() {
        let shapes = [0.0, 1_000].map { Shape(polygons: [[Self.square(at: $0, 0, side: 1_000)]]) }
        #expect(shapes.filter { $0.contains(Point(x: 1_000, y: 500)) }.count == 1)
    }

    @Test("bounds reach around every piece of land")
    func bounds() {
        let shape = Shape(polygons: [[Self.square(at: 0, 0, side: 10)], [Self.square(at: 50, -20, side: 10)]])
        #expect(shape.bounds == Bounds(minX: 0, minY: -20, maxX: 60, maxY: 10))
        #expect(Shape(polygons: []).bounds == nil)
        #expect(Shape(polygons: []).centroid == nil)
    }

    @Test("simplifying drops points within the tolerance and keeps those beyond it")
    func simplifying() throws {
        let wavy = Ring(
            points: [(0, 0), (500, 4), (1_000, 0), (1_000, 1_000), (500, 1_100), (0, 1_000), (0, 0)]
                .map { Point(x: $0, y: $1) })
        let simple = try #require(wavy.simplified(tolerance: 10))
        #expect(simple.points.count == 6)
        #expect(simple.points.first == simple.points.last)
        #expect(simple.points.contains(Point(x: 500, y: 1_100)))
    }

    @Test("an islet too small to see goes, but never the last piece of an area")
    func tinyPieces() {
        let islet = Ring(points: [(0, 0), (1, 0), (1, 1), (0.5, 1), (0, 1), (0, 0)].map { Point(x: $0, y: $1) })
        let land = Self.square(at: 100, 100, side: 1_000)
        #expect(Shape(polygons: [[islet], [land]]).simplified(tolerance: 5).polygons == [[land]])
        #expect(Shape(polygons: [[islet]]).simplified(tolerance: 5).polygons == [[islet]])
    }
}
