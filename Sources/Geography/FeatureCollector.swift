/// Where the two formats differ: how a geometry gives its rings.
protocol RingSource {
    /// The rings of the polygons; a geometry of the type `Polygon` has one polygon.
    func polygons(of type: String) throws(Refusal) -> [[[Position]]]
}

/// Collects features as boundaries, holding them to the limits and to one set of properties.
struct FeatureCollector {
    let limits: BoundaryFile.Limits
    private(set) var boundaries: [Boundary] = []
    private(set) var properties: CodeProperty?
    private var featureOfCode: [String: Int] = [:]
    private var features = 0
    private var positions = 0

    init(limits: BoundaryFile.Limits) {
        self.limits = limits
    }

    /// Counts a feature and returns its number, from 1.
    mutating func begin() throws(Refusal) -> Int {
        features += 1
        guard features <= limits.features else {
            throw Refusal(
                feature: features, "the file holds more than \(limits.features) features",
                advice: "England and Wales have 35,672 LSOAs; choose a file of LSOAs, wards or districts.")
        }
        return features
    }

    mutating func add(
        properties values: JSON?, geometry: JSON?, shapes: some RingSource
    ) throws(Refusal) {
        let (code, name) = try identify(values)
        do throws(Refusal) {
            guard let type = geometry?["type"]?.text else {
                throw Refusal("the area has no geometry", advice: "Remove it, or fetch the file again.")
            }
            guard type == "Polygon" || type == "MultiPolygon" else {
                throw Refusal(
                    "the geometry is of the type ‘\(type.prefix(40))’",
                    advice: "Boundaries are Polygons or MultiPolygons.")
            }
            let polygons = try shapes.polygons(of: type)
            guard !polygons.isEmpty else {
                throw Refusal("the area has no ring", advice: "Remove it, or fetch the file again.")
            }
            try count(polygons)
            if let earlier = featureOfCode.updateValue(features, forKey: code) {
                throw Refusal(
                    "the code stands at feature \(earlier) already",
                    advice: "Each area must stand once; join its parts into one MultiPolygon.")
            }
            boundaries.append(Boundary(code: code, name: name, polygons: polygons.map(Boundary.Polygon.init)))
        } catch {
            throw error.within(feature: features, code: code)
        }
    }

    /// The level the properties' names tell, or else the codes, which must then agree.
    func level() throws(Refusal) -> BoundaryLevel {
        if let level = properties?.level { return level }
        let levels = boundaries.map { BoundaryLevel(code: $0.code) }
        guard let first = levels.first, let level = first else {
            throw Refusal(
                feature: 1, code: boundaries.first?.code, "the code does not tell what kind of area this is",
                advice: "Name the property for the level, such as LSOA21CD, WD24CD or LAD24CD.")
        }
        if let other = levels.firstIndex(where: { $0 != level }) {
            throw Refusal(
                feature: other + 1, code: boundaries[other].code,
                "the area is of another kind than the first (\(level.name) \(boundaries[0].code))",
                advice: "Give one file for each kind of area.")
        }
        return level
    }

    private mutating func identify(_ values: JSON?) throws(Refusal) -> (code: String, name: String) {
        let known = properties ?? values.flatMap { CodeProperty(among: $0.keys) }
        guard let known else {
            let keys = (values?.keys ?? []).prefix(12).map { "‘\($0.prefix(40))’" }.joined(separator: ", ")
            throw Refusal(
                keys.isEmpty ? "the area has no properties" : "no property holds a code (there are \(keys))",
                advice: "Add a property such as LSOA21CD, WD24CD or LAD24CD with each area’s statistical code.")
        }
        properties = known
        guard let code = values?[known.codeKey]?.text, !code.isEmpty, code.utf8.count <= 40 else {
            throw Refusal(
                "the property ‘\(known.codeKey)’ holds no code", advice: "Every area needs its code, such as E01024633."
            )
        }
        let name = known.nameKey.flatMap { values?[$0]?.text } ?? ""
        return (code, name.isEmpty ? code : String(name.prefix(200)))
    }

    private mutating func count(_ polygons: [[[Position]]]) throws(Refusal) {
        positions += polygons.joined().reduce(0) { $0 + $1.count }
        if positions > limits.positions {
            throw Refusal(
                "the file holds more than \(limits.positions) positions",
                advice: "Use the generalised boundaries (BGC or BSC) of the publisher, which look the same on a page.")
        }
    }
}
