import DataFiles
import Testing

/// Street-level files made for a test.
enum Street {
    static let header =
        "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
        + "Last outcome category,Context"
    static let thanet = row()

    /// One row as data.police.uk writes it, without its line break.
    static func row(
        id: String = "4af0", month: String = "2014-01", force: String = "Kent Police", longitude: String = "1.423175",
        latitude: String = "51.389208", location: String = "On or near High Street", code: String = "E01024695",
        name: String = "Thanet 001A", type: String = "Burglary", outcome: String = "Under investigation",
        context: String = ""
    ) -> String {
        [id, month, force, force, longitude, latitude, location, code, name, type, outcome, context]
            .joined(separator: ",")
    }

    /// A row of anti-social behaviour, which has no Crime ID.
    static let antisocial = row(id: "", type: "Anti-social behaviour", outcome: "")
    /// A row without a place.
    static let unplaced = row(longitude: "", latitude: "", location: "No Location", code: "", name: "")

    static func csv(_ rows: [String], header: String = header, lineBreak: String = "\r\n") -> [UInt8] {
        Array(([header] + rows).map { $0 + lineBreak }.joined().utf8)
    }

    static func file(_ rows: [String], name: String = "kent.csv") -> DataFile {
        DataFile(bytes: csv(rows), name: name)
    }

    static func options(
        points: StreetCrimeReader.PointChoice = .none, limits: ReadingLimits = ReadingLimits(), threads: Int = 2
    ) -> StreetCrimeReader.Options {
        StreetCrimeReader.Options(
            latestMonth: Month(year: 2027, number: 12), points: points, threads: threads, limits: limits)
    }

    static func read(
        _ files: DataFile..., options: StreetCrimeReader.Options = options()
    ) throws(DataFileError) -> StreetCrimeCounts {
        try StreetCrimeReader(options).read(files)
    }

    static func read(_ rows: [String]) throws(DataFileError) -> StreetCrimeCounts {
        try read(file(rows))
    }

    /// Why the files are refused; an issue is recorded if they are not.
    static func refusal(
        of files: DataFile..., options: StreetCrimeReader.Options = options(),
        at place: SourceLocation = #_sourceLocation
    ) -> DataFileError? {
        do throws(DataFileError) {
            _ = try StreetCrimeReader(options).read(files)
            Issue.record("the files were accepted", sourceLocation: place)
            return nil
        } catch {
            return error
        }
    }

    static func refusal(of bytes: [UInt8], at place: SourceLocation = #_sourceLocation) -> DataFileError? {
        refusal(of: DataFile(bytes: bytes, name: "kent.csv"), at: place)
    }
}

/// A cell with its names in place of its numbers.
struct NamedCell: Hashable, Comparable {
    let force: String
    let code: String
    let month: String
    let type: String

    static func < (one: NamedCell, other: NamedCell) -> Bool {
        (one.code, one.month, one.force, one.type) < (other.code, other.month, other.force, other.type)
    }
}

extension StreetCrimeCounts {
    var named: [NamedCell: Int] {
        Dictionary(
            cells.map { cell in
                let named = NamedCell(
                    force: forces[cell.force], code: lsoas[cell.lsoa].code, month: cell.month.description,
                    type: types[cell.type])
                return (named, cell.count)
            }, uniquingKeysWith: { _, _ in Int.min })
    }
}
