import Geography

/// The places that the register knows, by whatever a partner's file may call them.
public struct PlaceBook: Sendable {
    private let names: [Place.Level: [String: String]]
    private let wards: [String: [String]]
    /// The codes of the wards in the partnership's own district, which a partner means before any other.
    private let ownWards: Set<String>
    private let districts: [DistrictName: String]
    private let postcodes: [String: String]
    private let areas: [Drawn]
    /// Where no small area is drawn.
    private let drawnDistricts: [Drawn]
    private let grid = NationalGrid()
    /// Whether small areas that are new with the census of 2021 are known.
    private let knows2021: Bool
    /// The partnership’s own district; nil where none is named.
    let home: String?
    /// The district of small areas and wards, by their codes.
    private let districtsOf: [String: String]
    /// Nil where no own district is known, from which others could be told.
    private let others: OtherDistricts?

    private typealias Drawn = (code: String, name: String, bounds: Bounds, shape: Shape)

    /// - Parameters:
    ///   - names: the name of each place by its code, level by level.
    ///   - districts: as the police name them.
    ///   - postcodes: the small area of each, by the postcode without its blank.
    ///   - boundaries: of small areas, and
    ///   - districtBoundaries: of districts, in which a point is put where no small area is drawn.
    ///   - ownWards: the codes of the wards in the partnership's own district.
    ///   - others: what is known of other districts than the own.
    ///   - home: that district, and
    ///   - districtsOf: the district of small areas and wards, by their codes.
    init(
        names: [Place.Level: [String: String]] = [:], districts: [String] = [], postcodes: [String: String] = [:],
        boundaries: [Boundary] = [], districtBoundaries: [Boundary] = [], ownWards: Set<String> = [],
        others: OtherDistricts? = nil, home: String? = nil, districtsOf: [String: String] = [:]
    ) {
        (self.home, self.districtsOf, self.others) = (home, districtsOf, others)
        self.names = names
        self.ownWards = ownWards
        knows2021 = LSOAVintage.level(of: (names[.lsoa2011] ?? [:]).keys) == .lsoa2021
        wards = Dictionary(grouping: names[.ward] ?? [:]) { $0.value.singleBlanks.lowercased() }
            .mapValues { $0.map(\.key).sorted() }
        let told = (names[.district] ?? [:]).values.map { (DistrictName($0), $0) }
        self.districts = Dictionary(
            told + districts.map { (DistrictName($0), $0) }, uniquingKeysWith: { _, police in police })
        self.postcodes = postcodes
        areas = Self.drawn(boundaries)
        drawnDistricts = areas.isEmpty ? Self.drawn(districtBoundaries) : []
    }

    private static func drawn(_ boundaries: [Boundary]) -> [Drawn] {
        let plane = NationalGrid()
        return boundaries.compactMap { boundary in
            let shape = boundary.shape(on: plane)
            return shape.bounds.map { (boundary.code, boundary.name, $0, shape) }
        }
    }

    /// The kind of place that a file’s figures are kept for.
    ///
    /// - Parameter places: those it names, by whose codes it is told which census’s small areas they are.
    func level(by mapping: DataMapping, of places: some Sequence<Place>) -> Place.Level {
        guard mapping.placeForm != .coordinates || drawnDistricts.isEmpty else { return .district }
        return mapping.level.isLSOA ? LSOAVintage.level(of: Set(places.compactMap(\.code))) : mapping.level
    }

    /// The district that a small area or a ward lies in; nil of any other place, and where nothing here tells it. A file of districts is
    /// one that sets them side by side.
    func district(of place: Place) -> String? {
        guard place.level.isLSOA || place.level == .ward else { return nil }
        return place.code.flatMap { districtsOf[$0] }
    }

    public var hasPostcodes: Bool { !postcodes.isEmpty }
    public var hasBoundaries: Bool { !areas.isEmpty }

    /// Why a cell names no place.
    struct NoPlace: Error {
        let reason: String
        /// Where it surely lies, if not in the own district.
        var elsewhere: String?
    }

    /// The place that a cell names.
    func place(_ text: String, longitude: String?, as form: DataMapping.PlaceForm) throws(NoPlace) -> Place {
        let text = text.singleBlanks
        guard !text.isEmpty else { throw NoPlace(reason: "the place is blank") }
        switch form {
        case .lsoaCode: return try coded(text, at: .lsoa2011, "E01 or W01 and six digits", ["E01", "W01"])
        case .wardCode: return try coded(text, at: .ward, "E05 or W05 and six digits", ["E05", "W05"])
        case .districtCode:
            return try coded(text, at: .district, "E07000114", ["E06", "E07", "E08", "E09", "W06"])
        case .wardName: return try ward(named: text)
        case .districtName: return try district(named: text)
        case .postcode: return try postcode(text)
        case .postcodeDistrict: return try postcodeDistrict(text)
        case .coordinates: return try area(latitude: text, longitude: longitude ?? "")
        }
    }

