import DataFiles
import Wording

/// What tells, while the cells of a column go by, whether they may be counts.
struct CountCells {
    private var cells = 0
    private var numbers = 0
    /// What stands for a number that is not told, or cannot be.
    private var withheld = 0
    private var largest = 0
    private var previous: Int?
    /// Whether each number is one more than the one before: those are numbers of rows.
    private var isRunning = true
    private var isAlwaysOne = true

    /// More than this is not counted in one row of a table that nobody calls a count.
    private static let small = 10_000
    private static let fewestRunning = 10
    private static let marks: Set = ["*", "**", "-", "–", "..", ":", "c", "[c]", "n/a", "suppressed"]

    /// - Parameter cell: without blanks around it, and not empty.
    mutating func add(_ cell: String) {
        cells += 1
        guard let number = Self.number(cell) else {
            isRunning = false
            if cell.isWithoutValue || cell.hasPrefix("<") || cell.hasPrefix("≤")
                || Self.marks.contains(cell.lowercased())
            {
                withheld += 1
            }
            return
        }
        numbers += 1
        largest = max(largest, number)
        if number != 1 { isAlwaysOne = false }
        if let previous, number != previous + 1 { isRunning = false }
        previous = number
    }

    private static func number(_ cell: String) -> Int? {
        guard cell.utf8.count <= 12, let first = cell.utf8.first, (0x30...0x39).contains(first) else { return nil }
        let whole = cell.hasSuffix(".0") ? cell.dropLast(2) : cell[...]
        return Int(whole.filter { $0 != "," })
    }

    /// Most cells are whole numbers, though a few may be withheld, and they do more than number the rows.
    var mayBeCounts: Bool {
        numbers > 0 && (numbers + withheld) * 2 > cells && !isAlwaysOne && !(isRunning && numbers >= Self.fewestRunning)
    }
    var areSmall: Bool { largest < Self.small }
}

extension GivenTable.Column {
    private var words: [String] {
        heading.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    }

    /// Whether its heading says that it is the count. An incident number is none, a number of incidents is.
    var isNamedCount: Bool {
        let (words, heading) = (words, heading.lowercased())
        if let number = words.firstIndex(where: { ["number", "no", "num", "nos"].contains($0) }) {
            return words.count == 1 || words.dropFirst(number + 1).first == "of"
        }
        return words.contains {
            ["n", "calls", "cases", "freq", "frequency", "quantity", "qty", "volume"].contains($0)
        }
            || ["count", "total", "callouts", "incidents"].contains { heading.contains($0) }
    }

    /// Whether its heading says that its numbers are something else.
    private var isNamedOtherwise: Bool {
        !Set(words).isDisjoint(with: [
            "id", "ref", "reference", "code", "age", "hour", "day", "week", "weekday", "month", "year", "easting",
            "northing", "latitude", "longitude", "beat", "postcode",
        ])
    }

    /// Whether it may be the count of a file, though nobody chose it.
    fileprivate var mayBeCount: Bool {
        counts.mayBeCounts && (isNamedCount || counts.areSmall && !isNamedOtherwise && timeForms.isEmpty)
    }
}

/// Columns of numbers that are left out where each row is counted as one.
struct NumbersLeftOut {
    let columns: [String]

    /// - Parameter used: the columns that are chosen for something.
    init(of table: GivenTable, besides used: Set<String>) {
        columns = table.columns.filter { !used.contains($0.heading) && $0.mayBeCount }.map(\.heading)
    }

    /// Nil where none is.
    var sentence: String? {
        guard !columns.isEmpty else { return nil }
        let named = columns.map { "‘\($0.prefix(60))’" }.inWords
        let told =
            columns.count == 1
            ? "The column \(named) holds numbers and is left out: choose it if it is the count."
            : "The columns \(named) hold numbers and are left out: choose one if it is the count."
        return "Each row is counted as one. \(told)"
    }
}
