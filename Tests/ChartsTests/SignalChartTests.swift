import Charts
import Foundation
import Testing

@Suite("Charts of months beside what was to be expected")
struct SignalChartTests {
    private let chart = Examples.signals[0]

    @Test("the sentence names each month that stands out, and says where none does or none could be judged")
    func sentence() {
        #expect(
            chart.sentence
                == "Above the range that was to be expected: July 2015 (240, 152 expected). "
                + "Below the range that was to be expected: October 2015 (60, 152 expected).")
        #expect(Examples.signals[2].sentence == "No month could be judged.")
        let quiet = SignalChart(
            title: "Quiet", unit: "crimes",
            months: [.init(year: 2015, number: 1, count: 5, expected: 6, usual: 0...12.5)])
        #expect(quiet.sentence == "No month lies outside the range that was to be expected.")
    }

    @Test(
        "those that stand out are told by a triangle that points the way and by their name",
        arguments: ChartWidth.allCases)
    func marks(width: ChartWidth) throws {
        let drawn = try Drawn(chart, width)
        #expect(drawn.words.contains("Jul") && drawn.words.contains("Oct") && !drawn.words.contains("Sep"))
        let shapes = drawn.layers(of: "point").filter { !drawn.rows($0).isEmpty }.compactMap {
            ($0["mark"] as? [String: Any])?["shape"] as? String
        }
        #expect(Set(shapes).isSuperset(of: ["triangle-up", "triangle-down"]))
    }

    @Test("names of months that stand out on end do not run into one another; each keeps its triangle")
    func room() throws {
        let months = (1...48).map { index in
            SignalChart.Month(
                year: 2012 + (index - 1) / 12, number: (index - 1) % 12 + 1, count: index > 42 ? 90 : 50, expected: 50,
                usual: 40...60, mark: index > 42 ? .high : nil)
        }
        let drawn = try Drawn(SignalChart(title: "Theft", unit: "crimes", months: months), .narrow)
        #expect(drawn.words.filter { ["Jul", "Aug", "Sep", "Oct", "Nov"].contains($0) }.isEmpty)
        #expect(drawn.words.contains("Dec"))
        let marked = drawn.layers(of: "point").map { drawn.rows($0).count }.max()
        #expect(marked == 6)
    }

    @Test("a month that was not judged has no range, and a missing one no value")
    func missing() throws {
        let drawn = try Drawn(chart)
        let range = try #require(drawn.layers(of: "rect").map(drawn.rows).first { $0.first?["top"] != nil })
        #expect(range.count == 12)
        let line = try #require(drawn.layers(of: "line").first)
        #expect(drawn.rows(line)[7]["y"] is NSNull)
        #expect(chart.table.rows[7] == ["August 2013", "no data", "–", "–", "–", "not judged"])
        #expect(chart.table.rows[30] == ["July 2015", "240", "152", "121", "190", "high"])
    }

    @Test("no layer of lines is empty: the worker cannot draw a rule of none")
    func rules() throws {
        for chart in Examples.signals {
            let drawn = try Drawn(chart)
            #expect(drawn.layers(of: "rule").allSatisfy { !drawn.rows($0).isEmpty })
        }
    }
}
