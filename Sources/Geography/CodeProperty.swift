/// Which properties of a file's features hold the code and the name, and what their names tell of level and year.
///
/// Known forms: `LSOA11CD`/`LSOA11NM`, `WD13CD`, `LAD15CD`, `ltla24_code`/`ltla24_name`, `lad_code`, `LSOA code`,
/// and without a level `AREACD`, `geo_code` or just `code`, where the codes themselves tell the level.
struct CodeProperty: Hashable, Sendable {
    let codeKey: String
    let nameKey: String?
    /// `nil` where the property's name is as general as `AREACD`.
    let level: BoundaryLevel?
    /// The year of the geography, such as 2011 in `LSOA11CD`.
    let vintage: Int?

    /// Chooses among the property names of a feature, the finest level first.
    init?(among keys: [String]) {
        let parsed = keys.map { (key: $0, name: PropertyName($0)) }
        let stemmed = BoundaryLevel.allCases.map { (level: Optional($0), stems: $0.stems) }
        let general = [(level: BoundaryLevel?.none, stems: ["", "area", "geo", "geog", "geography", "gss", "ons"])]
        for (level, stems) in stemmed + general {
            for (key, name) in parsed where stems.contains(where: { name.isCode(of: $0) }) {
                codeKey = key
                let names = parsed.filter { other in stems.contains { other.name.isName(of: $0) } }
                nameKey = (names.first { $0.name.digits == name.digits } ?? names.first)?.key
                self.level = level
                vintage = Self.year(name.digits)
                return
            }
        }
        return nil
    }

    /// The year a name carries after a level's stem, such as 2015 in the layer `LAD15merc`.
    static func vintage(inLayer name: String) -> Int? {
        let text = name.lowercased()
        for stem in BoundaryLevel.allCases.flatMap(\.stems) where stem.count > 1 {
            guard let start = text.firstRange(of: stem)?.upperBound else { continue }
            let digits = text[start...].drop { $0 == "_" || $0 == " " }.prefix { $0.isASCII && $0.isNumber }
            if let year = year(String(digits)) { return year }
        }
        return nil
    }

    private static func year(_ digits: String) -> Int? {
        guard let number = Int(digits) else { return nil }
        switch digits.count {
        case 2: return 2000 + number
        case 4 where (1970...2100).contains(number): return number
        default: return nil
        }
    }
}

/// A property's name taken apart: `lsoa11_code` is the letters `lsoacode` and the digits `11`.
private struct PropertyName {
    let letters: String
    let digits: String

    init(_ key: String) {
        letters = key.lowercased().filter(\.isLetter)
        digits = key.filter { $0.isASCII && $0.isNumber }
    }

    func isCode(of stem: String) -> Bool { letters == stem + "cd" || letters == stem + "code" }

    func isName(of stem: String) -> Bool { letters == stem + "nm" || letters == stem + "name" }
}
