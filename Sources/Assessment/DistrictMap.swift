import Charts
import DataFiles
import DataRegister
import Geography
import Wording

/// Crimes on the map of a district: by small area where boundaries were imported, by hexagon round the published
/// points where not.
struct DistrictMap {
    let chart: any Chart

    /// - Returns: nil where nothing is known of where.
    init?(_ data: DistrictData, over period: Period, boundaries: [Boundary]) {
        if !boundaries.isEmpty {
            chart = Self.areas(data, over: period, boundaries: boundaries)
        } else if let hexagons = Self.hexagons(data, over: period) {
            chart = hexagons
        } else {
            return nil
        }
    }

    private static func areas(_ data: DistrictData, over period: Period, boundaries: [Boundary]) -> MapChart {
        let crimes = Dictionary(
            PlaceFinding.worst(in: data, over: period).map { ($0.code, $0.crimes) },
            uniquingKeysWith: { first, _ in first })
        return MapChart(
            title: "Recorded crime by LSOA, \(period)", unit: "crimes", noun: "LSOA",
            areas: boundaries.map { boundary in
                MapChart.Area(
                    name: boundary.name, polygons: polygons(boundary.shape().simplified(tolerance: tolerance)),
                    value: crimes[boundary.code].map(Double.init))
            })
    }

    /// In how many years each area lay in a cluster.
    ///
    /// - Parameter times: by the areas' codes; those that are not told of are left white.
    static func clusters(_ title: String, boundaries: [Boundary], times: [String: Int]) -> MapChart {
        MapChart(
            title: title, unit: "years in a cluster", noun: "LSOA",
            areas: boundaries.map { boundary in
                MapChart.Area(
                    name: boundary.name, polygons: polygons(boundary.shape().simplified(tolerance: tolerance)),
                    value: times[boundary.code].map(Double.init))
            })
    }

    /// Where most is by what the map itself shows, so that its heading and its table agree; nil where there are too few areas.
    static func finding(_ chart: any Chart) -> String? {
        guard let map = chart as? MapChart, map.areas.count > 3 else { return nil }
        let most = map.areas.sorted { ($1.value ?? 0, $0.name) < ($0.value ?? 0, $1.name) }.prefix(3).map(\.name)
        guard map.naming != nil else { return "Most was recorded in \(most.inWords)" }
        let names = most.map { $0.split(separator: ",").first.map(String.init) ?? $0 }.unique
        return "Most was recorded in hexagons of \(names.inWords)"
    }

    /// What a map shows, area by area.
    static func facts(_ chart: any Chart, over period: Period) -> FactTable {
        let map = chart as? MapChart
        return FactTable(
            ["area", "kind_of_area", "from", "to", "value", "unit", "reason"],
            rows: (map?.areas ?? []).map { area in
                [
                    .said(area.name), .said(map?.noun), .text("\(period.from)"), .text("\(period.to)"),
                    .number(area.value), .said(map?.unit),
                    .said(area.value == nil ? "nothing is known of it in these months" : nil),
                ]
            })
    }

    private static func hexagons(_ data: DistrictData, over period: Period) -> MapChart? {
        let months = Set(period.months)
        let points = data.points.filter { months.contains($0.month) && !$0.isAntiSocialBehaviour }
        guard !points.isEmpty else { return nil }
        let grid = HexagonGrid(
            binning: points.map { (position: $0.position, count: $0.count) })
        let names = HexagonNames(of: grid, around: points, areas: data.areas)
        return MapChart(
            title: "Recorded crime by hexagon \(Int(grid.width)) metres wide, \(period)", unit: "crimes",
            noun: "hexagon", naming: "named after the small area (LSOA) that most of its crimes are in",
            areas: zip(grid.hexagons, names.list).map { hexagon, name in
                MapChart.Area(name: name, polygons: [[hexagon.corners.map(point)]], value: Double(hexagon.total))
            })
    }

    /// Metres: less than half a pixel of a district some fifteen kilometres across.
    private static let tolerance = 8.0

    private static func polygons(_ shape: Shape) -> [[MapChart.Ring]] {
        shape.polygons.map { rings in rings.map { $0.points.map(point) } }
    }

    private static func point(_ point: Point) -> MapChart.Point {
        MapChart.Point(x: point.x, y: point.y)
    }
}
