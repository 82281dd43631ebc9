/// Why a row could not be used.
public enum FaultKind: String, CaseIterable, Hashable, Sendable, Codable {
    case fieldCount
    case quotation
    case force
    case month
    case monthOutOfRange
    case longitude
    case latitude
    case lsoaCode
    case lsoaOf2021
    case codeWithoutName
    case nameWithoutCode
    case lsoaName
    case crimeType
}

extension FaultKind: CustomStringConvertible {
    /// What such rows have in common, to follow a count: "rows with too few or too many columns".
    public var description: String {
        switch self {
        case .fieldCount: "rows with too few or too many columns"
        case .quotation: "rows with a quotation mark out of place"
        case .force: "rows that do not say which force reported them"
        case .month: "rows whose month is not written like 2014-01"
        case .monthOutOfRange: "rows whose month lies outside the years that are published"
        case .longitude: "rows whose longitude is not a place in the British Isles"
        case .latitude: "rows whose latitude is not a place in the British Isles"
        case .lsoaCode: "rows whose LSOA code is not E01 or W01 and six digits"
        case .lsoaOf2021: "rows whose LSOA is of the 2021 census, and whose month is told by the areas of 2011"
        case .codeWithoutName: "rows with an LSOA code and no LSOA name"
        case .nameWithoutCode: "rows with an LSOA name and no LSOA code"
        case .lsoaName: "rows whose LSOA name is not a district and a number"
        case .crimeType: "rows without a crime type, or with one too long to be one"
        }
    }
}
