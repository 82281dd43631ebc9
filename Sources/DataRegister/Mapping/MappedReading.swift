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
        /// As the row itself calls it; where no column tells it, the measure's name.
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
    /// How many counts the provider withheld, or did not give.
    public let withheld: Int
    /// What no earlier file had; nil where there are too many to be categories.
    public let newCategories: [NewCategory]?
    /// Rows that cannot be used for want of a time alone.
    public let undated: [UndatedRows]
    /// What is counted twice where the file tells counts; nil where nothing is, or each row is one incident.
    public let repeated: RepeatedRows?
    /// The rows that surely lie in other districts: they are neither counted nor missed.
    public let elsewhere: RowsElsewhere

    /// What lies in other districts, where that is more than half of the file.
    public let mostlyElsewhere: MostlyElsewhere?

    /// What the file writes in several ways and is counted as one, in sentences.
    public let countedAsOne: [String]

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
        var (order, preview): ([MappedRow.Key], [Understood]) = ([], [])
        var unused = UnusedRows(in: text.file)
        var (repeated, elsewhere) = (RepeatedRows.Tally(), MostlyElsewhere.Tally(places))
        var (kept, asOne) = (0, CountedAsOne())
        while let line = try text.next(only: reader.columns) {
            do throws(RowRefused) {
                let row = try reader.row(line)
                kept += 1
                elsewhere.take(row.key.place)
                let category = reader.category(line)
                asOne.take(category, as: row.key.measure)
                if reader.tellsCounts, row.count > 0 { repeated.take(reader.cells(line), line: line.line) }
                if sums[row.key] == nil { order.append(row.key) }
                sums[row.key, default: 0] += row.count
                if preview.count < Self.shown {
                    preview.append(
                        Understood(
                            line: line.line, place: row.key.place.name, period: row.key.period,
                            measure: category?.singleBlanks ?? measures[row.key.measure] ?? row.key.measure,
                            count: row.count))
                }
            } catch {
                unused.take(error, line: line.line)
            }
        }
        self.preview = preview
        countedAsOne = asOne.sentences(knowing: mapping.category.measures)
        faults = unused.faults
        withheld = unused.lost.withheld
        newCategories = unused.new.found
        self.repeated = repeated.found
        self.elsewhere = unused.elsewhere.elsewhere
        mostlyElsewhere = elsewhere.found
        rows = RowTally(kept: kept, unplaced: self.elsewhere.rows, refused: unused.refused)
        level = places.level(by: mapping, of: order.lazy.map(\.place))
        periods = Self.periods(order, sums, unused.lost.unread, unused.lost.unplaced, at: level)
        undated = Self.undated(unused.lost.undated, at: level)
    }

    /// Rows that are not counted, each with why.
    private struct UnusedRows {
        let file: String
        var refused = 0
        var faults: [Fault] = []
        var lost = LostRows()
        var new = NewCategories()
        var elsewhere = RowsElsewhere.Tally()

        init(in file: String) {
            self.file = file
        }

        mutating func take(_ error: RowRefused, line: Int) {
            if let name = error.elsewhere {
                elsewhere.take(name, line: line)
                return
            }
            refused += 1
            lost.take(error)
            if let category = error.newCategory { new.add(category) }
            guard faults.count < MappedReading.faultsKept else { return }
            faults.append(Fault(file: file, line: line, column: error.column, reason: error.reason))
        }
    }

    /// Rows that cannot be used, and leave a hole where they belong.
    private struct LostRows {
        /// A number that cannot be read is not none, and one without a category may be of any: of its period only a part is known.
        var unread: [Period: [RowRefused.Lack: Int]] = [:]
        /// How many counts the provider withheld.
        var withheld = 0
        /// One whose place is not known is somewhere all the same: nothing above places of this kind is whole.
        var unplaced: [Period: [String: Int]] = [:]
        /// One whose time cannot be read is of some period all the same: no number of the file is the whole.
        var undated: [RowRefused.Undated: Int] = [:]

        mutating func take(_ refused: RowRefused) {
            if refused.lacks == .withheld { withheld += 1 }
            if let row = refused.undated { undated[row, default: 0] += 1 }
            guard let period = refused.period else { return }
            if let measure = refused.measureWithoutPlace {
                unplaced[period, default: [:]][measure, default: 0] += refused.count
            } else {
                unread[period, default: [:]][refused.lacks, default: 0] += 1
            }
        }
    }

    /// - Parameters:
    ///   - unread: how many rows of a period lack what, so that only a part of it is known.
    ///   - unplaced: how much of what a period and measure count names no place that is known.
    private static func periods(
        _ order: [MappedRow.Key], _ sums: [MappedRow.Key: Int], _ unread: [Period: [RowRefused.Lack: Int]],
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
                part: unread[period].map { rows in
                    RowRefused.Lack.allCases.compactMap { lack in rows[lack].map(lack.words) }.inWords
                },
                observations: placed + lost)
        }
    }

    private static func undated(_ rows: [RowRefused.Undated: Int], at level: Place.Level) -> [UndatedRows] {
        rows.map { row, number in
            let place = row.place.map { level.isLSOA ? Place(level, code: $0.code, name: $0.name) : $0 }
            return UndatedRows(row.measure, at: place ?? .unknown(at: level), number)
        }.sorted { ($0.measure, $0.place.key) < ($1.measure, $1.place.key) }
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
