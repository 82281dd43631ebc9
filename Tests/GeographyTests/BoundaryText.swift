import Geography

/// Small files written by hand.
enum BoundaryText {
    static let square = "[[1.40,51.30],[1.50,51.30],[1.50,51.40],[1.40,51.40],[1.40,51.30]]"

    static func feature(
        _ properties: String = #"{"LSOA11CD":"E01000001","LSOA11NM":"Square"}"#,
        geometry: String = #"{"type":"Polygon","coordinates":[\#(square)]}"#
    ) -> String {
        #"{"type":"Feature","properties":\#(properties),"geometry":\#(geometry)}"#
    }

    static func collection(_ features: String..., members: String = "") -> String {
        #"{"type":"FeatureCollection",\#(members)"features":["# + features.joined(separator: ",\n") + "]}"
    }

    /// Two squares that share an arc, quantised; the second walks the shared arc backwards.
    static let topology = #"""
        {"type":"Topology","transform":{"scale":[0.01,0.01],"translate":[1.0,51.0]},
        "objects":{"WD13":{"type":"GeometryCollection","geometries":[
        {"type":"Polygon","arcs":[[0,1]],"properties":{"AREACD":"E05000001","AREANM":"West"}},
        {"type":"MultiPolygon","arcs":[[[2,-2]]],"properties":{"AREACD":"E05000002","AREANM":"East"}},
        {"type":"MultiPolygon","arcs":[[[0,1]],[[3,4]]],"properties":{"AREACD":"E05000003","AREANM":"With an islet"}}]}},
        "arcs":[[[10,20],[-10,0],[0,-10],[10,0]],[[10,10],[0,10]],[[10,10],[10,0],[0,10],[-10,0]],
        [[40,40],[1,0]],[[41,40],[-1,0]]]}
        """#

    static func read(_ text: String, limits: BoundaryFile.Limits = .init()) throws(BoundaryFileError) -> BoundaryFile {
        try BoundaryFile(text.utf8, named: "areas.geojson", limits: limits)
    }

    /// The error that reading the text ends with, if it does.
    static func error(_ text: String, limits: BoundaryFile.Limits = .init()) -> BoundaryFileError? {
        do throws(BoundaryFileError) {
            _ = try read(text, limits: limits)
            return nil
        } catch {
            return error
        }
    }
}
