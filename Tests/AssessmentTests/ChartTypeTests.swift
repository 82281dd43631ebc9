import Charts
import Foundation
import Testing

@testable import Web

@Suite("A chart on a page is set in the page’s own type")
struct ChartTypeTests {
    @Test("both ask for the same faces in the same order, but that the chart’s own on paper comes first")
    func sameFaces() throws {
        let assets = try Assets()
        let steps = assets.styleSheet.text.split(separator: "/").map(String.init)
        let style = String(decoding: try #require(assets.asset(edition: steps[1], name: steps[2])).bytes, as: UTF8.self)
        let page = try #require(style.firstMatch(of: /--sans: ([^;]+);/)).output.1
        let chart = MonthlyChart(title: "None", unit: "crimes", current: .init(label: "2015", months: []))
        let spec = try JSONSerialization.jsonObject(with: Data(chart.spec(width: .wide).utf8)) as? [String: Any]
        let fonts = try #require((spec?["config"] as? [String: Any])?["font"] as? String)
        #expect(faces(fonts[...]) == ["Frankpledge Sans"] + faces(page))
    }

    private func faces(_ list: Substring) -> [String] {
        list.split(separator: ",").map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " '\"")) }
    }
}
