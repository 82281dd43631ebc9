/// Reads the document around the features and puts level, year and boundaries together.
struct BoundaryReader {
    private var json: JSONReader
    private var collector: FeatureCollector
    private var members: [String: JSON] = [:]

    struct Contents {
        let level: BoundaryLevel
        let vintage: Int?
        let boundaries: [Boundary]
    }

    init(_ bytes: [UInt8], limits: BoundaryFile.Limits) {
        // A position is one value for the pair and two for its numbers; the rest of a file is small beside them.
        json = JSONReader(bytes, values: limits.positions * 3)
        collector = FeatureCollector(limits: limits)
    }

    mutating func read(named file: String) throws(Refusal) -> Contents {
        guard try json.peek("‘{’") == UInt8(ascii: "{") else { throw Self.notBoundaries("the data is no JSON object") }
        var json = json
        try json.members { reader, key throws(Refusal) in
            if key == "features" { try readFeatures(&reader) } else { members[key] = try reader.value() }
        }
        try json.end()
        let layer = try readLayer()
        guard !collector.boundaries.isEmpty else {
            throw Refusal("the file holds no areas", advice: "Choose a file with at least one boundary.")
        }
        return Contents(
            level: try collector.level(),
            vintage: collector.properties?.vintage
                ?? CodeProperty.vintage(inLayer: layer) ?? CodeProperty.vintage(inLayer: file),
            boundaries: collector.boundaries)
    }

    /// Features are turned into boundaries one by one, so that the file is never held as a tree.
    private mutating func readFeatures(_ reader: inout JSONReader) throws(Refusal) {
        guard try reader.peek("‘[’") == UInt8(ascii: "[") else { throw Self.notBoundaries("‘features’ is no list") }
        try reader.elements { reader throws(Refusal) in
            let number = try collector.begin()
            do throws(Refusal) {
                let feature = try reader.value()
                let geometry = feature["geometry"]
                try collector.add(
                    properties: feature["properties"], geometry: geometry,
                    shapes: GeoJSONShapes(coordinates: geometry?["coordinates"]))
            } catch {
                throw error.within(feature: number)
            }
        }
    }

    /// Checks what kind of document it was, reads the topology if it is one, and returns the layer's name.
    private mutating func readLayer() throws(Refusal) -> String {
        switch members["type"]?.text {
        case "FeatureCollection":
            try Self.checkReferenceSystem(members["crs"])
            return members["name"]?.text ?? ""
        case "Topology":
            let topology = try Topology(members, limits: collector.limits)
            try topology.collect(into: &collector)
            return topology.layer
        case "Feature", "Polygon", "MultiPolygon", "GeometryCollection":
            throw Self.notBoundaries("the file holds a single shape, not a collection of features")
        default:
            throw Self.notBoundaries("the file is neither a GeoJSON FeatureCollection nor a TopoJSON Topology")
        }
    }

    /// The old `crs` member may name another system than WGS84.
    private static func checkReferenceSystem(_ crs: JSON?) throws(Refusal) {
        guard let name = crs?["properties"]?["name"]?.text else { return }
        let isDegrees = ["CRS84", "4326", "4258", "4937"].contains { name.hasSuffix($0) }
        guard isDegrees else {
            throw Refusal("the file’s coordinate system is ‘\(name.prefix(80))’", advice: Self.wgs84)
        }
    }

    static let wgs84 =
        "Download or export the boundaries again in WGS84 (EPSG:4326, degrees of longitude and latitude)."

    private static func notBoundaries(_ problem: String) -> Refusal {
        Refusal(problem, advice: "Give boundaries as a GeoJSON FeatureCollection or as TopoJSON.")
    }
}
