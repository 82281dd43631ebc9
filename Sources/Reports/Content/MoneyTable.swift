import Markdown
import Wording

/// A table of amounts of money whose unit is chosen once, for all of it: the program prints it in the title and at the head of
/// each column, and says in full pounds what the totals are. So no table can be headed millions that means thousands.
public struct MoneyTable: Hashable, Sendable {
    /// In what the amounts are written.
    public enum Unit: String, Sendable, CaseIterable {
        case pounds, thousands, millions

        /// At the head of a column: "£ thousand".
        public var head: String {
            switch self {
            case .pounds: "£"
            case .thousands: "£ thousand"
            case .millions: "£ million"
            }
        }

        /// In the title of a table: "in thousands of pounds".
        public var words: String {
            switch self {
            case .pounds: "in pounds"
            case .thousands: "in thousands of pounds"
            case .millions: "in millions of pounds"
            }
        }

        /// After an amount: "£2,011 thousand".
        var after: String {
            switch self {
            case .pounds: ""
            case .thousands: " thousand"
            case .millions: " million"
            }
        }

        /// As many decimals of it are whole pence.
        var decimals: Int {
            switch self {
            case .pounds: 2
            case .thousands: 5
            case .millions: 8
            }
        }
    }

    /// A line of it.
    public struct Row: Hashable, Sendable {
        public let name: String
        /// One for each column; nil where there is none.
        public let amounts: [Money?]
    }

    public let title: String
    public let unit: Unit
    public let columns: [String]
    public let rows: [Row]
    /// Whether the rows add up to something that means anything.
    public let hasTotal: Bool
    /// How many decimals of the unit each column shows: as many as its most exact amount needs.
    private let decimals: [Int]

    /// - Throws: what is wrong, each with its field
    init(_ answers: PartAnswers) throws(PartFaults) {
        var faults = PartFaults()
        title = answers["title"]
        if title.isEmpty { faults.add("Say what the table shows, without its unit", at: "title") }
        if let typed = TypedUnits.unit(in: title) {
            faults.add(
                "Take ‘\(typed)’ out of the title: the unit is chosen below, and printed by the program", at: "title")
        }
        unit = Unit(rawValue: answers["unit"]) ?? .pounds
        if Unit(rawValue: answers["unit"]) == nil { faults.add("Choose in what the amounts are", at: "unit") }
        columns = answers["columns"].split(whereSeparator: \.isNewline).map { $0.trimmed }.filter { !$0.isEmpty }
        if columns.isEmpty {
            faults.add("Name at least one column of amounts, each in a line of its own", at: "columns")
        }
        if columns.count > Self.mostColumns {
            faults.add("Use \(Self.mostColumns) columns at most, so that the table fits the paper", at: "columns")
        }
        for column in columns {
            guard let typed = TypedUnits.unit(in: column) else { continue }
            faults.add(
                "Take ‘\(typed)’ out of ‘\(column)’: the program prints the unit at the head of each column",
                at: "columns")
        }
        var read = TableReading(unit: unit, columns: columns)
        rows = read.rows(of: answers["rows"])
        for fault in read.faults { faults.add(fault, at: "rows") }
        hasTotal = answers["total"] == "yes"
        // One amount beside another is compared digit by digit, so all of them have as many decimals.
        decimals = columns.map { _ in read.decimals.max() ?? 0 }
        if !faults.isEmpty { throw faults }
    }

    static let mostColumns = 6
    static let mostRows = 60

    /// "External funding, in thousands of pounds"
    public var caption: String { "\(title), \(unit.words)" }

    /// An amount as it stands in a column.
    public func text(_ amount: Money?, in column: Int) -> String {
        guard let amount else { return "–" }
        return unit.text(amount, decimals: decimals.indices.contains(column) ? decimals[column] : 0)
    }

    public var totals: [Money] {
        columns.indices.map { column in
            Money(pence: rows.reduce(0) { $0 + ($1.amounts[column]?.pence ?? 0) })
        }
    }

