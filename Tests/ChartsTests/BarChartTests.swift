import Charts
import Foundation
import Testing

@Suite("Bar charts")
struct BarChartTests {
    @Test("shares are written as percentages beside their names", arguments: ChartWidth.allCases)
    func shares(width: ChartWidth) throws {
        #expect(try Drawn(Examples.bars[0], width).words == ["Burglary", "Robbery", "61.2%", "38.8%"])
        #expect(Examples.bars[0].table.rows == [["Burglary", "61.2%"], ["Robbery", "38.8%"]])
        #expect(Examples.bars[0].table.headings == ["Type of crime", "Of all crimes"])
    }

    @Test("intervals are whiskers in the picture and a column in the table")
    func intervals() throws {
        let chart = Examples.bars[1]
        #expect(chart.table.headings == ["District", "Crimes per 1,000 people", "95% interval"])
        #expect(chart.table.rows[0] == ["Thanet", "79.2", "76.0 to 82.1"])
        #expect(try Drawn(chart).layers(of: "rule").count == 4)
        #expect(try Drawn(Examples.bars[0]).layers(of: "rule").count == 1)
        #expect(try #require(try Drawn(chart).domain("x").last) >= 82.1)
    }

    @Test("a bar without data is said to be, and has no length")
    func missingBar() throws {
        let drawn = try Drawn(Examples.bars[1])
        let swale = try #require(drawn.rows([:]).first { $0["name"] as? String == "Swale" })
        #expect(swale["value"] is NSNull)
        #expect(swale["text"] as? String == "no data")
        #expect(Examples.bars[1].table.rows[1] == ["Swale", "no data", ""])
    }

    @Test("the sentence names the highest, those that follow and the lowest")
    func sentence() {
        #expect(
            Examples.bars[1].sentence
                == "The highest is Thanet, with 79.2 crimes per 1,000 people; the lowest is Dover (51.1). 1 has no data."
        )
        #expect(Examples.bars[2].sentence == "There is no data.")
        let counts = BarChart(
            title: "Counts", heading: "LSOA", unit: "crimes",
            bars: zip(["A", "B", "C", "D", "E"], [9, 1_204, 9, 30, 40]).map { .init(label: $0, value: $1) })
        #expect(
            counts.sentence == "The highest is B, with 1,204 crimes, followed by E (40) and D (30); 2 are lowest (9).")
    }

    @Test("where only the highest are drawn, none of them is called the lowest")
    func onlyTheHighest() {
        func sentence(_ values: [Double]) -> String {
            BarChart(
                title: "Counts", heading: "LSOA", unit: "crimes",
                bars: zip(["A", "B", "C", "D"], values).map { .init(label: $0, value: $1) }, areAll: false
            ).sentence
        }
        #expect(sentence([9, 7, 5, 4]) == "The highest is A, with 9 crimes, followed by B (7) and C (5).")
        #expect(sentence([9, 7]) == "The highest is A, with 9 crimes, followed by B (7).")
        #expect(sentence([9, 9, 9]) == "Each of the 3 shown has 9 crimes.")
    }

    @Test("the longest name has room in a reader’s own type, which can be a fifth wider than ours")
    func room() throws {
        let name = "Violence and sexual offences"
        let chart = BarChart(title: "Types", heading: "Type", unit: "crimes", bars: [.init(label: name, value: 4_007)])

        let padding = try #require(try Drawn(chart).root["padding"] as? [String: Double])

        // Half the size of the type is a low guess of a letter’s width.
        #expect(try #require(padding["left"]) >= Double(name.count) * 13 * 0.5 * 0.2)
        #expect(try #require(padding["right"]) >= Double("4,007".count) * 13 * 0.5 * 0.2)
    }
}
