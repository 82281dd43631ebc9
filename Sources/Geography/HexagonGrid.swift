import Foundation

/// Counts at points, gathered into flat-topped hexagons: the map where no boundaries were imported.
///
/// The grid hangs on the origin of the plane, so two periods binned at the same width have the same hexagons. A
/// hexagon is never narrower than 250 m, because street-level points are anonymised snap points, each standing for
/// several streets: finer cells would show the snapping, not the crime.
public struct HexagonGrid: Sendable {
    /// Metres between two opposite sides.
    public let width: Double
    /// The hexagons with at least one point, row by row from south-west to north-east.
    public let hexagons: [Hexagon]
    /// What was counted at points outside the British Isles, or at none; in no hexagon.
    public let leftOut: Int
    private let plane: NationalGrid
    private let places: [HexagonCell: Int]

    /// Never narrower than this, in metres.
    public static let narrowest = 250.0

    /// Bins weighted points.
    ///
    /// - Parameters:
    ///   - points: places (WGS84) with how many incidents each stands for.
    ///   - width: metres between opposite sides; by default one that suits the extent of the points.
    public init(
        binning points: some Sequence<(position: Position, count: Int)>, width: Double? = nil,
        on grid: NationalGrid = NationalGrid()
    ) {
        var placed: [(point: Point, count: Int)] = []
        var leftOut = 0
        for (position, count) in points {
            if position.isInBritishIsles { placed.append((grid.project(position), count)) } else { leftOut += count }
        }
        let width = max(width ?? Self.width(for: Bounds(around: placed.lazy.map(\.point))), Self.narrowest)
        var totals: [HexagonCell: Int] = [:]
        for (point, count) in placed { totals[HexagonCell(at: point, width: width), default: 0] += count }
        let cells = totals.sorted { ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column) }
        self.width = width
        self.leftOut = leftOut
        plane = grid
        hexagons = cells.map { Hexagon(cell: $0.key, width: width, total: $0.value) }
        places = Dictionary(uniqueKeysWithValues: cells.indices.map { (cells[$0].key, $0) })
    }

    /// Which of the hexagons a place lies in; nil where it is in none.
    public func hexagon(at position: Position) -> Int? {
        guard position.isInBritishIsles else { return nil }
        return places[HexagonCell(at: plane.project(position), width: width)]
    }

    /// A round width that puts 25 to 40 hexagons across the longer side of the extent, or fewer in a small one.
    public static func width(for extent: Bounds?) -> Double {
        guard let extent else { return narrowest }
        let wanted = max(extent.width, extent.height) / 40
        var decade = 100.0
        while wanted > decade * 10 { decade *= 10 }
        let widths = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].map { $0 * decade }
        return widths.first { $0 >= max(wanted, narrowest) } ?? narrowest
    }
}

/// A hexagon with what was counted inside it.
public struct Hexagon: Hashable, Sendable {
    public let centre: Point
    /// The six corners in metres, anticlockwise from the east.
    public let corners: [Point]
    public let total: Int

    init(cell: HexagonCell, width: Double, total: Int) {
        let centre = cell.centre(width: width)
        let (half, quarter) = (width / 2, width / 3.0.squareRoot() / 2)
        self.centre = centre
        corners = [(2, 0), (1, 1), (-1, 1), (-2, 0), (-1, -1), (1, -1)].map { across, up in
            Point(x: centre.x + Double(across) * quarter, y: centre.y + Double(up) * half)
        }
        self.total = total
    }
}

/// A cell in axial coordinates: columns run east, rows run north along a column.
///
/// Source: A. Patel, *Hexagonal Grids* (redblobgames.com/grids/hexagons), flat-top axial layout and cube rounding.
struct HexagonCell: Hashable {
    let column: Int
    let row: Int

    init(at point: Point, width: Double) {
        let size = width / 3.0.squareRoot()
        let column = point.x * 2 / 3 / size
        let row = (point.y / 3.0.squareRoot() - point.x / 3) / size
        let third = -column - row
        let nearThird = third.rounded()
        var (nearColumn, nearRow) = (column.rounded(), row.rounded())
        // The three coordinates add up to nothing; rounding spoils that, so the one rounded furthest gives way.
        let (offColumn, offRow, offThird) = (abs(nearColumn - column), abs(nearRow - row), abs(nearThird - third))
        if offColumn > offRow, offColumn > offThird {
            nearColumn = -nearRow - nearThird
        } else if offRow > offThird {
            nearRow = -nearColumn - nearThird
        }
        self.column = Int(nearColumn)
        self.row = Int(nearRow)
    }

    func centre(width: Double) -> Point {
        let size = width / 3.0.squareRoot()
        return Point(x: size * 1.5 * Double(column), y: width * (Double(row) + Double(column) / 2))
    }
}