    /// What stands below it, so that somebody who knows the sums notices at once if the unit is wrong:
    /// "2016/17: £2,011 thousand is £2,011,000."
    public var checks: [String] {
        guard unit != .pounds else { return [] }
        return columns.indices.compactMap { column in
            let largest = rows.compactMap { row in row.amounts[column].map { (row.name, $0) } }
                .max { $0.1.pence.magnitude < $1.1.pence.magnitude }
            guard let largest else { return nil }
            let (name, amount) = hasTotal ? ("total", totals[column]) : largest
            let sign = amount.pence < 0 ? "\u{2212}" : ""
            let shown = text(Money(pence: Int(amount.pence.magnitude)), in: column)
            return "\(columns[column]), \(name): \(sign)£\(shown)\(unit.after) is \(amount)."
        }
    }
}

extension MoneyTable.Unit {
    fileprivate func text(_ amount: Money, decimals: Int) -> String {
        let digits = String(amount.pence.magnitude)
        let padded = String(repeating: "0", count: max(0, self.decimals + 1 - digits.count)) + digits
        let whole = Int(padded.dropLast(self.decimals)) ?? 0
        let fraction = padded.suffix(self.decimals).prefix(decimals)
        let sign = amount.pence < 0 ? "\u{2212}" : ""
        return sign + whole.grouped + (fraction.isEmpty ? "" : "." + fraction)
    }
}

/// The rows of a table as they were typed or pasted: a line each, its cells parted by tabs or upright strokes.
private struct TableReading {
    let unit: MoneyTable.Unit
    let columns: [String]
    var faults: [String] = []
    var decimals: [Int]

    init(unit: MoneyTable.Unit, columns: [String]) {
        (self.unit, self.columns) = (unit, columns)
        decimals = Array(repeating: 0, count: columns.count)
    }

    mutating func rows(of text: String) -> [MoneyTable.Row] {
        let lines = text.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.trimmed.isEmpty }
        if lines.isEmpty { faults.append("Write at least one row, in a line of its own") }
        if lines.count > MoneyTable.mostRows {
            faults.append("Use \(MoneyTable.mostRows) rows at most; put a longer table into an annex of its own")
            return []
        }
        return lines.enumerated().map { row($0.element, number: $0.offset + 1) }
    }

    private mutating func row(_ line: String, number: Int) -> MoneyTable.Row {
        let cells = line.split(separator: line.contains("\t") ? "\t" : "|", omittingEmptySubsequences: false)
            .map { String($0).trimmed }
        let name = cells[0]
        guard cells.count == columns.count + 1 else {
            faults.append(
                "Row \(number), ‘\(name)’: write its name and \(columns.count.counted("amount", "amounts")), with | between; "
                    + "it has \((cells.count - 1).counted("amount", "amounts")) now")
            return .init(name: name, amounts: columns.map { _ in nil })
        }
        if name.isEmpty { faults.append("Row \(number): say first what it is") }
        let amounts = cells.dropFirst().enumerated().map { column, typed -> Money? in
            guard !["", "-", "–"].contains(typed) else { return nil }
            guard let (amount, exactness) = amount(typed) else {
                faults.append(
                    "Row \(number), ‘\(name)’: ‘\(typed)’ is no amount \(unit.words). Write digits alone, like 2,011 or 31.5: "
                        + "no £, no k and no m, for the unit is chosen once for the whole table")
                return nil
            }
            decimals[column] = max(decimals[column], exactness)
            return amount
        }
        return .init(name: name, amounts: amounts)
    }

    /// With how many decimals it needs.
    private func amount(_ typed: String) -> (Money, Int)? {
        let isBelow = typed.hasPrefix("-") || typed.hasPrefix("\u{2212}")
        let digits = isBelow ? String(typed.dropFirst()) : typed
        guard let found = digits.wholeMatch(of: /(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?/) else { return nil }
        let whole = found.output.1.filter { $0 != "," }
        let fraction = found.output.2.map(String.init) ?? ""
        // A quadrillion of pence is more than any table has, and far from what a number can hold.
        guard fraction.count <= unit.decimals, whole.count + unit.decimals <= 15,
            let pence = Int(whole + fraction + String(repeating: "0", count: unit.decimals - fraction.count))
        else { return nil }
        return (Money(pence: isBelow ? -pence : pence), fraction.count)
    }
}

extension StringProtocol {
    /// Without the blanks around it.
    var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
