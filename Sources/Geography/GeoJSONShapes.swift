/// The `coordinates` of a GeoJSON geometry.
struct GeoJSONShapes: RingSource {
    let coordinates: JSON?

    func polygons(of type: String) throws(Refusal) -> [[[Position]]] {
        guard let nested = coordinates?.array else { throw Self.malformed }
        guard type == "MultiPolygon" else { return [try Self.polygon(nested)] }
        var polygons: [[[Position]]] = []
        for element in nested {
            guard let rings = element.array else { throw Self.malformed }
            polygons.append(try Self.polygon(rings))
        }
        return polygons
    }

    private static func polygon(_ elements: [JSON]) throws(Refusal) -> [[Position]] {
        var rings: [[Position]] = []
        for element in elements {
            guard let pairs = element.array else { throw malformed }
            var ring: [Position] = []
            ring.reserveCapacity(pairs.count)
            for pair in pairs {
                // A third number is a height, which no map here shows.
                guard let numbers = pair.numbers, numbers.count >= 2 else { throw malformed }
                ring.append(Position(longitude: numbers[0], latitude: numbers[1]))
            }
            try ring.checkRing(number: rings.count + 1)
            rings.append(ring)
        }
        if rings.isEmpty { throw Refusal("a polygon has no ring", advice: "Remove the area, or fetch the file again.") }
        return rings
    }

    private static let malformed = Refusal(
        "the coordinates are not nested as the geometry’s type asks", advice: "Fetch the file again from its publisher."
    )
}

extension [Position] {
    /// Refuses a ring that isn't closed, is too short, or lies elsewhere on earth.
    func checkRing(number: Int) throws(Refusal) {
        for position in self { try position.check() }
        guard count >= 4 else {
            throw Refusal(
                "ring \(number) has \(count == 1 ? "1 point" : "\(count) points")",
                advice: "A ring needs at least four, the last repeating the first. Fetch the file again.")
        }
        guard first == last else {
            throw Refusal(
                "ring \(number) is not closed", advice: "Its last point must repeat the first. Fetch the file again.")
        }
    }
}

extension Position {
    /// Refuses what can't be a place in the British Isles, and says what it most likely is.
    fileprivate func check() throws(Refusal) {
        if isInBritishIsles { return }
        let place = "\(longitude), \(latitude)"
        if abs(longitude) > 180 || abs(latitude) > 90 {
            throw Refusal("the coordinates (\(place)) are metres, not degrees", advice: BoundaryReader.wgs84)
        }
        if Position(longitude: latitude, latitude: longitude).isInBritishIsles {
            throw Refusal(
                "latitude and longitude are swapped (\(place))",
                advice: "GeoJSON puts longitude first. Export the file again.")
        }
        throw Refusal(
            "the point \(place) lies outside the British Isles",
            advice: "Choose boundaries of England and Wales, in WGS84 (EPSG:4326).")
    }
}
