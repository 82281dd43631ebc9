import Charts
import Foundation
import Testing

@Suite("Monthly charts")
struct MonthlyChartTests {
    private let years = MonthlyChart(
        title: "Two years", unit: "crimes", current: Examples.year2015, earlier: Examples.year2014)

    @Test("a missing month breaks the line, lies under a band that says so, and is never zero")
    func missingMonths() throws {
        let drawn = try Drawn(MonthlyChart(title: "One", unit: "crimes", current: Examples.year2015))
        let rows = drawn.rows(try #require(drawn.layers(of: "line").first))
        #expect(rows.count == 12)
        #expect([3, 8, 9].allSatisfy { rows[$0]["y"] is NSNull })
        #expect(!rows.contains { $0["y"] as? Double == 0 })
        let bands = drawn.rows(try #require(drawn.layers(of: "rect").first)).map {
            [$0["x"] as? Double, $0["end"] as? Double]
        }
        #expect(bands == [[2.5, 3.5], [7.5, 9.5]])
        #expect(drawn.words == ["no data", "no data"])
    }

    @Test("a month that was not given at all is a missing month")
    func gapsAreFilled() throws {
        let line = MonthlyChart.Line(
            label: "Winter",
            months: [.init(year: 2015, number: 2, count: 5), .init(year: 2014, number: 11, count: 3)])
        let chart = MonthlyChart(title: "Winter", unit: "crimes", current: line)
        #expect(chart.table.rows.map(\.[0]) == ["November 2014", "December 2014", "January 2015", "February 2015"])
        #expect(chart.table.rows.map(\.[1]) == ["3", "no data", "no data", "5"])
        #expect(chart.sentence.hasSuffix("There is no data for December 2014 and January 2015."))
    }

    @Test("the months of an earlier year lie over the same months, each month once on the axis")
    func overlay() throws {
        let drawn = try Drawn(years)
        #expect(drawn.domain("x") == [-0.5, 11.5])
        let lines = drawn.layers(of: "line").map { drawn.rows($0).map { $0["x"] as? Double } }
        #expect(lines.count == 2)
        #expect(lines[0] == lines[1])
        #expect(drawn.words.contains("no data for 2014"))
        #expect(drawn.words.contains("no data for 2015"))
    }

    @Test("years that begin in April lie over each other too, and are called 2014/15")
    func financialYears() throws {
        func year(_ label: String, _ start: Int) -> MonthlyChart.Line {
            MonthlyChart.Line(
                label: label,
                months: (3..<15).map { .init(year: start + $0 / 12, number: $0 % 12 + 1, count: 10 + $0) })
        }
        let chart = MonthlyChart(
            title: "Years", unit: "crimes", current: year("April 2015 to March 2016", 2015),
            earlier: year("April 2014 to March 2015", 2014))
        #expect(try Drawn(chart).words.sorted() == ["2014/15", "2015/16"])
        #expect(chart.table.rows.map(\.[0]).first == "April")
        #expect(chart.table.rows.count == 12)
    }

    @Test("different months follow one another on one axis, with every month between")
    func continuous() throws {
        let drawn = try Drawn(Examples.monthly[2])
        #expect(drawn.domain("x") == [-0.5, 6.5])
        let lines = drawn.layers(of: "line").map { drawn.rows($0).compactMap { $0["x"] as? Double } }
        #expect(lines == [[0, 1, 2], [4, 5, 6]])
        #expect(Examples.monthly[2].table.headings == ["Month", "Period", "Crimes"])
    }

    @Test("two periods differ in dash, in points and in name, not in colour alone")
    func notByColourAlone() throws {
        let drawn = try Drawn(years)
        let marks = { (type: String, key: String) in
            drawn.layers(of: type).map { "\(($0["mark"] as? [String: Any])?[key] ?? "")" }
        }
        #expect(Set(marks("line", "strokeDash")).count == 2)
        #expect(Set(marks("point", "shape")).count == 2)
        #expect(drawn.words.filter { ["2014", "2015"].contains($0) }.count == 2)
    }

    @Test("names at the lines’ ends never lie over each other")
    func namesPart() throws {
        let same = MonthlyChart(
            title: "Same", unit: "crimes", current: Examples.line("2015", 2015, [5, 9]),
            earlier: Examples.line("2014", 2014, [7, 9]))
        for width in ChartWidth.allCases {
            let heights = try Drawn(same, width).layers(of: "text").compactMap { layer in
                ((layer["encoding"] as? [String: Any])?["y"] as? [String: Any])?["value"] as? Double
            }.sorted()
            #expect(heights.count == 2)
            #expect(heights[1] - heights[0] >= 14)
        }
    }

    @Test("the table holds what is drawn")
    func tableEqualsPicture() throws {
        let drawn = try Drawn(years)
        #expect(years.table.headings == ["Month", "2015", "2014"])
        // The earlier period is drawn first, under the current one.
        for (column, layer) in zip([2, 1], drawn.layers(of: "line")) {
            let shown = drawn.rows(layer).map { ($0["y"] as? Double).map { Int($0) } }
            let told = years.table.rows.map { Int($0[column].filter { $0 != "," }) }
            #expect(shown == told)
        }
        #expect(years.table.rows[5] == ["June", "1,140", "no data"])
    }

    @Test("the sentence names the highest and the lowest month and what is missing")
    func sentence() {
        #expect(
            years.sentence == """
                For 2015, the highest was June, with 1,140 crimes, and the lowest was November, with 905. \
                There is no data for April, September and October. \
                For 2014, the highest was July, with 1,150 crimes, and the lowest was November, with 890. \
                There is no data for June.
                """)
        #expect(Examples.monthly[3].sentence == "For 2015 there is no data.")
        #expect(Examples.monthly[5].sentence == "For 2015, each month has 0 robberies.")
        let few = MonthlyChart(title: "Few", unit: "robberies", current: Examples.line("2015", 2015, [1, 0, 1, 0]))
        #expect(
            few.sentence
                == "For 2015, the highest were January and March, with 1 robbery, and the lowest were February and April, with 0."
        )
    }

    @Test("every month keeps its tick, and on a telephone fewer have a label")
    func labelsHaveRoom() throws {
        let chart = MonthlyChart(
            title: "One", unit: "crimes", current: Examples.line("2015", 2015, Array(repeating: 5, count: 12)))
        let counts = try ChartWidth.allCases.map { width -> (ticks: Int, labels: Int) in
            let axis = try #require(try Drawn(chart, width).encoding("x")["axis"] as? [String: Any])
            let words = try #require(axis["labelExpr"] as? String)
            return ((axis["values"] as? [Double] ?? []).count, words.components(separatedBy: "['").count - 1)
        }
        #expect(counts.map(\.ticks) == [12, 12])
        #expect(counts[0].labels == 12)
        #expect((4...6).contains(counts[1].labels))
    }

    @Test("a month alone between two gaps has a point even where lines have none")
    func lonelyMonths() throws {
        let chart = MonthlyChart(
            title: "Lonely", unit: "crimes", current: Examples.line("2015", 2015, [4, 5, nil, 6, nil, 7, 8]))
        let drawn = try Drawn(SmallMultiple(chart))
        let points = drawn.rows(try #require(drawn.layers(of: "point").first))
        #expect(points.compactMap { $0["x"] as? Double } == [3])
    }

    @Test("small charts with one ceiling share their axis")
    func ceiling() throws {
        let heights = try Examples.monthly.map { try Drawn(SmallMultiple($0, ceiling: 2_000)).domain("y").last }
        #expect(Set(heights) == [2_000])
    }

    @Test("a value that is no number is missing")
    func notANumber() {
        let line = MonthlyChart.Line(label: "2015", months: [.init(year: 2015, number: 1, value: .nan)])
        #expect(line.months[0].value == nil)
    }
}
