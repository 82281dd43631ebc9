import Charts
import Foundation
import Testing

@Suite("Every chart")
struct EveryChartTests {
    @Test("the axis of values always begins at zero", arguments: ChartWidth.allCases)
    func zeroBaseline(width: ChartWidth) throws {
        for chart in Examples.monthly {
            for chart in [chart, SmallMultiple(chart)] as [any Chart] {
                #expect(try Drawn(chart, width).domain("y").first == 0)
            }
        }
        for chart in Examples.bars { #expect(try Drawn(chart, width).domain("x").first == 0) }
        for chart in Examples.signals { #expect(try Drawn(chart, width).domain("y").first == 0) }
        for chart in Examples.years { #expect(try Drawn(chart, width).domain("y").first == 0) }
        for chart in Examples.funnels { #expect(try Drawn(chart, width).domain("y").first == 0) }
    }

    @Test("a picture fits its width and is described by its title and sentence", arguments: ChartWidth.allCases)
    func sizeAndDescription(width: ChartWidth) throws {
        for chart in Examples.all {
            let drawn = try Drawn(chart, width)
            let across = try #require(drawn.root["width"] as? Double)
            #expect(across <= width.pixels)
            #expect(drawn.root["description"] as? String == "\(chart.title). \(chart.sentence)")
            #expect(!chart.sentence.isEmpty)
        }
    }

    @Test("every table has as many cells in a row as headings")
    func tablesAreWhole() {
        for chart in Examples.all {
            #expect(chart.table.rows.allSatisfy { $0.count == chart.table.headings.count }, "\(chart.title)")
            #expect(chart.table.headings.allSatisfy { !$0.isEmpty })
        }
    }

    @Test("the same values give the same text, so that a picture can be kept by its content")
    func sameText() {
        for (first, second) in zip(Examples.all, Examples.all) {
            #expect(first.spec(width: .narrow) == second.spec(width: .narrow))
        }
    }

    @Test("nothing is fetched: a specification holds no address but its schema’s")
    func nothingIsFetched() throws {
        for chart in Examples.all {
            let drawn = try Drawn(chart)
            #expect(Drawn.strings(under: "url", in: drawn.root).isEmpty)
            #expect(chart.spec(width: .wide).components(separatedBy: "http").count == 2)
        }
    }

    @Test("names from outside stay data: none gets into an expression")
    func namesAreNoCode() throws {
        let name = "Q'] + alert(1) //\"\\\u{2028}\u{1}é"
        let charts: [any Chart] = [
            MonthlyChart(
                title: name, unit: name, current: Examples.line(name, 2015, [1, nil]),
                earlier: Examples.line(name + "2", 2014, [2, 3])),
            BarChart(title: name, heading: name, unit: name, bars: [.init(label: name, value: 1)]),
            MapChart(
                title: name, unit: name, noun: name,
                areas: [.init(name: name, polygons: [[Examples.square(0, 0)]], value: 1)]),
            FunnelChart(
                title: name, heading: name, unit: name, sizeUnit: name,
                points: [.init(label: name, size: 1, value: 1, place: .farAbove, isOwn: true)], centre: 1, limits: []),
        ]
        for chart in charts {
            let drawn = try Drawn(chart)
            let code = ["labelExpr", "filter", "expr", "calculate", "signal", "test"]
                .flatMap { Drawn.strings(under: $0, in: drawn.root) }
            #expect(code.allSatisfy { !$0.contains("Q") })
            #expect(drawn.words.contains(name) || !(chart is BarChart))
            #expect((drawn.root["description"] as? String)?.hasPrefix(name) == true)
        }
    }
}
