/// Recorded crime by district, calendar year and type: a table that others made from street-level files.
///
/// Its columns are `LAD_name`, `Year`, `Crime_type` and `count`; others are left alone. Its makers dropped rows that were
/// alike, and rows of anti-social behaviour are, for they carry no crime number: so its counts of those are wrong, and are
/// refused. The table of totals, which has them in every number, is refused whole.
public struct DistrictYearsFile: Sendable {
    /// How many crimes of one type a district had in a year.
    public struct Count: Hashable, Sendable {
        /// As the table names it.
        public let district: String
        public let year: Int
        public let type: String
        public let count: Int
    }

    public let counts: [Count]
    /// Years that the table has only a part of, each with the reason.
    public let partYears: [Int: String]
    public let rows: RowTally
    /// The rows that were refused, the first thousand.
    public let faults: [Fault]
    public let remarks: [String]

    /// The types that a count can be of, but for anti-social behaviour.
    private static let types: Set = [
        "Bicycle theft", "Burglary", "Criminal damage and arson", "Drugs", "Other crime", "Other theft",
        "Possession of weapons", "Public disorder and weapons", "Public order", "Robbery", "Shoplifting",
        "Theft from the person", "Vehicle crime", "Violence and sexual offences", "Violent crime",
    ]

    /// - Parameter file: the file as the person who gave it calls it; errors name it.
    /// - Throws: `DataFileError` where the file is not plain CSV, lacks a column, or has no row that can be used.
    public init(_ bytes: [UInt8], file: String) throws(DataFileError) {
        var text = try DelimitedText(bytes, file: file)
        let columns = try Columns(of: text)
        var counts: [Count] = []
        var seen: [Count.Key: Int] = [:]
        var faults: [Fault] = []
        var refused = 0
        var unplaced = 0
        while let row = try text.next() {
            do throws(RowProblem) {
                let count = try columns.count(in: row, types: Self.types)
                guard !count.district.isEmpty else {
                    unplaced += 1
                    continue
                }
                if let line = seen[count.key] {
                    throw RowProblem(columns.typeHeader, "the same district, year and type stand on line \(line) too")
                }
                seen[count.key] = row.line
                counts.append(count)
            } catch {
                refused += 1
                if faults.count < 1_000 {
                    faults.append(Fault(file: file, line: row.line, column: error.column, reason: error.reason))
                }
            }
        }
        guard !counts.isEmpty else {
            throw DataFileError(
                file: file, problem: "no row of it can be used", advice: "Check that it is the file you meant.",
                faults: Array(faults.prefix(10)))
        }
        self.counts = counts
        self.faults = faults
        rows = RowTally(kept: counts.count, unplaced: unplaced, refused: refused)
        partYears = Self.partYears(counts)
        remarks = partYears.sorted { $0.key < $1.key }.map { "\($0.key) is a part of a year: \($0.value)." }
    }

    /// The files begin with December 2010; and where the last year has far fewer than the one before, the table was made
    /// before that year was over.
    private static func partYears(_ counts: [Count]) -> [Int: String] {
        var totals: [Int: Int] = [:]
        for count in counts { totals[count.year, default: 0] += count.count }
        var parts: [Int: String] = [:]
        if totals[2010] != nil { parts[2010] = "data.police.uk begins with December 2010" }
        if let last = totals.keys.max(), let count = totals[last], let before = totals[last - 1],
            count * 4 < before * 3,
            parts[last] == nil
        {
            parts[last] =
                "it has \(count * 100 / max(before, 1))% of the crimes of \(last - 1), so the table was made before "
                + "the year was over"
        }
        return parts
    }
}

extension DistrictYearsFile.Count {
    fileprivate struct Key: Hashable {
        let district: String
        let year: Int
        let type: String
    }

    fileprivate var key: Key { Key(district: district, year: year, type: type) }
}

/// What is wrong with a row, and in which column.
private struct RowProblem: Error {
    let column: String
    let reason: String

    init(_ column: String, _ reason: String) {
        self.column = column
        self.reason = reason
    }
}

/// Where the table keeps what.
private struct Columns {
    let district: Int
    let year: Int
    let type: Int
    let count: Int
    let header: [String]

    var typeHeader: String { header[type] }

    init(of text: DelimitedText) throws(DataFileError) {
        func column(_ names: String...) -> Int? {
            text.header.firstIndex { heading in
                names.contains(heading.lowercased().filter { $0.isLetter || $0.isNumber })
            }
        }
        guard let district = column("ladname", "district", "districtname"), let year = column("year"),
            let count = column("count", "crimes")
        else {
            throw text.failure(
                line: 1, "the header lacks a district, a year or a count",
                "The table has the columns LAD_name, Year, Crime_type and count. Here are "
                    + "\(DelimitedText.list(text.header)).")
        }
        guard let type = column("crimetype", "type") else {
            throw text.failure(
                line: 1, "the table has no column of types, so its totals have anti-social behaviour in them",
                "Those counts are wrong: their makers dropped rows that were alike. Give the table by type instead "
                    + "(LAD_name, Year, Crime_type, count).")
        }
        (self.district, self.year, self.type, self.count) = (district, year, type, count)
        header = text.header
    }

    func count(in row: DelimitedText.Row, types: Set<String>) throws(RowProblem) -> DistrictYearsFile.Count {
        let type = row[type]
        guard type != "Anti-social behaviour" else {
            throw RowProblem(
                typeHeader,
                "its makers dropped rows that were alike, and rows of anti-social behaviour are: the count is wrong")
        }
        guard types.contains(type) else {
            throw RowProblem(
                typeHeader, type.isEmpty ? "the type is blank" : "‘\(type.prefix(60))’ is no type of crime")
        }
        guard let year = Int(row[year]), (2010...2100).contains(year) else {
            throw RowProblem(header[self.year], "‘\(row[year].prefix(20))’ is not a year since 2010")
        }
        guard let count = Int(row[count]), (0...10_000_000).contains(count) else {
            throw RowProblem(header[self.count], "‘\(row[count].prefix(20))’ is not a whole number")
        }
        let name = row[district]
        // A slip of the makers'.
        let district = name == "Kingston upon Hull, City of upon Hull" ? "Kingston upon Hull" : name
        return DistrictYearsFile.Count(district: district, year: year, type: type, count: count)
    }
}
