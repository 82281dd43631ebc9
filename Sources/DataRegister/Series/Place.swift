import DataFiles
import Storage

/// Somewhere that things are counted in.
///
/// Police data know districts and forces by name, other sources by the codes of the ONS; a place has whichever is known,
/// and the register joins the two by the lookups that were imported.
public struct Place: Hashable, Sendable {
    /// Finest first.
    public enum Level: String, Sendable, CaseIterable, SQLConvertible {
        case lsoa2011 = "LSOA 2011"
        case lsoa2021 = "LSOA 2021"
        /// The first half of a postcode, which is all that health data may tell (SI 2007/1831).
        case postcodeDistrict = "postcode district"
        case ward, district, partnership, force, county
        case country
    }

    public let level: Level
    /// The nine characters of the ONS, or the first half of a postcode; nil where only the name is known.
    public let code: String?
    public let name: String

    public init(_ level: Level, code: String?, name: String) {
        self.level = level
        self.code = code
        self.name = name
    }

    /// A district as the police name it.
    public static func district(_ name: String) -> Place { Place(.district, code: nil, name: name) }

    /// "Kent Police".
    public static func force(_ name: String) -> Place { Place(.force, code: nil, name: name) }

    /// A small area; which census it is of is told by the level.
    public static func lsoa(_ code: String, name: String, of vintage: Level = .lsoa2011) -> Place {
        Place(vintage, code: code, name: name)
    }

    /// Where a row is whose place is not known here. It lies in no place that is asked of.
    static func unknown(at level: Level) -> Place {
        Place(level, code: unknownKey, name: "a place that is not known here")
    }

    static let unknownKey = ""

    public static let englandAndWales = Place(.country, code: "K04000001", name: "England and Wales")

    /// By what it goes in the records: its code, or its name as people would compare it.
    var key: String { code ?? Self.key(named: name) }

    static func key(named name: String) -> String { DistrictName(name).plain }
}

extension Place.Level {
    /// "small area (LSOA of 2011)": as it is read inside a sentence.
    public var name: String {
        switch self {
        case .lsoa2011: "small area (LSOA of 2011)"
        case .lsoa2021: "small area (LSOA of 2021)"
        case .postcodeDistrict: "postcode district"
        case .ward: "ward"
        case .district: "district"
        case .partnership: "Community Safety Partnership"
        case .force: "police force area"
        case .county: "county"
        case .country: "country"
        }
    }

    public var isLSOA: Bool { self == .lsoa2011 || self == .lsoa2021 }

    /// Whether figures of it are added up from LSOAs, so that a change of LSOAs changes what it is made of.
    var isMadeOfLSOAs: Bool { isLSOA || self == .ward }

    init(_ level: PlaceLevel) {
        self =
            switch level {
            case .lsoa: .lsoa2011
            case .ward: .ward
            case .district: .district
            case .partnership: .partnership
            case .policeForce: .force
            case .county: .county
            }
    }
}

/// Which census a set of LSOAs is of. A code alone seldom tells: most areas kept theirs.
public enum LSOAVintage {
    /// The last codes that the census of 2011 gave; that of 2021 went on from there.
    static let last2011 = StreetCrimeReader.lastAreasOf2011

    /// - Returns: the census of 2021 where any code is one of its own; else that of 2011.
    public static func level(of codes: some Sequence<String>) -> Place.Level {
        let isNew = codes.contains { code in
            code.hasPrefix("E01") ? code > last2011.england : code.hasPrefix("W01") && code > last2011.wales
        }
        return isNew ? .lsoa2021 : .lsoa2011
    }

    /// The first month that police files tell by the areas of 2021.
    public static let firstMonthOf2021 = StreetCrimeReader.firstMonthOf2021
}
