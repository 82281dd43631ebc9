import DataFiles
import Wording

/// Understands rows one by one.
struct MappedRowReader {
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
    /// The measure of each category, however it is written.
    private let measures: [CategoryName: String]

    /// Whether a row tells a count, and is not one incident.
    var tellsCounts: Bool { count != nil }

    /// What a row has in the columns that are read, in their order.
    func cells(_ row: DelimitedText.Row) -> [String] { inOrder.map { row[$0].trimmingBlanks } }

    /// The category that a row has, as it is written; nil where every row is of one thing.
    func category(_ row: DelimitedText.Row) -> String? { category.map { row[$0].trimmingBlanks } }

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
        if case .column(let name, let values) = mapping.category {
            category = try column(name)
            measures = Dictionary(
                values.sorted { $0.key < $1.key }.map { (CategoryName($0.key), $0.value) },
                uniquingKeysWith: { first, _ in first })
        } else {
            (category, measures) = (nil, [:])
        }
        count = if case .column(let name) = mapping.count { try column(name) } else { nil }
        columns = Set([place, longitude, time, category, count].compactMap(\.self))
        inOrder = columns.sorted()
    }

    func row(_ row: DelimitedText.Row) throws(RowRefused) -> MappedRow {
        let found: Place
        do {
            found = try places.place(row[place], longitude: longitude.map { row[$0] }, as: mapping.placeForm)
        } catch {
            throw refused(row, for: error)
        }
        let key: MappedRow.Key
        do throws(RowRefused) {
            key = MappedRow.Key(place: found, period: try period(row[time]), measure: try measure(row))
        } catch {
            var refused = error
            if error.column == mapping.timeColumn { refused.undated = undated(row, at: found) }
            // It may be of any of them: none is known whole.
            if lacksCategory(row) { (refused.period, refused.lacks) = (try? period(row[time]), .category) }
            throw refused
        }
        do throws(RowRefused) {
            return MappedRow(key: key, count: try number(row))
        } catch {
            throw RowRefused(
                column: error.column, reason: error.reason, period: key.period, lacks: error.lacks)
        }
    }

    /// What is known of a row that names no place.
    private func refused(_ row: DelimitedText.Row, for error: PlaceBook.NoPlace) -> RowRefused {
        // Of a category that was not chosen no place is wanted.
        let measure = try? measure(row)
        let isOfAny = measure == nil && lacksCategory(row)
        let period = measure == nil && !isOfAny ? nil : try? self.period(row[time])
        var refused = RowRefused(
            column: mapping.placeColumn, reason: error.reason, period: period, lacks: isOfAny ? .category : .number,
            measureWithoutPlace: measure, elsewhere: error.elsewhere,
            undated: period == nil && error.elsewhere == nil ? undated(row, at: nil) : nil)
        do throws(RowRefused) {
            refused.count = try number(row)
        } catch {
            // How many it is not told either: that they are few nobody can say.
            (refused.measureWithoutPlace, refused.lacks) = (nil, isOfAny ? .category : error.lacks)
        }
        return refused
    }

    /// Whether a row that counts something does not say of what.
    private func lacksCategory(_ row: DelimitedText.Row) -> Bool {
        category.map { row[$0].trimmingBlanks.isEmpty } ?? false && (try? number(row)) != 0
    }

    /// Of a row whose time cannot be read; nil where it counts nothing, or what was not chosen.
    private func undated(_ row: DelimitedText.Row, at place: Place?) -> RowRefused.Undated? {
        guard let measure = try? measure(row), (try? number(row)) != 0 else { return nil }
        return RowRefused.Undated(measure: measure, place: place)
    }

    private func period(_ text: String) throws(RowRefused) -> Period {
        guard let period = mapping.timeForm.period(text) else {
            if let fault = TimeForm.fault(ofDay: text) { throw RowRefused(column: mapping.timeColumn, reason: fault) }
            let what =
                text.singleBlanks.isEmpty
                ? "the time is blank" : "‘\(text.singleBlanks.prefix(40))’ is not written in the way that was chosen"
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
        case .column(let column, let values):
            let value = row[category ?? 0].trimmingBlanks
            guard let measure = values[value] ?? measures[CategoryName(value)] else {
                guard !value.singleBlanks.isEmpty else {
                    throw RowRefused(column: column, reason: "the category is blank")
                }
                throw RowRefused(
                    column: column,
                    reason:
                        "the category ‘\(value.singleBlanks.prefix(60))’ is new since the last file, and not taken in",
                    newCategory: value.singleBlanks)
            }
            return measure
        }
    }

    private func number(_ row: DelimitedText.Row) throws(RowRefused) -> Int {
        guard case .column(let column) = mapping.count, let count else { return 1 }
        let text = row[count].trimmingBlanks
        guard let number = Self.wholeNumber(text) else {
            if text.isWithoutValue {
                throw RowRefused(
                    column: column,
                    reason: "the cell has no value but ‘\(text)’; save the workbook in Excel, or paste values")
            }
            if let reason = WithheldNumber.reason(text) {
                throw RowRefused(column: column, reason: reason, lacks: .withheld)
            }
            let what =
                text.isEmpty
                ? "the count is blank; where there was none, it must say 0"
                : text.allSatisfy { $0.isASCII && $0.isNumber }
                    ? "‘\(text.prefix(40))’ is more than any count"
                    : "‘\(text.prefix(40))’ is not a whole number from 0 on"
            throw RowRefused(column: column, reason: what)
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

extension String {
    /// What stands in a cell of a workbook that has an error, or a formula nobody worked out.
    var isWithoutValue: Bool {
        self == "(a formula without a saved value)"
            || ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"].contains(self)
    }
}
