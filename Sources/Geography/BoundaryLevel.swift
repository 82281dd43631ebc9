/// The kind of area a boundary file holds.
public enum BoundaryLevel: String, Hashable, Sendable, Codable, CaseIterable {
    // Finest first: a file of wards that also names each ward's district is a file of wards.
    case lsoa, msoa, ward, district, county
    case partnership, policeArea = "police-area", region

    /// What people call the level, for one area: "LSOA", "ward", "district".
    public var name: String {
        switch self {
        case .lsoa: "LSOA"
        case .msoa: "MSOA"
        case .ward: "ward"
        case .district: "district"
        case .county: "county"
        case .partnership: "community safety partnership"
        case .policeArea: "police force area"
        case .region: "region"
        }
    }

    /// The stems that property names of this level start with, in the files of ONS and those who republish them.
    var stems: [String] {
        switch self {
        case .lsoa: ["lsoa"]
        case .msoa: ["msoa"]
        case .ward: ["wd", "ward", "cmwd"]
        case .district: ["lad", "ltla", "la", "localauthority", "district"]
        case .county: ["cty", "ctyua", "utla", "county"]
        case .partnership: ["csp"]
        case .policeArea: ["pfa"]
        case .region: ["rgn", "region"]
        }
    }

    /// Tells the level from the first three characters of a statistical code.
    ///
    /// Source: ONS, Register of Geographic Codes (entity codes of the live geographies of the United Kingdom).
    init?(code: String) {
        switch code.prefix(3) {
        case "E01", "W01", "S01": self = .lsoa
        case "E02", "W02", "S02": self = .msoa
        case "E05", "W05", "S13", "N08": self = .ward
        case "E06", "E07", "E08", "E09", "W06", "S12", "N09": self = .district
        case "E10": self = .county
        case "E22", "W14": self = .partnership
        case "E23", "W15", "S32", "N32": self = .policeArea
        case "E12": self = .region
        default: return nil
        }
    }
}
