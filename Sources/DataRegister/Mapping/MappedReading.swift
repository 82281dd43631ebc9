import DataFiles
import Storage
import Wording

/// A partner's file as a mapping understands it.
public struct MappedReading: Sendable {
    /// A row as it is understood, for somebody to look at before anything is taken in.
    public struct Understood: Sendable, Hashable {
        public let line: Int
        public let place: String
        public let period: Period
        public let measure: String
        public let count: Int
    }

    /// The first rows as they are understood.
    public let preview: [Understood]
    public let periods: [ObservedPeriod]
    public let rows: RowTally
    /// The rows that cannot be used, the first thousand.
    public let faults: [Fault]
    /// The kind of place that its figures are for.
    public let level: Place.Level
    /// What no earlier file had; nil where there are too many to be categories.
    public let newCategories: [NewCategory]?
    /// What is counted twice where the file tells counts; nil where nothing is, or each row is one incident.
    public let repeated: RepeatedRows?

    private static let shown = 20
    private static let faultsKept = 1_000

    /// - Parameters:
    ///   - measures: the names of the set's measures by their own addresses.
    ///   - latest: a month after this one cannot have happened yet.
    /// - Throws: `DataFileError` where the file cannot be read at all.
    public init(
        _ text: consuming DelimitedText, by mapping: DataMapping, places: PlaceBook, measures: [String: String],
        latest: Month
    ) throws(DataFileError) {
        var text = text
        let reader = try MappedRowReader(text, mapping, places: places, latest: latest)
        var sums: [MappedRow.Key: Int] = [:]
        var order: [MappedRow.Key] = []
        var preview: [Understood] = []
        var faults: [Fault] = []
        var lost = LostRows()
        var new = NewCategories()
        var repeated = RepeatedRows.Tally()
        var (kept, refused) = (0, 0)
        while let line = try text.next(only: reader.columns) {
            do throws(RowRefused) {
                let row = try reader.row(line)
                kept += 1
                if reader.tellsCounts, row.count > 0 { repeated.take(reader.cells(line), line: line.line) }
                if sums[row.key] == nil { order.append(row.key) }
                sums[row.key, default: 0] += row.count
                if preview.count < Self.shown {
                    preview.append(
                        Understood(
                            line: line.line, place: row.key.place.name, period: row.key.period,
                            measure: measures[row.key.measure] ?? row.key.measure, count: row.count))
                }
            } catch {
                refused += 1
                lost.take(error)
                if let category = error.newCategory { new.add(category) }
                if faults.count < Self.faultsKept {
                    faults.append(Fault(file: text.file, line: line.line, column: error.column, reason: error.reason))
                }
            }
        }
        self.preview = preview
        self.faults = faults
        newCategories = new.found
        self.repeated = repeated.found
        rows = RowTally(kept: kept, unplaced: 0, refused: refused)
        let isLSOA = mapping.level.isLSOA
        level = isLSOA ? LSOAVintage.level(of: Set(order.compactMap(\.place.code))) : mapping.level
        periods = Self.periods(order, sums, lost.unread, lost.unplaced, at: level)
    }

    /// Rows that cannot be used, and leave a hole where they belong.
    private struct LostRows {
        /// A number that cannot be read is not none: of its period only a part is known.
        var unread: [Period: Int] = [:]
        /// One whose place is not known is somewhere all the same: nothing above places of this kind is whole.
        var unplaced: [Period: [String: Int]] = [:]

        mutating func take(_ refused: RowRefused) {
            guard let period = refused.period else { return }
            if let measure = refused.measureWithoutPlace {
                unplaced[period, default: [:]][measure, default: 0] += 1
            } else {
                unread[period, default: 0] += 1
            }
        }
    }

    /// - Parameters:
    ///   - unread: how many numbers of a period could not be read: of it only a part is known.
    ///   - unplaced: how many rows of a period and measure name no place that is known.
    private static func periods(
        _ order: [MappedRow.Key], _ sums: [MappedRow.Key: Int], _ unread: [Period: Int],
        _ unplaced: [Period: [String: Int]], at level: Place.Level
    ) -> [ObservedPeriod] {
        let told = Dictionary(grouping: order, by: \.period)
        // A period of which no row can be used is told of too, or it would be filled in as one with none.
        return Set(told.keys).union(unread.keys).union(unplaced.keys).sorted { $0.from < $1.from }.map { period in
            let placed = (told[period] ?? []).map { key in
                let place = level.isLSOA ? Place(level, code: key.place.code, name: key.place.name) : key.place
                return ObservedPeriod.Observation(key.measure, at: place, Double(sums[key] ?? 0))
            }
            let lost = (unplaced[period] ?? [:]).sorted { $0.key < $1.key }.map { measure, rows in
                ObservedPeriod.Observation(measure, at: .unknown(at: level), Double(rows))
            }
            return ObservedPeriod(
                period, at: level,
                part: unread[period].map { "the number in \($0.counted("row", "rows")) of it could not be read" },
                observations: placed + lost)
        }
    }

    /// A file of which nothing can be used tells nothing: taken in, it would say of its months that there was none.
    static func nothingUsable(in file: String) -> DataFileError {
        DataFileError(
            file: file, problem: "none of its rows can be used, so there is nothing to take in",
            advice: "Say otherwise what its columns mean, or leave it and ask the provider for another.")
    }

    /// The largest part of the rows that may be refused without asking: as with the police's files.
    private static let refusedShare = ReadingLimits().refusedShare

