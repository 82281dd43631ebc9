import Charts
import Foundation
import Testing

@Suite("Breaks in what is counted")
struct ChartBreakTests {
    private let november = ChartBreak(year: 2014, number: 11, "recording changed")

    private func rules(_ drawn: Drawn) -> [Double] {
        drawn.layers(of: "rule").flatMap(drawn.rows).compactMap { $0["words"] == nil ? nil : $0["x"] as? Double }
    }

    @Test("two years that follow one another are parted by a line that says why, and no line is drawn across it")
    func sequence() throws {
        let line = MonthlyChart.Line(
            label: "2014 and 2015", months: (0..<24).map { .init(year: 2014 + $0 / 12, number: $0 % 12 + 1, count: 9) })
        let chart = MonthlyChart(title: "Violence", unit: "crimes", current: line, breaks: [november])
        let drawn = try Drawn(chart)
        #expect(rules(drawn) == [9.5])
        #expect(drawn.words.contains("recording changed"))
        let months = drawn.rows(try #require(drawn.layers(of: "line").first))
        #expect(
            months.map { $0["stretch"] as? Double } == Array(repeating: 0, count: 10) + Array(repeating: 1, count: 14))
        #expect(
            chart.sentence.hasSuffix(
                "A dotted line marks November 2014 (recording changed): what stands on its two sides is not one series."
            ))
    }

    @Test("a month that a break parts from all others has a point, since no line shows it")
    func alone() throws {
        let months = (1...11).map { SignalChart.Month(year: 2014, number: $0, count: 9 + $0) }
        let drawn = try Drawn(
            SignalChart(title: "Judged", unit: "crimes", months: months, breaks: [november]))
        let points = drawn.layers(of: "point").flatMap(drawn.rows)
        #expect(points.compactMap { $0["x"] as? Double } == [10])
        #expect(drawn.words.contains("recording changed"))
        let words = drawn.layers(of: "text").filter { drawn.rows($0).contains { $0["words"] != nil } }
        #expect(
            words.allSatisfy { ($0["mark"] as? [String: Any])?["align"] as? String == "left" },
            "its point is above, so the words stand at the foot")
    }

    @Test("where two years lie over each other, the line says in which of them it is")
    func overlay() throws {
        let chart = MonthlyChart(
            title: "Violence", unit: "crimes", current: Examples.year2015, earlier: Examples.year2014,
            breaks: [november])
        let drawn = try Drawn(chart)
        #expect(rules(drawn) == [9.5])
        #expect(drawn.words.contains("recording changed, Nov 2014"))
    }

    @Test("where one period follows the other, a change between the two is marked")
    func between() throws {
        let chart = MonthlyChart(
            title: "Violence", unit: "crimes", current: Examples.line("Winter", 2014, [3, 4], from: 11),
            earlier: Examples.line("Autumn", 2014, [5, 6], from: 9), breaks: [november])
        #expect(try rules(Drawn(chart)) == [1.5])
    }

    @Test("what lies before the first month or after the last is not drawn and not told")
    func outside() throws {
        let chart = MonthlyChart(
            title: "Violence", unit: "crimes", current: Examples.year2015, breaks: [november])
        #expect(try rules(Drawn(chart)).isEmpty)
        #expect(!chart.sentence.contains("dotted"))
        let first = ChartBreak(year: 2015, number: 1, "areas changed")
        #expect(
            try rules(Drawn(MonthlyChart(title: "V", unit: "crimes", current: Examples.year2015, breaks: [first])))
                .isEmpty, "there is nothing before it to be parted from")
    }

    @Test("several in one month share a line; a chart of signals has them too, and a small one without words")
    func signals() throws {
        let (one, other) = (
            ChartBreak(year: 2014, number: 5, "recording changed"), ChartBreak(year: 2014, number: 5, "areas changed")
        )
        for isSmall in [false, true] {
            let chart = SignalChart(
                title: "Judged", unit: "crimes", months: Examples.signals[0].months, breaks: [one, other],
                isSmall: isSmall)
            let drawn = try Drawn(chart)
            #expect(rules(drawn) == [15.5])
            #expect(drawn.words.contains("areas changed and recording changed") == !isSmall)
            #expect(chart.sentence.contains("May 2014 (areas changed and recording changed)"))
        }
    }

    @Test("years are parted where in the year it was")
    func years() throws {
        let drawn = try Drawn(Examples.years[0])
        let places = rules(drawn)
        #expect(places.count == 1 && abs(places[0] - (2012.5 + 4 / 12.0)) < 1e-9)
        let own = drawn.rows(try #require(drawn.layers(of: "line").last))
        #expect(own.map { $0["stretch"] as? Double } == [0, 0, 0, 0, 1, 1])
        #expect(own[2]["y"] is NSNull)
        #expect(
            Examples.years[0].sentence.hasPrefix(
                "Thanet: 12.4 in 2010, 7.4 in 2015. The mean of 13 districts: 9.5 in 2010, 7.5 in 2015."))
    }
}
