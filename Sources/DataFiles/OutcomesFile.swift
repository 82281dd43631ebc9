/// What became of crimes, as data.police.uk publishes it for one police force: `2018-01-kent-outcomes.csv`, a row for each
/// outcome that was entered in the month. A crime may have several, months after it was recorded.
public struct OutcomesFile: Sendable {
    /// How many outcomes of one kind were entered in a month for the crimes of a small area.
    public struct Count: Hashable, Sendable {
        public let month: Month
        public let area: String
        /// As the file names it.
        public let outcome: String
        public let count: Int
    }

    /// "Kent Police".
    public let force: String
    public let counts: [Count]
    /// The names of the small areas, by their codes.
    public let areas: [String: String]
    public let months: [Month]
    public let rows: RowTally
    /// The rows that were refused, the first thousand.
    public let faults: [Fault]

    /// Every outcome that data.police.uk has ever named.
    public static let outcomes = [
        "Action to be taken by another organisation", "Court case unable to proceed", "Defendant found not guilty",
        "Defendant sent to Crown Court", "Formal action is not in the public interest",
        "Further action is not in the public interest", "Further investigation is not in the public interest",
        "Investigation complete; no suspect identified", "Local resolution", "Offender deprived of property",
        "Offender fined", "Offender given a caution", "Offender given a drugs possession warning",
        "Offender given absolute discharge", "Offender given community sentence",
        "Offender given conditional discharge", "Offender given penalty notice",
        "Offender given suspended prison sentence", "Offender ordered to pay compensation",
        "Offender otherwise dealt with", "Offender sent to prison", "Suspect charged",
        "Suspect charged as part of another case", "Unable to prosecute suspect",
    ]

    private struct Key: Hashable {
        let month: Month
        let area: String
        let outcome: String
    }

    /// - Parameters:
    ///   - file: the file as the person who gave it calls it; errors name it.
    ///   - latest: a month after this one cannot have happened yet.
    /// - Throws: `DataFileError` where the file is not such a file, is of several forces, or too many rows are unsound.
    public init(_ bytes: [UInt8], file: String, latest: Month) throws(DataFileError) {
        var text = try DelimitedText(bytes, file: file)
        let reader = try OutcomeRows(text, latest: latest)
        var sums: [Key: Int] = [:]
        var areas: [String: String] = [:]
        var months: Set<Month> = []
        var force: String?
        var faults: [Fault] = []
        var tally = RowTally()
        while let row = try text.next(only: reader.columns) {
            do throws(OutcomeRows.Problem) {
                let found = try reader.row(row)
                if let force, force != found.force {
                    throw OutcomeRows.Problem("Reported by", "it is of \(found.force), the rows before of \(force)")
                }
                force = found.force
                months.insert(found.month)
                guard let area = found.area else {
                    tally.unplaced += 1
                    continue
                }
                tally.kept += 1
                areas[area.code] = area.name
                sums[Key(month: found.month, area: area.code, outcome: found.outcome), default: 0] += 1
            } catch {
                tally.refused += 1
                if faults.count < 1_000 {
                    faults.append(Fault(file: file, line: row.line, column: error.column, reason: error.reason))
                }
            }
        }
        guard let force, Self.isSound(tally) else { throw Self.unsound(file, tally, faults) }
        self.force = force
        self.areas = areas
        self.months = months.sorted()
        self.faults = faults
        rows = tally
        counts = sums.map { Count(month: $0.key.month, area: $0.key.area, outcome: $0.key.outcome, count: $0.value) }
            .sorted { ($0.month, $0.area, $0.outcome) < ($1.month, $1.area, $1.outcome) }
    }
}

extension OutcomesFile {
    private static func isSound(_ rows: RowTally) -> Bool {
        let limits = ReadingLimits()
        let isMostlySound = Double(rows.refused) <= Double(rows.read) * limits.refusedShare
        return rows.kept > 0 && (rows.refused <= limits.refusedRows || isMostlySound)
    }

    private static func unsound(_ file: String, _ rows: RowTally, _ faults: [Fault]) -> DataFileError {
        let problem =
            rows.read == 0
            ? "there is a header and nothing below it" : "\(rows.refused) of its \(rows.read) rows cannot be used"
        return DataFileError(
            file: file, problem: problem,
            advice: "Check that it is an outcomes file of data.police.uk, and give it as it was published.",
            faults: Array(faults.prefix(10)))
    }
}

/// Understands the rows of an outcomes file one by one.
private struct OutcomeRows {
    /// What is wrong with a row, and in which column.
    struct Problem: Error {
        let column: String
        let reason: String

        init(_ column: String, _ reason: String) {
            (self.column, self.reason) = (column, reason)
        }
    }

    struct Row {
        let month: Month
        let force: String
        /// Nil where the crime has no place.
        let area: (code: String, name: String)?
        let outcome: String
    }

    private let month: Int
    private let force: Int
    private let code: Int
    private let name: Int
    private let outcome: Int
    private let latest: Month
    private static let known = Set(OutcomesFile.outcomes)

    init(_ text: DelimitedText, latest: Month) throws(DataFileError) {
        month = try text.requiredColumn(named: "Month")
        force = try text.requiredColumn(named: "Reported by")
        code = try text.requiredColumn(named: "LSOA code")
        name = try text.requiredColumn(named: "LSOA name")
        outcome = try text.requiredColumn(named: "Outcome type")
        self.latest = latest
    }

    var columns: Set<Int> { [month, force, code, name, outcome] }

    func row(_ row: DelimitedText.Row) throws(Problem) -> Row {
        guard let month = Month(row[month]), month >= .firstOfOutcomes, month <= latest else {
            throw Problem("Month", "‘\(row[self.month].prefix(20))’ is no month that outcomes are published of")
        }
        guard !row[force].isEmpty, row[force].count <= 100 else {
            throw Problem("Reported by", "it does not say whose outcome it is")
        }
        guard Self.known.contains(row[outcome]) else {
            throw Problem("Outcome type", "‘\(row[outcome].prefix(60))’ is no outcome that is known here")
        }
        guard !row[code].isEmpty else {
            return Row(month: month, force: row[force], area: nil, outcome: row[outcome])
        }
        guard Self.isLSOA(row[code]), !row[name].isEmpty, row[name].count <= 100 else {
            throw Problem("LSOA code", "‘\(row[code].prefix(20))’ is no small area")
        }
        return Row(month: month, force: row[force], area: (row[code], row[name]), outcome: row[outcome])
    }

    private static func isLSOA(_ code: String) -> Bool {
        (code.hasPrefix("E01") || code.hasPrefix("W01")) && code.utf8.count == 9
            && code.utf8.dropFirst(3).allSatisfy { (0x30...0x39).contains($0) }
    }
}

extension Month {
    /// data.police.uk publishes outcomes since then.
    fileprivate static let firstOfOutcomes = Month(year: 2011, number: 12)
}
