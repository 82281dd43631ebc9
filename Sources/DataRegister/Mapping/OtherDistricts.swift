import Geography

/// Where a row of a partner's file surely lies, if not in the partnership's own district: a regional service sends some of
/// its neighbours', and those leave no hole in what is known of the own.
struct OtherDistricts: Sendable {
    private let own: DistrictName
    private let ownCodes: Set<String>
    /// Of other districts than the own.
    private let shapes: [(name: String, bounds: Bounds, shape: Shape)]
    /// The first letters of the postcodes that were imported.
    private let postcodeAreas: Set<String>

    /// - Parameters:
    ///   - own: the partnership's own district, as it is named, and its codes.
    ///   - boundaries: of districts.
    ///   - postcodes: those that were imported, which are all of the own district's.
    init(
        besides own: String, codes: Set<String>, boundaries: [Boundary] = [],
        postcodes: some Sequence<String> = [String]()
    ) {
        let name = DistrictName(own)
        self.own = name
        ownCodes = codes
        let plane = NationalGrid()
        shapes = boundaries.filter { DistrictName($0.name) != name && !codes.contains($0.code) }.compactMap {
            boundary in
            let shape = boundary.shape(on: plane)
            return shape.bounds.map { (boundary.name, $0, shape) }
        }
        postcodeAreas = Set(postcodes.map(Self.area))
    }

    /// The district that a point lies in.
    func name(at point: Point) -> String? {
        shapes.first { $0.bounds.holds(point) && $0.shape.contains(point) }?.name
    }

    /// Of a code that nothing here knows: another district by its own code, or another country.
    func name(ofCode code: String, at level: Place.Level) -> String? {
        guard let country = ownCodes.first?.first, let letter = code.first else { return nil }
        if letter != country { return letter == "W" ? "Wales" : "England" }
        return level == .district && !ownCodes.contains(code) ? "the district \(code)" : nil
    }

    /// Of a postcode that was not imported: one whose first letters none of the imported has.
    ///
    /// - Parameter postcode: whole, without its blank.
    func name(ofPostcode postcode: String) -> String? {
        let area = Self.area(postcode)
        return postcodeAreas.isEmpty || postcodeAreas.contains(area) ? nil : "postcodes that begin with \(area)"
    }

    private static func area(_ postcode: String) -> String { String(postcode.prefix { $0.isLetter }) }
}
