/// One area as the Office for National Statistics publishes it: an LSOA, a ward, a district.
public struct Boundary: Hashable, Sendable {
    /// The statistical code, such as `E01024633`.
    public let code: String
    /// The name as it is read, such as "Thanet 006A"; the code again where the file gives no name.
    public let name: String
    /// One polygon for each piece of land; at least one.
    public let polygons: [Polygon]

    public init(code: String, name: String, polygons: [Polygon]) {
        self.code = code
        self.name = name
        self.polygons = polygons
    }

    /// A piece of land: its outer ring, then its holes.
    public struct Polygon: Hashable, Sendable {
        /// Closed rings of at least four positions, the last repeating the first. The first ring is the outer one.
        public let rings: [[Position]]

        public init(rings: [[Position]]) {
            self.rings = rings
        }
    }

    /// The boundary drawn on the plane.
    public func shape(on grid: NationalGrid = NationalGrid()) -> Shape {
        Shape(
            polygons: polygons.map { polygon in
                polygon.rings.map { Ring(points: $0.map(grid.project)) }
            })
    }
}
