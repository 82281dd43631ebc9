/// Parallel lines inside a shape, cut at its edges: renderers of Vega have no patterns to fill with.
struct Hatching: Hashable {
    /// The unit vector across the lines.
    private let across: MapChart.Point
    /// Pixels from line to line.
    private let spacing: Double

    /// Lines that rise to the right, for what is kept back.
    static let rising = Hatching(across: MapChart.Point(x: 0.5.squareRoot(), y: 0.5.squareRoot()), spacing: 5)
    /// Sparser lines that fall to the right, for what is missing.
    static let falling = Hatching(across: MapChart.Point(x: 0.5.squareRoot(), y: -0.5.squareRoot()), spacing: 8)

    /// The pieces of all lines inside the rings, by the even-odd rule.
    func lines(in rings: [MapChart.Ring]) -> [(MapChart.Point, MapChart.Point)] {
        let offsets = rings.joined().map { $0.x * across.x + $0.y * across.y }
        guard let least = offsets.min(), let most = offsets.max() else { return [] }
        let steps =
            (least / spacing).rounded(.up)...max((most / spacing).rounded(.down), (least / spacing).rounded(.up))
        return stride(from: steps.lowerBound, through: steps.upperBound, by: 1).flatMap { step in
            Self.pieces(of: rings, at: step * spacing, across: across)
        }
    }

    /// A point well inside the rings: the middle of the longest piece of the level line through their middle.
    static func middle(of rings: [MapChart.Ring]) -> MapChart.Point? {
        let heights = rings.joined().map(\.y)
        guard let least = heights.min(), let most = heights.max() else { return nil }
        let longest = pieces(of: rings, at: (least + most) / 2, across: MapChart.Point(x: 0, y: 1))
            .max { abs($0.1.x - $0.0.x) < abs($1.1.x - $1.0.x) }
        return longest.map { MapChart.Point(x: ($0.0.x + $0.1.x) / 2, y: $0.0.y) }
    }

    private static func pieces(
        of rings: [MapChart.Ring], at offset: Double, across: MapChart.Point
    ) -> [(MapChart.Point, MapChart.Point)] {
        var crossings: [Double] = []
        for ring in rings {
            guard var a = ring.last else { continue }
            for b in ring {
                let (from, to) = (a.x * across.x + a.y * across.y - offset, b.x * across.x + b.y * across.y - offset)
                if (from > 0) != (to > 0) {
                    let share = from / (from - to)
                    let (x, y) = (a.x + share * (b.x - a.x), a.y + share * (b.y - a.y))
                    crossings.append(x * across.y - y * across.x)
                }
                a = b
            }
        }
        crossings.sort()
        func point(_ along: Double) -> MapChart.Point {
            MapChart.Point(x: offset * across.x + along * across.y, y: offset * across.y - along * across.x)
        }
        return stride(from: 0, to: crossings.count - 1, by: 2).map { (point(crossings[$0]), point(crossings[$0 + 1])) }
    }
}
