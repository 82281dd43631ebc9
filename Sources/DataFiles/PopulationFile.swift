/// How many people live in one place, and how that is known.
public struct PopulationEstimate: Hashable, Sendable {
    /// Where a number of people comes from.
    public enum Basis: String, Codable, Sendable {
        /// Counted in a census.
        case census
        /// The ONS's estimate for 30 June of the year.
        case midYear
        /// Between two estimates, by whoever made the file. It is not a figure of the ONS.
        case interpolated
    }

    /// The nine characters of the ONS: `E01024657`.
    public let placeCode: String
    public let placeName: String
    /// `.lsoa` or `.district`.
    public let level: PlaceLevel
    /// The district an LSOA lies in, where the file says.
    public let districtCode: String?
    public let year: Int
    public let basis: Basis
    public let people: Int

    public init(
        placeCode: String, placeName: String, level: PlaceLevel, districtCode: String?, year: Int, basis: Basis,
        people: Int
    ) {
        self.placeCode = placeCode
        self.placeName = placeName
        self.level = level
        self.districtCode = districtCode
        self.year = year
        self.basis = basis
        self.people = people
    }
}

/// A table of people by LSOA or by district: a row for each place, a column for each estimate.
///
/// The places stand in pairs such as `lsoa11_code`/`lsoa11_name` or `lad_code`/`lad_name`; with both, the LSOA is the
/// place and the district the one it lies in. Estimates are the columns named `census_2011`, `mid_2017` (also
/// `mid-2017`, `mid_year_2017`, `population_2017` or `2017` alone, as the ONS heads them) and `interp_mid_2014`.
public struct PopulationFile: Sendable {
    /// `.lsoa` or `.district`.
    public let level: PlaceLevel
    /// The year of the boundaries, where the header tells: 2011 for `lsoa11_code`.
    public let vintage: Int?
    /// How many places the file has.
    public let places: Int
    /// Place by place in the order of the file, column by column in the order of the header.
    public let estimates: [PopulationEstimate]
    /// Columns that were not used.
    public let unusedColumns: [String]

    /// - Parameter file: the file as the person who gave it calls it; errors name it.
    /// - Throws: `DataFileError` where the file is not plain CSV, has no place or no estimate among its columns or no
    ///   row, comes twice to one place or one estimate, or has a number of people that is blank, negative or not whole.
    public init(_ bytes: [UInt8], file: String) throws(DataFileError) {
        var text = try DelimitedText(bytes, file: file)
        let placeColumns = try Self.placeColumns(of: text)
        let estimateColumns = try EstimateColumn.all(in: text)
        let (place, district) = (placeColumns[0], placeColumns.dropFirst().first)
        var estimates: [PopulationEstimate] = []
        var lines: [String: Int] = [:]
        while let row = try text.next() {
            let found = try place.place(in: row, of: text)
            if let line = lines.updateValue(row.line, forKey: found.code) {
                throw text.failure(
                    line: row.line, column: place.codeHeader, "\(found.code) stands on line \(line) already",
                    "Each place has one row: remove one of the two.")
            }
            let districtCode = try district?.place(in: row, of: text).code
            for column in estimateColumns {
                estimates.append(
                    PopulationEstimate(
                        placeCode: found.code, placeName: found.name, level: place.level, districtCode: districtCode,
                        year: column.year, basis: column.basis, people: try column.people(in: row, of: text)))
            }
        }
        guard !lines.isEmpty else {
            throw text.failure("there is a header and nothing below it", "Download the file again.")
        }
        self.level = place.level
        self.vintage = place.vintage
        self.places = lines.count
        self.estimates = estimates
        let used = Set(placeColumns.flatMap { [$0.code, $0.name] } + estimateColumns.map(\.index))
        unusedColumns = text.header.indices.filter { !used.contains($0) }.map { text.header[$0] }
    }

    private static func placeColumns(of text: DelimitedText) throws(DataFileError) -> [PlaceColumns] {
        let columns = try PlaceColumns.all(in: text).filter { $0.level == .lsoa || $0.level == .district }
        if !columns.isEmpty { return columns }
        throw text.failure(
            line: 1, "the header names neither LSOAs nor districts",
            """
            Places stand in columns such as lsoa11_code and lsoa11_name, or lad_code and lad_name. \
            Here are \(DelimitedText.list(text.header)).
            """)
    }
}

/// A column that holds one estimate for every place.
private struct EstimateColumn {
    let index: Int
    let header: String
    let year: Int
    let basis: PopulationEstimate.Basis

    /// More people than any place in England and Wales has: a number beyond it is a slip.
    private static let mostPeople = 100_000_000
    private static let years = 1801...2100
    private static let prefixes: [(String, PopulationEstimate.Basis)] = [
        ("census", .census), ("interpmid", .interpolated), ("interpolatedmid", .interpolated),
        ("interp", .interpolated), ("interpolated", .interpolated), ("midyear", .midYear), ("mid", .midYear),
        ("population", .midYear), ("", .midYear),
    ]

    static func all(in text: DelimitedText) throws(DataFileError) -> [EstimateColumn] {
        var found: [EstimateColumn] = []
        for (index, header) in text.header.enumerated() {
            guard let column = EstimateColumn(header, index: index) else { continue }
            if let twin = found.first(where: { $0.year == column.year && $0.basis == column.basis }) {
                throw text.failure(
                    line: 1, column: header, "this estimate is given twice, in ‘\(twin.header)’ too",
                    "Remove one of the two columns.")
            }
            found.append(column)
        }
        if !found.isEmpty { return found }
        throw text.failure(
            line: 1, "the header names no estimate of population",
            """
            Estimates stand in columns named census_2011, mid_2014 (or mid-2014, or 2014 alone) or interp_mid_2014. \
            Here are \(DelimitedText.list(text.header)).
            """)
    }

    private init?(_ header: String, index: Int) {
        let key = header.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        guard let year = Int(key.suffix(4)), key.suffix(4).allSatisfy(\.isNumber), Self.years.contains(year),
            let basis = Self.prefixes.first(where: { $0.0 == key.dropLast(4) })?.1
        else { return nil }
        self.index = index
        self.header = header
        self.year = year
        self.basis = basis
    }

    /// Reads `1465` and `1,465`, and nothing looser.
    func people(in row: DelimitedText.Row, of text: DelimitedText) throws(DataFileError) -> Int {
        let value = row[index]
        guard value.contains(where: { !$0.isWhitespace }) else {
            throw text.failure(
                line: row.line, column: header, "the number of people is blank", "Fill it in, or remove the row.")
        }
        if value.first == "-" || value.first == "−" {
            throw text.failure(
                line: row.line, column: header, "the number of people is negative: ‘\(value.prefix(40))’",
                "Correct it, or remove the row.")
        }
        guard let people = Self.wholeNumber(value), people <= Self.mostPeople else {
            throw text.failure(
                line: row.line, column: header, "‘\(value.prefix(40))’ is not a whole number of people",
                "People are written 1465 or 1,465.")
        }
        return people
    }

    private static func wholeNumber(_ text: String) -> Int? {
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
        let digits = groups.joined()
        guard digits.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else { return nil }
        let grouped = (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
        return groups.count == 1 || grouped ? Int(digits) : nil
    }
}
