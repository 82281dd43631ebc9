import Testing

@testable import Charts

@Suite("Numbers, axes, colours and text")
struct GroundTests {
    @Test(
        "numbers are written as people read them",
        arguments: [
            (ValueFormat.count, 148_133, "148,133"), (.count, 0, "0"), (.count, 999.6, "1,000"),
            (.count, -1_234, "−1,234"),
            (.decimal(places: 1), 7.45, "7.5"), (.decimal(places: 2), 1_000.005, "1,000.01"),
            (.decimal(places: 1), -0.01, "0.0"),
            (.share(places: 1), 0.043, "4.3%"), (.share(places: 0), 1, "100%"),
        ] as [(ValueFormat, Double, String)])
    func numbers(format: ValueFormat, value: Double, text: String) {
        #expect(format.text(value) == text)
    }

    @Test(
        "an axis holds zero and all values between round numbers",
        arguments: [1, 3, 7, 12, 99, 101, 1_125, 4_999, 1e7, 0.03])
    func axes(highest: Double) {
        for ticks in [2, 4, 5] {
            let axis = ValueAxis(covering: [highest / 2, highest], ticks: ticks, whole: highest >= 1)
            #expect(axis.lower == 0)
            #expect(axis.upper >= highest)
            #expect(axis.upper < highest * 2 + 1)
            #expect(axis.ticks.contains(0))
            #expect((2...ticks + 2).contains(axis.ticks.count))
            if highest >= 1 { #expect(axis.ticks.allSatisfy { $0.rounded() == $0 }) }
        }
    }

    @Test("values below zero stretch the axis downwards and keep zero on it")
    func negativeAxis() {
        let axis = ValueAxis(covering: [-30.8, 13.7], ticks: 5, whole: false)
        #expect(axis.lower <= -30.8 && axis.upper >= 13.7)
        #expect(axis.ticks.contains(0))
    }

    @Test("an axis of nothing is an axis from zero to one")
    func emptyAxis() {
        #expect(ValueAxis(covering: [], ticks: 5, whole: true).ticks == [0, 1])
        #expect(ValueAxis(covering: [0], ticks: 5, whole: false).ticks == [0, 1])
    }

    @Test("only six hexadecimal digits after a hash are a colour")
    func colours() {
        #expect(Colour("#1f5673")?.hex == "#1f5673")
        #expect(Colour.house.hex == "#1f5673")
        for text in ["1f5673", "#1f567", "#1f56730", "#+f5673", "#gggggg", "red", "", "#１f5673"] {
            #expect(Colour(text) == nil, "\(text)")
        }
    }

    @Test(
        "a pale accent is darkened until lines stand out from paper",
        arguments: ["#ffcc00", "#ffffff", "#9fd3c7", "#1f5673"])
    func readable(accent: String) throws {
        let colour = try #require(Colour(accent)).onPaper
        #expect(1.05 / (colour.luminance + 0.05) >= 4.5)
    }

    @Test("JSON text escapes what JSON must and keeps the order of its keys")
    func json() {
        let value: JSONValue = ["b": ["é\"\\\n", 1, 2.5, -0.0, true, nil], "a": .number(.nan)]
        #expect(value.description == #"{"b":["é\"\\\u000a",1,2.5,0,true,null],"a":null}"#)
    }

    @Test("natural breaks find the groups that are there")
    func groups() {
        let classes = NaturalBreaks(of: [1, 2, 3, 40, 41, 42, 900, 901], atMost: 3).classes
        #expect(classes.map(Array.init) == [[1, 2, 3], [40, 41, 42], [900, 901]])
        #expect(NaturalBreaks(of: [5, 5, 5], atMost: 5).classes.map(\.count) == [3])
        #expect(NaturalBreaks(of: [], atMost: 5).classes.isEmpty)
        #expect(NaturalBreaks(of: (0..<5_000).map(Double.init), atMost: 5).classes.count == 5)
    }

    @Test("borders between classes are the roundest numbers near the gaps")
    func roundBorders() {
        let values: [Double] = [3, 8, 21, 94, 107, 131, 388, 402, 455, 1_034, 1_107]
        let classes = MapClasses(of: values, format: .count)
        #expect(classes.floors.dropFirst().allSatisfy { floor in values.contains { $0 >= floor } })
        #expect(classes.floors.dropFirst().contains(1_000))
        #expect((0..<classes.floors.count).last.map(classes.label) == "1,100–1,107")
    }
}
