import Foundation
import Geography
import Testing

@Suite("Published boundary files", .enabled(if: Samples.isPresent, Samples.absent))
struct RealBoundaryTests {
    @Test(
        "published files are read as they come",
        arguments: [
            ("lsoa2011_E07000114.geojson", BoundaryLevel.lsoa, 2011, 84, "E01024633", "Thanet 006A"),
            ("wards_E07000114.geojson", .ward, 2013, 23, "E05005081", "Beacon Road"),
            ("geogLA2015EW_topo.json", .district, 2015, 348, "E06000001", "Hartlepool"),
            ("boundaries_ltla24.geojson", .district, 2024, 361, "E06000001", "Hartlepool"),
        ])
    func readsPublishedFiles(
        name: String, level: BoundaryLevel, vintage: Int, count: Int, code: String, firstName: String
    ) throws {
        let file = try BoundaryFile(try Samples.boundaries(name), named: name)
        #expect(file.level == level)
        #expect(file.vintage == vintage)
        #expect(file.boundaries.count == count)
        #expect(file.boundaries.first?.code == code)
        #expect(file.boundaries.first?.name == firstName)
    }

    @Test("wards and LSOAs of one district cover the same land, about 103 km²")
    func levelsAgree() throws {
        let areas = try ["lsoa2011_E07000114.geojson", "wards_E07000114.geojson"].map { name in
            try BoundaryFile(try Samples.boundaries(name), named: name).boundaries
                .reduce(0) { $0 + $1.shape().area } / 1e6
        }
        #expect(abs(areas[0] - 103.3) < 0.5)
        #expect(abs(areas[0] - areas[1]) < 0.05)
    }

    @Test("England and Wales measure 151,000 km² and Thanet has the code E07000114")
    func topologyIsWhole() throws {
        let file = try BoundaryFile(try Samples.boundaries("geogLA2015EW_topo.json"), named: "topo")
        let total = file.boundaries.reduce(0) { $0 + $1.shape().area } / 1e6
        #expect(abs(total - 151_000) < 1_000)
        let thanet = try #require(file.boundaries.first { $0.code == "E07000114" })
        #expect(abs(thanet.shape().area / 1e6 - 103) < 5)
        let ramsgate = NationalGrid().project(Position(longitude: 1.41, latitude: 51.335))
        #expect(file.boundaries.filter { $0.shape().contains(ramsgate) }.map(\.name) == ["Thanet"])
    }

    @Test("postcodes fall into the LSOA that Ordnance Survey and ONS put them in")
    func postcodesFallIntoTheirArea() throws {
        let name = "lsoa2011_E07000114.geojson"
        let grid = NationalGrid()
        let shapes = try BoundaryFile(try Samples.boundaries(name), named: name).boundaries
            .map { (code: $0.code, shape: $0.shape(on: grid)) }
        let rows = try Samples.text("lookups/thanet_postcodes_with_lsoa11.csv").split(separator: "\n").dropFirst()
            .map { $0.split(separator: ",").map { $0.filter { $0 != "\"" } } }
        var right = 0
        for row in rows {
            let place = Position(longitude: try #require(Double(row[5])), latitude: try #require(Double(row[4])))
            let point = grid.project(place)
            right += shapes.first { $0.shape.contains(point) }?.code == row[8] ? 1 : 0
        }
        // Boundaries are generalised, so a postcode at the sea or on a border street may fall beside its own.
        #expect(rows.count > 3_000)
        #expect(Double(right) / Double(rows.count) > 0.97)
    }

    @Test("the plane differs from Ordnance Survey’s grid by the same hundred metres all over a district")
    func planeFollowsTheGrid() throws {
        let grid = NationalGrid()
        let rows = try Samples.text("lookups/thanet_postcodes_with_lsoa11.csv").split(separator: "\n").dropFirst()
        var shifts: [Point] = []
        for row in rows {
            let cells = row.split(separator: ",").map { $0.filter { $0 != "\"" } }
            guard let east = Double(cells[2]), let north = Double(cells[3]), let latitude = Double(cells[4]),
                let longitude = Double(cells[5])
            else { continue }
            let point = grid.project(Position(longitude: longitude, latitude: latitude))
            shifts.append(Point(x: point.x - east, y: point.y - north))
        }
        let bounds = try #require(Bounds(around: shifts))
        #expect(bounds.width < 3 && bounds.height < 3)
        #expect(abs(bounds.minX) < 200 && abs(bounds.minY) < 200)
    }

    @Test("simplifying for the page keeps the land and loses no area")
    func simplifyingKeepsEveryArea() throws {
        let name = "lsoa2011_E07000114.geojson"
        for boundary in try BoundaryFile(try Samples.boundaries(name), named: name).boundaries {
            let shape = boundary.shape()
            let simple = shape.simplified(tolerance: 10)
            #expect(!simple.polygons.isEmpty)
            #expect(abs(simple.area - shape.area) < 0.05 * shape.area, "\(boundary.code)")
        }
    }
}
