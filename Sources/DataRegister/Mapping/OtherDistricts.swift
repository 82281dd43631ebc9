import Geography
import Wording

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

/// How many rows of a file lie surely in other districts.
public struct RowsElsewhere: Hashable, Sendable {
    /// By where, most first.
    public let places: [Place]

    public struct Place: Hashable, Sendable {
        public let name: String
        public let rows: Int
        /// The line of the first.
        public let line: Int
    }

    private static let named = 5

    public var rows: Int { places.reduce(0) { $0 + $1.rows } }

    /// "1 row lies in Camden (line 714), not here: it is not counted."; nil of none.
    public var sentence: String? {
        guard !places.isEmpty else { return nil }
        var told = places.prefix(Self.named).map { place in
            "\(place.rows.grouped) in \(place.name) (\(place.rows == 1 ? "line" : "first on line") \(place.line.grouped))"
        }
        let rest = places.dropFirst(Self.named)
        if !rest.isEmpty { told.append("\(rest.reduce(0) { $0 + $1.rows }.grouped) in \(rest.count) other places") }
        return
            "\(rows.counted("row lies", "rows lie")) elsewhere: \(told.inWords). "
            + "\(rows == 1 ? "It is" : "They are") not here and not counted, and \(rows == 1 ? "takes" : "take") nothing away from "
            + "what is."
    }

    struct Tally {
        private var found: [String: (rows: Int, line: Int)] = [:]

        mutating func take(_ name: String, line: Int) {
            let known = found[name] ?? (0, line)
            found[name] = (known.rows + 1, known.line)
        }

        var elsewhere: RowsElsewhere {
            RowsElsewhere(
                places: found.map { Place(name: $0.key, rows: $0.value.rows, line: $0.value.line) }
                    .sorted { ($1.rows, $0.name) < ($0.rows, $1.name) })
        }
    }
}