    private func coded(
        _ text: String, at level: Place.Level, _ look: String, _ beginnings: [String]
    ) throws(NoPlace) -> Place {
        let code = text.uppercased()
        guard code.utf8.count == 9, beginnings.contains(where: code.hasPrefix), code.dropFirst(3).allSatisfy(\.isNumber)
        else { throw NoPlace(reason: "‘\(text.prefix(40))’ is not such a code; they look like \(look)") }
        let known = names[level] ?? [:]
        guard
            known.isEmpty || known[code] != nil || level != .lsoa2011 || knows2021
                || LSOAVintage.level(of: [code]) == .lsoa2011
        else {
            throw NoPlace(
                reason: "the small area \(code) is of the census of 2021, and no lookup of 2021 is here: import one",
                elsewhere: others?.name(ofCode: code, at: level))
        }
        guard known.isEmpty || known[code] != nil else {
            throw NoPlace(
                reason: "no \(level == .lsoa2011 ? "small area" : level.name) with the code \(code) is known here",
                elsewhere: others?.name(ofCode: code, at: level))
        }
        return Place(level, code: code, name: known[code] ?? code)
    }

    private func ward(named text: String) throws(NoPlace) -> Place {
        guard let codes = wards[text.lowercased()] else {
            if let district = districts[DistrictName(text)] {
                let isElsewhere = home.map { DistrictName($0) != DistrictName(text) } ?? false
                throw NoPlace(
                    reason: "‘\(text.prefix(60))’ is a district, and no ward", elsewhere: isElsewhere ? district : nil)
            }
            throw NoPlace(reason: "no ward called ‘\(text.prefix(60))’ is known here; import a lookup that has it")
        }
        let own = codes.filter(ownWards.contains)
        let meant = own.isEmpty ? codes : own
        guard meant.count == 1 else {
            let whose = own.isEmpty ? "and none of them lies in the partnership’s own district" : "in your own district"
            throw NoPlace(reason: "\(meant.count) wards are called ‘\(text)’, \(whose); give the ward’s code instead")
        }
        return Place(.ward, code: meant[0], name: names[.ward]?[meant[0]] ?? text)
    }

    private func district(named text: String) throws(NoPlace) -> Place {
        guard let name = districts[DistrictName(text)] else {
            throw NoPlace(reason: "no district called ‘\(text.prefix(60))’ is known here")
        }
        return .district(name)
    }

    private func postcode(_ text: String) throws(NoPlace) -> Place {
        let postcode = text.uppercased().filter { $0 != " " }
        guard PersonalColumn.isFullPostcode(postcode) else {
            throw NoPlace(reason: "‘\(text.prefix(20))’ is not a whole postcode")
        }
        guard let code = postcodes[postcode] else {
            throw NoPlace(
                reason: "the postcode is not in the table of postcodes that was imported",
                elsewhere: others?.name(ofPostcode: postcode))
        }
        return .lsoa(code, name: names[.lsoa2011]?[code] ?? code)
    }

    private func postcodeDistrict(_ text: String) throws(NoPlace) -> Place {
        let outward = text.uppercased()
        guard PersonalColumn.isOutward(outward) else {
            throw NoPlace(reason: "‘\(text.prefix(20))’ is not the first half of a postcode; it looks like CT10")
        }
        return Place(.postcodeDistrict, code: outward, name: outward)
    }

    private func area(latitude: String, longitude: String) throws(NoPlace) -> Place {
        guard let north = Double(latitude), let east = Double(longitude.trimmingBlanks), (49.0...61.0).contains(north),
            (-9.0...2.5).contains(east)
        else { throw NoPlace(reason: "the latitude and longitude are no place in the British Isles") }
        let point = grid.project(Position(longitude: east, latitude: north))
        func isWithin(_ drawn: Drawn) -> Bool { drawn.bounds.holds(point) && drawn.shape.contains(point) }
        if let found = areas.first(where: isWithin) { return .lsoa(found.code, name: found.name) }
        let elsewhere = others?.name(at: point)
        if elsewhere == nil, let found = drawnDistricts.first(where: isWithin) {
            // One that is not another is the own, whatever its boundary calls it.
            return .district(others == nil ? districts[DistrictName(found.name)] ?? found.name : home ?? found.name)
        }
        throw NoPlace(reason: notDrawn, elsewhere: elsewhere)
    }

    private var notDrawn: String {
        if !areas.isEmpty { return "the place lies in none of the small areas whose boundaries were imported" }
        return drawnDistricts.isEmpty
            ? "no boundaries are here that tell where a place lies: import those of small areas (LSOAs)"
            : "the place lies in none of the districts whose boundaries were imported"
    }
}

extension Bounds {
    func holds(_ point: Point) -> Bool {
        (minX...maxX).contains(point.x) && (minY...maxY).contains(point.y)
    }
}
