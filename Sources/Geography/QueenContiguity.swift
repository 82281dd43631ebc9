/// Which areas touch which, told from their boundaries. As a chess queen moves: to share a corner is to touch.
///
/// Two areas touch where a vertex of one lies within a millionth of a degree (11 cm north and south, 7 cm east and west) of
/// a vertex of the other. Neighbours in TopoJSON are made of the same arcs, so their vertices are the very same. In GeoJSON
/// they are written twice, and one file in two writes the last digits differently: of the 227 pairs of neighbours among
/// Thanet’s LSOAs not one would be found by equal numbers.
///
/// Slivers, gaps and overlaps along a common border, are closed where its vertices come in pairs no further apart than
/// that. A wider gap is taken as it is drawn: the areas don’t touch there. Where one area’s side runs along another’s
/// without a vertex of both, nothing is found either; boundaries that were generalised together, as the Office for
/// National Statistics does it, have none such. An area that touches no other is told in ``islands``: most lie in the sea.
public struct QueenContiguity: Hashable, Sendable {
    /// For each boundary, in the order given, the numbers of those that touch it (from 0), rising.
    public let neighbours: [[Int]]

    /// The numbers of the areas that touch no other, rising.
    public var islands: [Int] { neighbours.indices.filter { neighbours[$0].isEmpty } }

    /// How far apart two vertices may lie and still be the same place, in degrees.
    public static let tolerance = 1e-6

    /// - Throws: ``CrowdedBoundaries`` where areas lie in heaps, so that telling which touch would take for ever.
    public init(of boundaries: [Boundary]) throws(CrowdedBoundaries) {
        let vertices = BoundaryVertices(boundaries)
        var lists = [[Int]](repeating: [], count: boundaries.count)
        for pair in try vertices.touchingPairs() {
            lists[pair.one].append(pair.other)
            lists[pair.other].append(pair.one)
        }
        neighbours = lists.map { $0.sorted() }
    }
}

/// So many areas have vertices at one place that no honest file could be the reason.
public struct CrowdedBoundaries: Error, Hashable, Sendable, CustomStringConvertible {
    /// Where the areas meet.
    public let position: Position

    public var description: String {
        "Too many areas meet within a metre of \(position.longitude), \(position.latitude) to tell which are neighbours. "
            + "Fetch the boundaries again from their publisher."
    }
}

/// The corners of all boundaries, in whole numbers, and the cells of a fine net that each lies in.
private struct BoundaryVertices {
    struct Pair: Hashable {
        let one: Int
        let other: Int
    }

    private struct Vertex {
        let x: Int64
        let y: Int64
        let area: Int32
    }

    private struct Entry {
        /// The cell’s column and row in one number.
        let cell: UInt64
        let vertex: Int32
    }

    /// About a millimetre: what coordinates are rounded to before they are compared.
    private static let unit = 1e-8
    private static let reach = Int64((QueenContiguity.tolerance / unit).rounded())
    /// A cell’s side. Wide beside the reach, so that few vertices are entered in more than one cell.
    private static let side = 8 * reach

    private var vertices: [Vertex] = []

    init(_ boundaries: [Boundary]) {
        for (area, boundary) in boundaries.enumerated() {
            for ring in boundary.polygons.lazy.flatMap(\.rings) {
                // The last position repeats the first.
                for position in ring.dropLast() {
                    // Beside the earth, or not a number at all: nothing touches there.
                    guard abs(position.longitude) <= 180, abs(position.latitude) <= 90 else { continue }
                    let (x, y) = (position.longitude / Self.unit, position.latitude / Self.unit)
                    vertices.append(Vertex(x: Int64(x.rounded()), y: Int64(y.rounded()), area: Int32(area)))
                }
            }
        }
    }

    /// Each pair once, in the order of their numbers.
    func touchingPairs() throws(CrowdedBoundaries) -> [Pair] {
        let entries = entries()
        var pairs: Set<Pair> = []
        // Where honest boundaries meet, three or four vertices lie in a cell.
        var allowed = 64 * vertices.count
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, entries[end].cell == entries[start].cell { end += 1 }
            try compare(entries[start..<end], into: &pairs, allowed: &allowed)
            start = end
        }
        return pairs.sorted { ($0.one, $0.other) < ($1.one, $1.other) }
    }

    /// Every vertex in each cell that it lies in or within half the reach of: two that are within reach of one another
    /// then have a cell in common, wherever the lines of the net run. By cell, and in a cell by area.
    private func entries() -> [Entry] {
        var entries: [Entry] = []
        entries.reserveCapacity(vertices.count * 5 / 4)
        for (number, vertex) in vertices.enumerated() {
            for column in Self.cells(around: vertex.x) {
                for row in Self.cells(around: vertex.y) {
                    // Longitude and latitude are at most 180°, so both fit 32 bits with room to spare.
                    let cell =
                        UInt64(UInt32(truncatingIfNeeded: column)) << 32 | UInt64(UInt32(truncatingIfNeeded: row))
                    entries.append(Entry(cell: cell, vertex: Int32(truncatingIfNeeded: number)))
                }
            }
        }
        // Vertices are numbered area by area.
        return entries.sorted { ($0.cell, $0.vertex) < ($1.cell, $1.vertex) }
    }

    private static func cells(around place: Int64) -> ClosedRange<Int64> {
        let (low, high) = (place - reach / 2, place + reach / 2)
        return floored(low)...floored(high)
    }

    private static func floored(_ place: Int64) -> Int64 {
        place >= 0 ? place / side : (place + 1) / side - 1
    }

    /// Compares the vertices of one cell, those of different areas with one another.
    private func compare(
        _ cell: ArraySlice<Entry>, into pairs: inout Set<Pair>, allowed: inout Int
    ) throws(CrowdedBoundaries) {
        let members = cell.map { vertices[Int($0.vertex)] }
        guard let first = members.first, first.area != members.last?.area else { return }
        for (number, one) in members.enumerated() {
            for other in members[(number + 1)...] where other.area != one.area {
                allowed -= 1
                guard allowed >= 0 else {
                    let place = Position(longitude: Double(one.x) * Self.unit, latitude: Double(one.y) * Self.unit)
                    throw CrowdedBoundaries(position: place)
                }
                guard abs(one.x - other.x) <= Self.reach, abs(one.y - other.y) <= Self.reach else { continue }
                pairs.insert(Pair(one: Int(one.area), other: Int(other.area)))
            }
        }
    }
}