    /// What part of the rows cannot be used, where that is so many that somebody is to say that it is meant.
    var refusedAskedAbout: Double? {
        let share = Double(rows.refused) / Double(max(rows.kept + rows.refused, 1))
        return share > Self.refusedShare ? share : nil
    }

    /// From the first month to the last.
    public var months: ClosedRange<Month>? {
        guard let first = periods.map(\.period.from).min(), let last = periods.map(\.period.to).max() else {
            return nil
        }
        return first...last
    }
}

/// A row of a partner's file, understood.
struct MappedRow {
    struct Key: Hashable {
        let place: Place
        let period: Period
        let measure: String
    }

    let key: Key
    let count: Int
}

/// Why a row cannot be used.
struct RowRefused: Error {
    let column: String
    let reason: String
    /// Of what, where everything but the number or the place was understood.
    var period: Period?
    /// What was counted, where the place alone is not known.
    var measureWithoutPlace: String?
    /// What no earlier file had.
    var newCategory: String?
}

/// Understands rows one by one.
private struct MappedRowReader {
    private let mapping: DataMapping
    private let places: PlaceBook
    private let latest: Month
    private let place: Int
    private let longitude: Int?
    private let time: Int
    private let category: Int?
    private let count: Int?
    /// Those that are read.
    let columns: Set<Int>
    private let inOrder: [Int]

    /// Whether a row tells a count, and is not one incident.
    var tellsCounts: Bool { count != nil }

    /// What a row has in the columns that are read, in their order.
    func cells(_ row: DelimitedText.Row) -> [String] { inOrder.map { row[$0].trimmingBlanks } }

    init(
        _ text: DelimitedText, _ mapping: DataMapping, places: PlaceBook, latest: Month
    ) throws(DataFileError) {
        func column(_ name: String) throws(DataFileError) -> Int {
            try text.requiredColumn(named: name)
        }
        (self.mapping, self.places, self.latest) = (mapping, places, latest)
        place = try column(mapping.placeColumn)
        longitude = if let name = mapping.longitudeColumn { try column(name) } else { nil }
        time = try column(mapping.timeColumn)
        category = if case .column(let name, _) = mapping.category { try column(name) } else { nil }
        count = if case .column(let name) = mapping.count { try column(name) } else { nil }
        columns = Set([place, longitude, time, category, count].compactMap(\.self))
        inOrder = columns.sorted()
    }

    func row(_ row: DelimitedText.Row) throws(RowRefused) -> MappedRow {
        let found: Place
        do {
            found = try places.place(row[place], longitude: longitude.map { row[$0] }, as: mapping.placeForm)
        } catch {
            // Of a category that was not chosen no place is wanted.
            let measure = try? measure(row)
            throw RowRefused(
                column: mapping.placeColumn, reason: error.reason,
                period: measure == nil ? nil : try? period(row[time]),
                measureWithoutPlace: measure)
        }
        let key = MappedRow.Key(place: found, period: try period(row[time]), measure: try measure(row))
        do throws(RowRefused) {
            return MappedRow(key: key, count: try number(row))
        } catch {
            throw RowRefused(column: error.column, reason: error.reason, period: key.period)
        }
    }

    private func period(_ text: String) throws(RowRefused) -> Period {
        guard let period = mapping.timeForm.period(text) else {
            let what =
                text.trimmingBlanks.isEmpty
                ? "the time is blank" : "‘\(text.prefix(40))’ is not written in the way that was chosen"
            throw RowRefused(column: mapping.timeColumn, reason: "\(what) (\(mapping.timeForm.title))")
        }
        guard period.from >= .earliestOfData else {
            throw RowRefused(
                column: mapping.timeColumn,
                reason: "\(period) is before \(Month.earliestOfData.inWords), when data begin: check the year")
        }
        guard period.to <= latest else {
            throw RowRefused(column: mapping.timeColumn, reason: "\(period) has not happened yet")
        }
        return period
    }

    private func measure(_ row: DelimitedText.Row) throws(RowRefused) -> String {
        switch mapping.category {
        case .one(let measure): return measure
        case .column(let column, let measures):
            let value = row[category ?? 0].trimmingBlanks
            guard let measure = measures[value] else {
                guard !value.isEmpty else { throw RowRefused(column: column, reason: "the category is blank") }
                throw RowRefused(
                    column: column,
                    reason: "the category ‘\(value.prefix(60))’ is new since the last file, and not taken in",
                    newCategory: value)
            }
            return measure
        }
    }

    private func number(_ row: DelimitedText.Row) throws(RowRefused) -> Int {
        guard case .column(let column) = mapping.count, let count else { return 1 }
        let text = row[count].trimmingBlanks
        guard let number = Self.wholeNumber(text) else {
            let what =
                text.isEmpty
                ? "the count is blank"
                : text.allSatisfy { $0.isASCII && $0.isNumber }
                    ? "‘\(text.prefix(40))’ is more than any count" : "‘\(text.prefix(40))’ is not a whole number"
            throw RowRefused(column: column, reason: "\(what); where there was none, it must say 0")
        }
        return number
    }

    /// "148,133" and "12.0" are whole numbers; "1,5" is one and a half, as most of Europe writes it, and no fifteen.
    private static func wholeNumber(_ text: String) -> Int? {
        var text = text[...]
        if text.hasSuffix(".0") { text = text.dropLast(2) }
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
        guard let first = groups.first, !first.isEmpty, groups.count == 1 || first.count <= 3,
            groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        let digits = groups.joined()
        guard digits.count <= 9, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        return Int(digits)
    }
}
