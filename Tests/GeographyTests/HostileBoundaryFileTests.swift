import Geography
import Testing

@Suite("Hostile boundary files")
struct HostileBoundaryFileTests {
    @Test("data nested a million deep is refused, not followed")
    func deepNesting() throws {
        for open in ["[", #"{"a":"#] {
            let text = #"{"type":"FeatureCollection","features":["# + String(repeating: open, count: 1_000_000)
            #expect(try #require(BoundaryText.error(text)).problem.contains("nested more than"))
        }
    }

    @Test(
        "numbers that are not finite are refused at their place",
        arguments: ["1e999", "-1e999", "NaN", "Infinity", "-"])
    func notFinite(number: String) throws {
        let geometry = #"{"type":"Polygon","coordinates":[[[\#(number),51.3],[1,1],[1,1],[1,1]]]}"#
        let error = try #require(BoundaryText.error(BoundaryText.collection(BoundaryText.feature(geometry: geometry))))
        #expect(error.line == 1)
        #expect(error.feature == 1)
    }

    @Test(
        "numbers are read strictly and to the last digit",
        arguments: [
            ("1.426900164853915", 1.426900164853915), ("1.5", 1.5), ("15e-1", 1.5), ("-0.25E0", -0.25), ("0", 0),
            ("1.00000000000000000000000001", 1), ("-2.3", -2.3), ("01", nil), ("1.", nil), (".5", nil), ("+1", nil),
            ("1e", nil),
        ] as [(String, Double?)])
    func numbers(text: String, value: Double?) throws {
        let ring = "[[\(text),51.3],[1.5,51.3],[1.5,51.4],[\(text),51.3]]"
        let geometry = #"{"type":"Polygon","coordinates":[\#(ring)]}"#
        let file = try? BoundaryText.read(BoundaryText.collection(BoundaryText.feature(geometry: geometry)))
        #expect(file?.boundaries[0].polygons[0].rings[0][0].longitude == value)
    }

    @Test("more features than the limit are refused as soon as they are met")
    func tooManyFeatures() throws {
        let features = (1...4).map { BoundaryText.feature(#"{"LSOA11CD":"E0100000\#($0)"}"#) }.joined(separator: ",")
        let error = try #require(
            BoundaryText.error(BoundaryText.collection(features), limits: .init(features: 3)))
        #expect(error.problem == "the file holds more than 3 features")
        #expect(error.feature == 4)
    }

    @Test("more positions than the limit are refused")
    func tooManyPositions() throws {
        let features = (1...4).map { BoundaryText.feature(#"{"LSOA11CD":"E0100000\#($0)"}"#) }.joined(separator: ",")
        let error = try #require(
            BoundaryText.error(BoundaryText.collection(features), limits: .init(positions: 19)))
        #expect(error.problem.contains("more"))
    }

    @Test("a topology that names one arc again and again can’t grow past the limit")
    func repeatedArcs() throws {
        let ring = "[" + Array(repeating: "0,1", count: 10_000).joined(separator: ",") + "]"
        let text = BoundaryText.topology.replacing("[[0,1]]", with: "[" + ring + "]", maxReplacements: 1)
        let error = try #require(BoundaryText.error(text, limits: .init(positions: 20_000)))
        #expect(error.problem == "the area has too many points")
    }

    @Test("a file larger than the limit is refused unread")
    func tooLarge() throws {
        let error = try #require(BoundaryText.error(BoundaryText.topology, limits: .init(bytes: 100)))
        #expect(error.problem.contains("larger than"))
    }

    @Test("text that is not valid UTF-8, or half a character, is refused")
    func brokenText() throws {
        var bytes = Array(BoundaryText.collection(BoundaryText.feature()).utf8)
        let name = try #require(bytes.firstRange(of: Array("Square".utf8)))
        bytes[name.lowerBound] = 0xFF
        #expect(throws: BoundaryFileError.self) { try BoundaryFile(bytes, named: "broken") }
        for escape in [#"\ud800"#, #"\ud800\u0041"#, #"\udc00"#, #"\u+123"#, #"\x"#, "\u{1}"] {
            let feature = BoundaryText.feature(#"{"LSOA11CD":"E01000001","LSOA11NM":"\#(escape)"}"#)
            let error = BoundaryText.error(BoundaryText.collection(feature))
            #expect((error == nil) == (escape == #"\ud800\u0041"#), "\(escape)")
        }
    }
}
