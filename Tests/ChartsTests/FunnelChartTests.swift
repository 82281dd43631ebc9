import Charts
import Testing

@Suite("Funnels")
struct FunnelChartTests {
    private let chart = Examples.funnels[0]

    @Test("the sentence says where the own place lies, and who else stands out")
    func sentence() {
        #expect(
            chart.sentence
                == "District 3 lies above the 95% limit. Outside the 99.8% limits lies District 19.")
        #expect(Examples.funnels[1].sentence == "There is no data.")
    }

    @Test("those that stand out and the own place are named beside their points", arguments: ChartWidth.allCases)
    func names(width: ChartWidth) throws {
        let words = try Drawn(chart, width).words
        #expect(words.contains("District 3"))
        #expect(words.contains("District 19"))
        #expect(!words.contains("District 7"))
        #expect(words.contains("99.8%") && words.contains("95%"))
    }

    @Test("every place is in the table with where it lies")
    func table() {
        #expect(
            chart.table.headings == [
                "District", "Residents", "Crimes for each 1,000 people", "Where it lies",
            ])
        #expect(chart.table.rows.count == 20)
        #expect(chart.table.rows[2] == ["District 3", "45,000", "63.0", "above the 95% limit"])
    }

    @Test("no line of a limit goes below zero, and there are four of them with the line in the middle")
    func lines() throws {
        let drawn = try Drawn(chart)
        let lines = drawn.layers(of: "line")
        #expect(lines.count == 5)
        for line in lines {
            #expect(drawn.rows(line).allSatisfy { ($0["y"] as? Double ?? -1) >= 0 })
        }
    }

    @Test("the own place is told by its shape too, not by its colour alone")
    func shape() throws {
        let shapes = try Drawn(chart).layers(of: "point").compactMap {
            ($0["mark"] as? [String: Any])?["shape"] as? String
        }
        #expect(shapes == ["circle", "diamond"])
    }
}
