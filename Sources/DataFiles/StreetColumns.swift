/// Where each column of a street-level file stands, read from its header.
struct StreetColumns: Hashable, Sendable {
    /// The columns as data.police.uk publishes them.
    enum Column: String, CaseIterable, Sendable {
        case crimeID = "Crime ID"
        case month = "Month"
        case force = "Reported by"
        case fallsWithin = "Falls within"
        case longitude = "Longitude"
        case latitude = "Latitude"
        case location = "Location"
        case lsoaCode = "LSOA code"
        case lsoaName = "LSOA name"
        case type = "Crime type"
        case outcome = "Last outcome category"
        case context = "Context"
    }

    /// Where the columns that are read stand, counted from 0.
    struct Places: Hashable, Sendable {
        let crimeID: Int
        let month: Int
        let force: Int
        let longitude: Int
        let latitude: Int
        let location: Int
        let lsoaCode: Int
        let lsoaName: Int
        let type: Int
        let context: Int
    }

    let names: [String]
    let places: Places

    /// Columns that a street-level file does not have; they are not read.
    var extra: [String] { names.filter { Column(rawValue: $0) == nil } }

    /// - Throws: `DataFileError` if the header is not that of a street-level file, saying what it may be instead.
    init(header names: [String], file: String) throws(DataFileError) {
        let found = try Self.places(of: names, file: file)
        self.names = names
        places = Places(
            crimeID: found[.crimeID, default: 0], month: found[.month, default: 0], force: found[.force, default: 0],
            longitude: found[.longitude, default: 0], latitude: found[.latitude, default: 0],
            location: found[.location, default: 0],
            lsoaCode: found[.lsoaCode, default: 0], lsoaName: found[.lsoaName, default: 0],
            type: found[.type, default: 0], context: found[.context, default: 0])
    }

    private static func places(of names: [String], file: String) throws(DataFileError) -> [Column: Int] {
        var places: [Column: Int] = [:]
        for (index, name) in names.enumerated() {
            guard let column = Column(rawValue: name) else { continue }
            guard places.updateValue(index, forKey: column) == nil else {
                throw DataFileError(
                    file: file, line: 1, column: name, problem: "the header has the column ‘\(name)’ twice",
                    advice: "Download the file again from data.police.uk, or remove one of the two.")
            }
        }
        let missing = Column.allCases.filter { places[$0] == nil }.map(\.rawValue)
        if missing.isEmpty { return places }
        let plural = missing.count == 1 ? "the column" : "the columns"
        throw DataFileError(
            file: file, line: 1, column: missing.count == 1 ? missing[0] : nil,
            problem: "the header lacks \(plural) \(listed(missing)); it has \(listed(names))",
            advice: advice(for: names))
    }

    /// What a file with another header probably is, and what to give instead.
    private static func advice(for names: [String]) -> String {
        if names.contains("Outcome type") {
            return "This is an outcomes file; give the file of the same month whose name ends in -street.csv."
        }
        if names.contains("Object of search") {
            return "This is a stop and search file; give the file whose name ends in -street.csv."
        }
        if names.contains("Easting"), names.contains("Northing") {
            return "This is an early file, without LSOAs. Later archives on data.police.uk hold its month in the "
                + "present form; give that one."
        }
        return "Give a street-level file as data.police.uk publishes it, with its header line."
    }

    /// ‘A’, ‘B’ and ‘C’; past a dozen, only how many more there are.
    private static func listed(_ names: [String]) -> String {
        let shown = names.prefix(12).map { "‘\(Legible.short($0))’" }
        if names.count > 12 { return shown.joined(separator: ", ") + " and \(names.count - 12) more" }
        guard let last = shown.last, shown.count > 1 else { return shown.first ?? "nothing" }
        return shown.dropLast().joined(separator: ", ") + " and " + last
    }
}
