import DataRegister
import Geography

/// What the hexagons of a map are called, so that who cannot see the map learns where each lies.
struct HexagonNames {
    /// One for each hexagon, no two alike.
    let list: [String]

    /// Each hexagon goes by the small area that most of what was counted in it lies in. Of several in one area, each
    /// also has its number, the highest first.
    ///
    /// - Parameter points: those the grid was made of.
    init(of grid: HexagonGrid, around points: [DistrictData.Point], areas: [DistrictData.Area]) {
        var counts: [[String: Int]] = Array(repeating: [:], count: grid.hexagons.count)
        for point in points {
            guard let hexagon = grid.hexagon(at: point.position) else { continue }
            counts[hexagon][point.area, default: 0] += point.count
        }
        let names = Dictionary(areas.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        let own = counts.map { counts in
            let code = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
            return names[code] ?? code
        }
        var list = own
        for (name, hexagons) in Dictionary(grouping: own.indices, by: { own[$0] }) where hexagons.count > 1 {
            let ranked = hexagons.sorted {
                (grid.hexagons[$1].total, $0) < (grid.hexagons[$0].total, $1)
            }
            for (rank, hexagon) in ranked.enumerated() { list[hexagon] = "\(name), hexagon \(rank + 1)" }
        }
        self.list = list
    }
}

extension DistrictData.Point {
    var position: Position { Position(longitude: longitude, latitude: latitude) }
}
