import Geography
import Testing

@Suite("Broken boundary files")
struct BrokenBoundaryFileTests {
    @Test("a file cut off anywhere is refused, never read in part")
    func truncatedAnywhere() {
        for text in [
            BoundaryText.collection(BoundaryText.feature(), members: #""name":"é\u00e9","#), BoundaryText.topology,
        ] {
            let bytes = Array(text.utf8)
            let read = (0..<bytes.count).filter { (try? BoundaryFile(bytes.prefix($0), named: "cut")) != nil }
            #expect(read.isEmpty)
        }
    }

    @Test("a file cut off within an area names the line, the column and the area")
    func truncationHasAPlace() throws {
        let second = BoundaryText.feature(#"{"LSOA11CD":"E01000002"}"#)
        let text = BoundaryText.collection(BoundaryText.feature(), second)
        let error = try #require(BoundaryText.error(String(text.dropLast(20))))
        #expect(error.line == 2)
        #expect(error.column == second.utf8.count - 17)
        #expect(error.feature == 2)
        #expect(error.description.hasPrefix("areas.geojson, line 2, column "))
        #expect(error.advice.contains("cut off"))
    }

    @Test("any changed byte ends in a reading or a refusal, never in a crash")
    func survivesChangedBytes() {
        var state: UInt64 = 0x5EED
        func next() -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33)
        }
        let texts = [BoundaryText.collection(BoundaryText.feature()), BoundaryText.topology].map { Array($0.utf8) }
        let likely = Array(#"[]{}",:-e.019\u"#.utf8)
        var refused = 0
        for round in 0..<2_000 {
            var bytes = texts[round % texts.count]
            for _ in 0...next() % 3 { bytes[next() % bytes.count] = likely[next() % likely.count] }
            do throws(BoundaryFileError) {
                let file = try BoundaryFile(bytes, named: "changed")
                #expect(!file.boundaries.isEmpty)
            } catch {
                #expect(!error.problem.isEmpty && !error.advice.isEmpty)
                refused += 1
            }
        }
        #expect(refused > 500)
    }

    @Test(
        "what is no GeoJSON is named for what it is",
        arguments: [
            ("", "empty"), ("PK\u{3}\u{4}", "ZIP"), ("<kml/>", "XML"), ("[1]", "no JSON object"),
            ("nonsense", "no JSON object"),
            (#"{"type":"FeatureCollection","features":[]}"#, "no areas"),
            (#"{"type":"FeatureCollection"}"#, "no areas"),
            (#"{"type":"Polygon","coordinates":[]}"#, "single shape"), ("{}", "neither"),
            (#"{"type":"FeatureCollection","features":{}}"#, "no list"),
            (#"{"type":"Topology","arcs":[]}"#, "no layer"),
            (#"{"type":"Topology","arcs":[],"objects":{"a":{},"b":{}}}"#, "several layers (‘a’, ‘b’)"),
        ])
    func namesOtherFormats(text: String, problem: String) throws {
        let error = try #require(BoundaryText.error(text))
        #expect(error.problem.contains(problem), "\(error)")
        #expect(!error.advice.isEmpty)
    }

    @Test(
        "an area that can’t be used is named by its number and code",
        arguments: [
            (#"{"type":"Polygon","coordinates":[[[1.4,51.3],[1.5,51.3],[1.4,51.3]]]}"#, "ring 1 has 3 points"),
            (#"{"type":"Polygon","coordinates":[[[1.4,51.3],[1.5,51.3],[1.5,51.4],[1.4,51.4]]]}"#, "not closed"),
            (#"{"type":"Polygon","coordinates":[[[639360,167955],[1,1],[1,1],[1,1]]]}"#, "metres, not degrees"),
            (#"{"type":"Polygon","coordinates":[[[51.3,1.4],[51.3,1.5],[51.4,1.5],[51.3,1.4]]]}"#, "swapped"),
            (#"{"type":"Polygon","coordinates":[[[12.5,41.9],[1,1],[1,1],[1,1]]]}"#, "outside the British Isles"),
            (#"{"type":"Polygon","coordinates":[[[1.4],[1],[1],[1]]]}"#, "not nested"),
            (#"{"type":"MultiPolygon","coordinates":[[[1.4,51.3],[1,1],[1,1],[1,1]]]}"#, "not nested"),
            (#"{"type":"Polygon","coordinates":[["a",null,1]]}"#, "not nested"),
            (#"{"type":"Polygon","coordinates":[]}"#, "no ring"), (#"{"type":"Polygon"}"#, "not nested"),
            (#"{"type":"Point","coordinates":[1.4,51.3]}"#, "‘Point’"), ("null", "no geometry"), ("7", "no geometry"),
        ])
    func namesTheArea(geometry: String, problem: String) throws {
        let bad = BoundaryText.feature(#"{"LSOA11CD":"E01000002"}"#, geometry: geometry)
        let error = try #require(BoundaryText.error(BoundaryText.collection(BoundaryText.feature(), bad)))
        #expect(error.problem.contains(problem), "\(error)")
        #expect(error.feature == 2)
        #expect(error.code == "E01000002")
        #expect(error.description.hasPrefix("areas.geojson, feature 2 (E01000002): "))
    }

    @Test(
        "an area that can’t be told from others is refused",
        arguments: [
            (#"{"LSOA11CD":"E01000001"}"#, "stands at feature 1 already"), (#"{"LSOA11CD":7}"#, "holds no code"),
            (#"{}"#, "holds no code"), ("null", "holds no code"),
        ])
    func codesMustBeThereAndDiffer(properties: String, problem: String) throws {
        let text = BoundaryText.collection(BoundaryText.feature(), BoundaryText.feature(properties))
        let error = try #require(BoundaryText.error(text))
        #expect(error.feature == 2)
        #expect(error.problem.contains(problem), "\(error)")
    }

    @Test("a file whose properties hold no code says which there are")
    func saysWhichPropertiesThereAre() throws {
        let text = BoundaryText.collection(BoundaryText.feature(#"{"FID":1,"Shape__Area":2.5}"#))
        let error = try #require(BoundaryText.error(text))
        #expect(error.problem == "no property holds a code (there are ‘FID’, ‘Shape__Area’)")
    }

    @Test("general codes must be of one known kind")
    func generalCodesMustAgree() throws {
        let (ward, lsoa) = (#"{"code":"E05000001"}"#, #"{"code":"E01000001"}"#)
        let mixed = BoundaryText.collection(BoundaryText.feature(ward), BoundaryText.feature(lsoa))
        #expect(BoundaryText.error(mixed)?.feature == 2)
        let unknown = BoundaryText.collection(BoundaryText.feature(#"{"code":"29UN"}"#))
        #expect(BoundaryText.error(unknown)?.problem.contains("what kind of area") == true)
    }

    @Test("a file in another coordinate system is refused with advice")
    func refusesOtherSystems() throws {
        let crs = #""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::27700"}},"#
        let error = try #require(BoundaryText.error(BoundaryText.collection(BoundaryText.feature(), members: crs)))
        #expect(error.problem.contains("27700"))
        #expect(error.advice.contains("WGS84"))
    }

    @Test(
        "a topology whose arcs don’t fit is refused",
        arguments: [
            ("[[0,1]]", "[[0,9]]", "there is no arc 9"), ("[[0,1]]", "[[0,1.5]]", "there is no arc 1.5"),
            ("[[0,1]]", "[[0,3]]", "does not start where"), ("[[0,1]]", "[[0]]", "not closed"),
            ("[[0,1]]", "[[-99]]", "there is no arc"), ("[[0,1]]", "[[1e300]]", "there is no arc"),
            ("[[0,1]]", "0", "not nested"), ("\"scale\":[0.01,0.01]", "\"scale\":[1]", "lacks its scale"),
            ("[[10,10],[0,10]]", "[[10],[0,10]]", "arcs are malformed"),
        ])
    func topologyMustFit(part: String, replacement: String, problem: String) throws {
        let text = BoundaryText.topology.replacing(part, with: replacement, maxReplacements: 1)
        let error = try #require(BoundaryText.error(text))
        #expect(error.problem.contains(problem), "\(error)")
    }
}
