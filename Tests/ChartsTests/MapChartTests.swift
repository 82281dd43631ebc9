import Charts
import Foundation
import Testing

@Suite("Maps")
struct MapChartTests {
    private func fills(_ drawn: Drawn) -> [String] { drawn.rows([:]).compactMap { $0["fill"] as? String } }

    @Test("the legend has zero apart, at most five ranges, and what is missing or kept back")
    func legend() throws {
        let words = try Drawn(Examples.map).words
        #expect(words.contains("0"))
        #expect(words.contains("no data"))
        #expect(words.contains("kept back"))
        #expect((2...5).contains(words.count { $0.contains("–") }))
        #expect(words.contains("crimes"))
    }

    @Test("ranges follow one another without gap or overlap, from 1 to the highest")
    func rangesMeet() throws {
        let ranges = try Drawn(Examples.map).words.filter { $0.contains("–") }
            .map { $0.split(separator: "–").compactMap { Int($0.filter { $0 != "," }) } }
        #expect(ranges.first?.first == 1)
        for (below, above) in zip(ranges, ranges.dropFirst()) { #expect(below[1] + 1 == above[0]) }
        #expect(ranges.last?.last == 491)
    }

    @Test("a number kept back is told nowhere")
    func keptBack() throws {
        let chart = Examples.map
        let told = [chart.sentence, chart.spec(width: .wide), chart.table.rows.joined().joined(separator: " ")]
        #expect(told.allSatisfy { !$0.contains("3333") && !$0.contains("3,333") })
        #expect(chart.table.rows.contains(["Square 11", "kept back"]))
        #expect(chart.sentence.hasSuffix("1 has no data. The number of 1 is kept back."))
    }

    @Test("the table runs from the highest value down and holds every area")
    func table() {
        let rows = Examples.map.table.rows
        #expect(rows.count == 40)
        let numbers = rows.compactMap { Int($0[1]) }
        #expect(numbers == numbers.sorted(by: >))
        #expect(rows.suffix(2) == [["Square 7", "no data"], ["Square 11", "kept back"]])
    }

    @Test(
        "higher classes are darker, whatever the accent",
        arguments: ["#1f5673", "#ffcc00", "#000000", "#ffffff", "#8a2f2f"])
    func darker(accent: String) throws {
        let chart = MapChart(
            title: "Five", unit: "crimes", noun: "square",
            areas: (0..<5).map { index in
                .init(polygons: [[Examples.square(Double(index), 0)]], value: [1, 10, 100, 1_000, 10_000][index])
            })
        let shades = fills(try Drawn(chart, accent: try #require(Colour(accent)))).compactMap { hex in
            Int(hex.dropFirst(), radix: 16).map { 2 * ($0 >> 16) + 7 * ($0 >> 8 & 0xFF) + ($0 & 0xFF) }
        }
        #expect(shades.count == 5)
        // Rows run from the highest down.
        #expect(shades == shades.sorted())
        #expect(Set(shades).count == 5)
    }

    @Test("far-off values are a class of their own, not lost in one of equal number")
    func naturalBreaks() throws {
        let values = (1...60).map(Double.init) + [2_000, 2_100]
        let chart = MapChart(
            title: "Skewed", unit: "crimes", noun: "square",
            areas: values.enumerated().map { .init(polygons: [[Examples.square(Double($0), 0)]], value: $1) })
        let shades = fills(try Drawn(chart))
        #expect(Set(shades.prefix(2)).isDisjoint(with: shades.dropFirst(2)))
        let floors = try Drawn(chart).words.filter { $0.contains("–") || Int($0) != nil }
        #expect(floors.contains { $0.hasPrefix("2,000") || $0.hasPrefix("1,") })
    }

    @Test("decimals have ranges that say which side a border belongs to")
    func decimalRanges() throws {
        let chart = MapChart(
            title: "Rates", unit: "crimes per 1,000 people", noun: "ward", format: .decimal(places: 1),
            areas: (0..<30).map { .init(polygons: [[Examples.square(Double($0), 0)]], value: Double($0) * 3.7) })
        let words = try Drawn(chart).words
        #expect(words.contains { $0.hasPrefix("under ") })
        #expect(words.contains { $0.contains(" to under ") })
        #expect(words.contains { $0.hasSuffix(" and over") })
    }

    @Test("areas are drawn to scale, north upwards, inside the picture", arguments: ChartWidth.allCases)
    func placed(width: ChartWidth) throws {
        let drawn = try Drawn(Examples.map, width)
        let height = try #require(drawn.root["height"] as? Double)
        var spots: [String: (x: Double, y: Double, span: Double)] = [:]
        for row in drawn.rows([:]) {
            let geometry = row["geometry"] as? [String: Any]
            let points = (geometry?["coordinates"] as? [[[[Double]]]] ?? []).joined().joined()
            #expect(points.allSatisfy { (0...width.pixels).contains($0[0]) && (0...height).contains($0[1]) })
            let (xs, ys) = (points.map { $0[0] }, points.map { $0[1] })
            let name = (row["about"] as? String ?? "").prefix { $0 != ":" }
            spots[String(name)] = (xs.min() ?? 0, ys.min() ?? 0, (xs.max() ?? 0) - (xs.min() ?? 0))
            #expect(abs((xs.max() ?? 0) - (xs.min() ?? 0) - (ys.max() ?? 0) + (ys.min() ?? 0)) <= 0.5)
        }
        let (southWest, northEast) = (try #require(spots["Square 0"]), try #require(spots["Square 39"]))
        #expect(southWest.x < northEast.x && southWest.y > northEast.y)
    }

    @Test("outer rings and holes wind opposite ways, so that holes stay open")
    func holesStayOpen() throws {
        for inner in [Examples.square(0.25, 0.25, side: 50), Examples.square(0.25, 0.25, side: 50).reversed()] {
            let chart = MapChart(
                title: "Hole", unit: "crimes", noun: "area",
                areas: [.init(polygons: [[Examples.square(0, 0), inner]], value: 1)])
            let geometry = try Drawn(chart).rows([:]).first?["geometry"] as? [String: Any]
            let rings = (geometry?["coordinates"] as? [[[[Double]]]])?.first ?? []
            let signs = rings.map { ring in
                zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0[0] * $1.1[1] - $1.1[0] * $1.0[1] } > 0
            }
            #expect(signs.count == 2)
            #expect(signs.first != signs.last)
        }
    }

    @Test("hatching lies inside the area that is kept back, and crosses all of it")
    func hatching() throws {
        let chart = MapChart(
            title: "Hatched", unit: "crimes", noun: "area",
            areas: [.init(polygons: [[Examples.square(0, 0)]], value: 5, isSuppressed: true)])
        let drawn = try Drawn(chart)
        let box = (drawn.rows([:]).first?["geometry"] as? [String: Any])?["coordinates"] as? [[[[Double]]]]
        let (xs, ys) = ((box ?? []).joined().joined().map { $0[0] }, (box ?? []).joined().joined().map { $0[1] })
        let inside = (try #require(xs.min()) - 0.1)...(try #require(xs.max()) + 0.1)
        let down = (try #require(ys.min()) - 0.1)...(try #require(ys.max()) + 0.1)
        let layer = try #require(drawn.layers(of: "geoshape").dropFirst(2).first)
        let lines = (drawn.rows(layer).first?["geometry"] as? [String: Any])?["coordinates"] as? [[[Double]]] ?? []
        #expect(lines.count > 20)
        #expect(lines.joined().allSatisfy { inside.contains($0[0]) && down.contains($0[1]) })
    }

    @Test("the three highest are numbered, apart from one another, and hexagons are called by their rank")
    func ranks() throws {
        let hexagons = MapChart(
            title: "Hexagons", unit: "crimes", noun: "hexagon",
            areas: Examples.map.areas.map { .init(polygons: $0.polygons, value: $0.value ?? 1) })
        #expect(hexagons.table.rows[0][0] == "Hexagon 1")
        #expect(hexagons.sentence.contains("The highest is Hexagon 1, with 491 crimes, followed by Hexagon 2 (464)"))
        for width in ChartWidth.allCases {
            let drawn = try Drawn(hexagons, width)
            let discs = drawn.rows(try #require(drawn.layers(of: "point").first))
                .compactMap { row in (row["x"] as? Double).flatMap { x in (row["y"] as? Double).map { (x, $0) } } }
            #expect(discs.count == 3)
            for (a, b) in [(0, 1), (0, 2), (1, 2)] {
                let (x, y) = (discs[a].0 - discs[b].0, discs[a].1 - discs[b].1)
                #expect((x * x + y * y).squareRoot() > 16)
            }
            #expect(drawn.words.filter { ["1", "2", "3"].contains($0) }.count >= 3)
        }
    }

    @Test("where more than three share the highest value none is numbered, for none is more the highest")
    func sharedRank() throws {
        func map(_ values: [Double]) -> MapChart {
            MapChart(
                title: "Years", unit: "years", noun: "area",
                areas: values.enumerated().map {
                    .init(polygons: [[Examples.square(Double($0), 0)]], value: $1)
                })
        }
        let shared = try Drawn(map([2, 2, 2, 2, 0, 0]))
        #expect(shared.layers(of: "point").allSatisfy { shared.rows($0).isEmpty })
        #expect(!shared.words.contains { $0.contains("the highest") })
        #expect(try Drawn(map([5, 2, 2, 2, 0])).words.contains("the highest"))
        #expect(try Drawn(map([5, 4, 2, 2, 0])).words.contains("to 2: the highest"))
    }

    @Test("a map of nothing, of one point or of coordinates that are no numbers is still a specification")
    func odd() throws {
        let nowhere = MapChart.Point(x: .nan, y: .infinity)
        for areas in [
            [], [MapChart.Area(polygons: [], value: 1)], [.init(polygons: [[[]]], value: nil)],
            [.init(polygons: [[[nowhere, nowhere]]], value: .infinity)],
            [.init(polygons: [[[.init(x: 1, y: 1)]]], value: 2, isSuppressed: true)],
        ] {
            let chart = MapChart(title: "Odd", unit: "crimes", noun: "area", areas: areas)
            #expect(try Drawn(chart, .narrow).layers.count > 3)
        }
    }
}
