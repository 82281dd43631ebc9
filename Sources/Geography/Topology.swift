/// A TopoJSON topology: areas made of arcs that neighbours share.
///
/// Source: the TopoJSON Format Specification 1.0: arcs of a quantised topology are differences of whole numbers, `~i`
/// is arc `i` walked backwards, and consecutive arcs of a ring share their meeting point.
struct Topology {
    /// The name of the layer that holds the areas, such as `LAD15merc`.
    let layer: String
    private let geometries: [JSON]
    private let arcs: [[Position]]
    fileprivate let limit: Int

    init(_ members: [String: JSON], limits: BoundaryFile.Limits) throws(Refusal) {
        guard case .object(let layers) = members["objects"], let only = layers.first, layers.count == 1 else {
            let names = (members["objects"]?.keys ?? []).prefix(12).map { "‘\($0.prefix(40))’" }.joined(separator: ", ")
            throw Refusal(
                names.isEmpty ? "the topology has no layer" : "the topology has several layers (\(names))",
                advice: "Export one layer, with one kind of area.")
        }
        layer = only.key
        geometries =
            only.value["type"]?.text == "GeometryCollection"
            ? only.value["geometries"]?.array ?? [] : [only.value]
        limit = limits.positions
        arcs = try Self.arcs(members["arcs"], transform: Transform(members["transform"]))
    }

    func collect(into collector: inout FeatureCollector) throws(Refusal) {
        for geometry in geometries {
            let number = try collector.begin()
            do throws(Refusal) {
                try collector.add(
                    properties: geometry["properties"], geometry: geometry,
                    shapes: TopologyShapes(references: geometry["arcs"], topology: self))
            } catch {
                throw error.within(feature: number)
            }
        }
    }

    /// The positions of a ring that walks the arcs in turn.
    ///
    /// - Parameter allowed: how many more points the feature may have. The same arc can be named any number of times,
    ///   so what a file makes of few bytes is bounded here.
    func ring(_ references: [Double], allowed: inout Int) throws(Refusal) -> [Position] {
        var ring: [Position] = []
        for reference in references {
            guard let index = Int(exactly: reference), arcs.indices.contains(index < 0 ? ~index : index) else {
                throw Refusal("there is no arc \(reference)", advice: "Fetch the file again from its publisher.")
            }
            let arc = arcs[index < 0 ? ~index : index]
            let start = index < 0 ? arc.last : arc.first
            if let end = ring.last, end != start {
                throw Refusal("arc \(index) does not start where the one before ends", advice: "Fetch the file again.")
            }
            allowed -= arc.count
            guard allowed >= 0 else {
                throw Refusal("the area has too many points", advice: "Use the publisher’s generalised boundaries.")
            }
            ring.removeLast(ring.isEmpty ? 0 : 1)
            if index < 0 { ring.append(contentsOf: arc.reversed()) } else { ring.append(contentsOf: arc) }
        }
        return ring
    }

    private static func arcs(_ json: JSON?, transform: Transform?) throws(Refusal) -> [[Position]] {
        let malformed = Refusal("the topology’s arcs are malformed", advice: "Fetch the file again from its publisher.")
        guard let elements = json?.array else { throw malformed }
        var arcs: [[Position]] = []
        arcs.reserveCapacity(elements.count)
        for element in elements {
            guard let pairs = element.array else { throw malformed }
            var arc: [Position] = []
            var (x, y) = (0.0, 0.0)
            for pair in pairs {
                guard let numbers = pair.numbers, numbers.count >= 2 else { throw malformed }
                (x, y) = transform == nil ? (numbers[0], numbers[1]) : (x + numbers[0], y + numbers[1])
                arc.append(transform?.position(x, y) ?? Position(longitude: x, latitude: y))
            }
            arcs.append(arc)
        }
        return arcs
    }
}

/// Whole numbers to degrees.
private struct Transform {
    private let scale: [Double]
    private let translate: [Double]

    init?(_ json: JSON?) throws(Refusal) {
        guard let json else { return nil }
        guard let scale = json["scale"]?.numbers, let translate = json["translate"]?.numbers,
            scale.count == 2, translate.count == 2
        else {
            throw Refusal(
                "the topology’s ‘transform’ lacks its scale or translate",
                advice: "Fetch the file again from its publisher.")
        }
        self.scale = scale
        self.translate = translate
    }

    func position(_ x: Double, _ y: Double) -> Position {
        Position(longitude: x * scale[0] + translate[0], latitude: y * scale[1] + translate[1])
    }
}

/// The `arcs` of a TopoJSON geometry.
private struct TopologyShapes: RingSource {
    let references: JSON?
    let topology: Topology

    func polygons(of type: String) throws(Refusal) -> [[[Position]]] {
        guard let nested = references?.array else { throw Self.malformed }
        var polygons: [[[Position]]] = []
        var allowed = topology.limit
        for element in type == "MultiPolygon" ? nested : [.array(nested)] {
            guard let rings = element.array else { throw Self.malformed }
            let polygon = try self.polygon(rings, allowed: &allowed)
            if !polygon.isEmpty { polygons.append(polygon) }
        }
        return polygons
    }

    private func polygon(_ rings: [JSON], allowed: inout Int) throws(Refusal) -> [[Position]] {
        var polygon: [[Position]] = []
        for (index, element) in rings.enumerated() {
            guard let numbers = element.numbers else { throw Self.malformed }
            let ring = try topology.ring(numbers, allowed: &allowed)
            // Generalising can flatten an islet or a hole to a line and leave it in the file.
            if ring.count < 4, !ring.isEmpty, ring.first == ring.last {
                if index == 0 { return [] }
                continue
            }
            try ring.checkRing(number: index + 1)
            polygon.append(ring)
        }
        return polygon
    }

    private static let malformed = Refusal(
        "the arcs are not nested as the geometry’s type asks", advice: "Fetch the file again from its publisher.")
}
