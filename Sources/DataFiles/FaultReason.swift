extension FaultKind {
    /// Why one row was refused, as a person should read it.
    /// - Parameters:
    ///   - text: what the row says in the column to blame.
    ///   - latestMonth: the latest month a row may have.
    func reason(_ text: String, latestMonth: Month) -> String {
        let said = "‘\(Legible.short(text))’"
        return switch self {
        case .fieldCount: "the number of columns is wrong: \(text)"
        case .quotation: "a quotation mark is out of place in \(said)"
        case .force: text.isEmpty ? "the force is missing" : "the force’s name is too long: \(said)"
        case .month: "the month is \(said); it must look like 2014-01"
        case .monthOutOfRange:
            "the month is \(said); it must be from \(StreetCrimeReader.earliestMonth) to \(latestMonth)"
        case .longitude: "the longitude is \(said); it must be degrees in the British Isles, like 1.423175"
        case .latitude: "the latitude is \(said); it must be degrees in the British Isles, like 51.389208"
        case .lsoaCode: "the LSOA code is \(said); it must be E01 or W01 and six digits"
        case .lsoaOf2021:
            "the LSOA \(said) is of the 2021 census; months before \(StreetCrimeReader.firstMonthOf2021) are told by the areas of 2011"
        case .codeWithoutName: "the row has an LSOA code and no LSOA name"
        case .nameWithoutCode: "the row has an LSOA name and no LSOA code"
        case .lsoaName: "the LSOA name is \(said); it must be a district and a number, like Thanet 001A"
        case .crimeType: text.isEmpty ? "the crime type is missing" : "the crime type is too long: \(said)"
        }
    }
}
