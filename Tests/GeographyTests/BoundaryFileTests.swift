import Geography
import Testing

@Suite("Boundary files")
struct BoundaryFileTests {
    @Test(
        "code, name, level and year are found by the usual property names",
        arguments: [
            ("LSOA21CD", "LSOA21NM", BoundaryLevel.lsoa, 2021), ("WD13CD", "WD13NM", .ward, 2013),
            ("LAD15CD", "LAD15NM", .district, 2015), ("ltla24_code", "ltla24_name", .district, 2024),
            ("lad_code", "lad_name", .district, nil), ("LSOA code", "LSOA name", .lsoa, nil),
            ("CSP24CD", "CSP24NM", .partnership, 2024), ("PFA2023CD", "PFA2023NM", .policeArea, 2023),
            ("msoa11cd", "msoa11nm", .msoa, 2011), ("CTYUA19CD", "CTYUA19NM", .county, 2019),
        ] as [(String, String, BoundaryLevel, Int?)])
    func findsProperties(codeKey: String, nameKey: String, level: BoundaryLevel, vintage: Int?) throws {
        let properties = #"{"OBJECTID":1,"\#(nameKey)":"Tŷ’r \"Sgwâr\"","\#(codeKey)":"W00000001"}"#
        let file = try BoundaryText.read(BoundaryText.collection(BoundaryText.feature(properties)))
        #expect(file.level == level)
        #expect(file.vintage == vintage)
        #expect(file.boundaries[0].code == "W00000001")
        #expect(file.boundaries[0].name == "Tŷ’r \"Sgwâr\"")
    }

    @Test("a file of wards that also names their district is a file of wards")
    func finestLevelWins() throws {
        let feature = BoundaryText.feature(
            #"{"LAD18CD":"E07000114","LAD18NM":"Thanet","WD18CD":"E05011103","WD18NM":"Newington"}"#)
        let file = try BoundaryText.read(BoundaryText.collection(feature))
        #expect(file.level == .ward)
        #expect(file.boundaries[0].name == "Newington")
    }

    @Test("where the property’s name is general, the codes tell the level and the layer tells the year")
    func codesTellTheLevel() throws {
        let feature = BoundaryText.feature(#"{"code":"E07000114","name":null}"#)
        let file = try BoundaryText.read(BoundaryText.collection(feature, members: #""name":"LAD_2015_merc","#))
        #expect(file.level == .district)
        #expect(file.vintage == 2015)
        #expect(file.boundaries[0].name == "E07000114")
    }

    @Test("the order of a file’s members does not matter")
    func orderIsFree() throws {
        let text = #"""
            {"features":[{"geometry":{"coordinates":[\#(BoundaryText.square)],"type":"Polygon"},
            "properties":{"WD13CD":"E05000001"},"type":"Feature"}],"bbox":[1,2,3,4],"type":"FeatureCollection"}
            """#
        #expect(try BoundaryText.read("\u{FEFF}" + text).boundaries.count == 1)
    }

    @Test("heights are left out, holes and several pieces of land are kept")
    func keepsHolesAndPieces() throws {
        let hole = "[[1.42,51.32,5],[1.44,51.32,5],[1.44,51.34,5],[1.42,51.32,5]]"
        let piece = "[[1.6,51.3],[1.7,51.3],[1.7,51.4],[1.6,51.3]]"
        let geometry = #"{"type":"MultiPolygon","coordinates":[[\#(BoundaryText.square),\#(hole)],[\#(piece)]]}"#
        let file = try BoundaryText.read(BoundaryText.collection(BoundaryText.feature(geometry: geometry)))
        #expect(file.boundaries[0].polygons.map(\.rings.count) == [2, 1])
        #expect(file.boundaries[0].polygons[0].rings[1][0] == Position(longitude: 1.42, latitude: 51.32))
    }

    @Test("neighbours in a topology share their line, whichever way each walks it")
    func topologySharesArcs() throws {
        let file = try BoundaryText.read(BoundaryText.topology)
        #expect(file.level == .ward)
        #expect(file.vintage == 2013)
        let west = file.boundaries[0].polygons[0].rings[0]
        let east = file.boundaries[1].polygons[0].rings[0]
        #expect(west.count == 5)
        #expect(east.count == 5)
        #expect(Set(west).intersection(east).count == 2)
        #expect(west[0] == Position(longitude: 10 * 0.01 + 1.0, latitude: 20 * 0.01 + 51.0))
    }

    @Test("an islet that generalising flattened to a line is left out of a topology")
    func flattenedIsletGoes() throws {
        let file = try BoundaryText.read(BoundaryText.topology)
        #expect(file.boundaries[2].polygons.count == 1)
    }

    @Test("a topology without quantising is read by its plain degrees")
    func unquantisedTopology() throws {
        let file = try BoundaryText.read(
            #"""
            {"type":"Topology","objects":{"a":{"type":"Polygon","arcs":[[0]],"properties":{"LAD15CD":"E07000114"}}},
            "arcs":[\#(BoundaryText.square)]}
            """#)
        #expect(file.boundaries[0].polygons[0].rings[0][2] == Position(longitude: 1.5, latitude: 51.4))
    }
}
