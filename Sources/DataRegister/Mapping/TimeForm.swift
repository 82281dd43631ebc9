import DataFiles
import Storage
import Wording

/// A way in which a column writes when something happened.
public enum TimeForm: String, Codable, Sendable, CaseIterable {
    /// 2015-04-09, and 2015-04-09 14:30.
    case isoDay = "iso-day"
    /// 9/4/2015, 9 April 2015, 9-Apr-15.
    case britishDay = "british-day"
    /// 4/9/2015 for the ninth of April.
    case americanDay = "american-day"
    /// 2015-04, 04/2015, April 2015, Apr-15, 201504.
    case month
    /// Q1 2015 is January to March.
    case quarter
    /// Q1 2015/16, and Q1 2015, are April to June.
    case financialQuarter = "financial-quarter"
    case year
    /// 2015/16 is April 2015 to March 2016.
    case financialYear = "financial-year"
    /// 42103 is 9 April 2015: how Excel keeps a day, and shows one that is formatted as a number.
    case excelDay = "excel-day"
    /// The same, counted from 1904 as by older versions for the Macintosh: 40641.
    case excelDay1904 = "excel-day-1904"

    /// As it is chosen from.
    public var title: String {
        switch self {
        case .isoDay: "A day, like 2015-04-09"
        case .britishDay: "A day, like 9/4/2015 for 9 April"
        case .americanDay: "A day, like 4/9/2015 for 9 April (American)"
        case .month: "A month, like April 2015 or 2015-04"
        case .quarter: "A quarter of the calendar year: Q1 2015 is January to March"
        case .financialQuarter: "A quarter of the financial year: Q1 2015/16 is April to June"
        case .year: "A calendar year, like 2015"
        case .financialYear: "A financial year, like 2015/16"
        case .excelDay: "Excel’s day number, like 42103 for 9 April 2015"
        case .excelDay1904: "Excel’s day number counted from 1904 (older Macs), like 40641 for 9 April 2015"
        }
    }

    /// The months that a cell tells of; nil where it is not written in this way.
    public func period(_ text: String) -> Period? {
        let text = text.trimmingBlanks
        switch self {
        case .isoDay: return Self.monthOfISODay(text).map(Period.init(month:))
        case .britishDay: return Self.monthOfDay(text, dayFirst: true).map(Period.init(month:))
        case .americanDay: return Self.monthOfDay(text, dayFirst: false).map(Period.init(month:))
        case .month: return Self.monthTold(by: text).map(Period.init(month:))
        case .quarter:
            guard let (quarter, year) = Self.quarterTold(by: text), year.second == nil else { return nil }
            return Period(first: Month(year: year.first, number: quarter * 3 - 2), count: 3)
        case .financialQuarter:
            guard let (quarter, year) = Self.quarterTold(by: text) else { return nil }
            return Period(first: Month(year: year.first, number: 4).advanced(by: (quarter - 1) * 3), count: 3)
        case .year:
            return Self.yearsTold(by: text).flatMap { $0.second == nil ? Period.calendarYear($0.first) : nil }
        case .financialYear:
            return Self.yearsTold(by: text).flatMap {
                $0.second == nil ? nil : Period(first: Month(year: $0.first, number: 4), count: 12)
            }
        case .excelDay: return ExcelDay.month(text, .from1900).map(Period.init(month:))
        case .excelDay1904: return ExcelDay.month(text, .from1904).map(Period.init(month:))
        }
    }

    /// The ways in which most of some cells can be read, and none more: where there are several, only a person can say which is meant.
    public static func fitting(_ cells: some Collection<String>) -> [TimeForm] {
        var fitting = Fitting(most: cells.count)
        for cell in cells { fitting.add(cell.trimmingBlanks) }
        return fitting.forms
    }

    /// The same, cell by cell. One day that is none, or a typing error, says nothing of how the others are written.
    struct Fitting {
        /// How many cells can be read in each way.
        private var read = Dictionary(uniqueKeysWithValues: TimeForm.allCases.map { ($0, 0) })
        private var looked = 0
        /// Cells that are written as days and are none: they tell nothing.
        private var noDays = 0
        private var isAlwaysInWords = true
        private let most: Int
        private let countsFrom1904: Bool
        /// A way in which none of so many can be read is none.
        private static let enough = 20

        /// - Parameters:
        ///   - most: how many cells are looked at.
        ///   - countsFrom1904: whether the workbook they are of counts days from 1904.
        init(most: Int, countsFrom1904: Bool = false) {
            (self.most, self.countsFrom1904) = (most, countsFrom1904)
        }

        /// - Parameter cell: without blanks around it.
        mutating func add(_ cell: String) {
            guard !cell.isEmpty, looked + noDays < most, !read.isEmpty else { return }
            var isRead = false
            for (form, number) in read where form.period(cell) != nil {
                isRead = true
                read[form] = number + 1
                if form == .britishDay, isAlwaysInWords { isAlwaysInWords = cell.contains(where: \.isLetter) }
            }
            if !isRead, TimeForm.fault(ofDay: cell) != nil {
                noDays += 1
                return
            }
            looked += 1
            if looked == Self.enough { read = read.filter { $0.value > 0 } }
        }

        /// Whether every cell can be read in the ways that most can.
        var isWhole: Bool { looked > 0 && noDays == 0 && read.values.max() == looked }

        var forms: [TimeForm] {
            guard let best = read.values.max(), best * 2 > looked else { return [] }
            let fit = TimeForm.allCases.filter { read[$0] == best }
            // Days told by the name of their month are read alike whichever number comes first.
            let isSame = fit.contains(.britishDay) && fit.contains(.americanDay) && isAlwaysInWords
            // A number of days is read by the years of its workbook: hardly any counts from 1904.
            let otherDays: TimeForm = countsFrom1904 ? .excelDay : .excelDay1904
            return fit.filter { $0 != otherDays && !(isSame && $0 == .americanDay) }
        }
    }
}

extension TimeForm {
    private static func monthOfISODay(_ text: String) -> Month? {
        let day = text.prefix(10)
        let rest = text.dropFirst(10)
        guard rest.isEmpty || rest.first == "T" || rest.first == " ", let found = Day(String(day)) else { return nil }
        return Month(year: found.year, number: found.month)
    }

    private static func monthOfDay(_ text: String, dayFirst: Bool) -> Month? {
        // A time of day may follow.
        let date = text.contains(":") ? text.split(separator: " ").dropLast().joined(separator: " ") : text
        let parts = date.split { "/-. ".contains($0) }.map(String.init)
        guard parts.count == 3, let year = yearTold(by: parts[2]) else { return nil }
        let (first, second) = dayFirst ? (parts[0], parts[1]) : (parts[1], parts[0])
        let number = first.withoutOrdinal
        guard number.count <= 2, let day = number.wholeNumber, let month = monthNumber(second) ?? second.shortNumber,
            let found = Day(year: year, month: month, number: day)
        else { return nil }
        return Month(year: found.year, number: found.month)
    }

    private static func monthTold(by text: String) -> Month? {
        if text.count == 6, let number = text.wholeNumber { return monthNumbered(year: number / 100, number % 100) }
        let parts = text.split { "/-. ".contains($0) }.map(String.init)
        guard parts.count == 2 else { return nil }
        if parts[0].count == 4, let year = yearTold(by: parts[0]) {
            return monthNumbered(year: year, monthNumber(parts[1]) ?? parts[1].shortNumber)
        }
        guard let year = yearTold(by: parts[1]), parts[1].count == 4 || monthNumber(parts[0]) != nil else { return nil }
        return monthNumbered(year: year, monthNumber(parts[0]) ?? parts[0].shortNumber)
    }

    private static func monthNumbered(year: Int, _ number: Int?) -> Month? {
        guard let number, (1...12).contains(number), (1900...2100).contains(year) else { return nil }
        return Month(year: year, number: number)
    }

    private struct Years {
        let first: Int
        /// The second of a financial year; nil for one of the calendar.
        let second: Int?
    }

    private static func quarterTold(by text: String) -> (Int, Years)? {
        let words = text.uppercased().replacing("QUARTER ", with: "Q").split { " -_".contains($0) }.map(String.init)
        guard let place = words.firstIndex(where: { $0.count == 2 && $0.hasPrefix("Q") }),
            let number = words[place].dropFirst().first?.wholeNumberValue, (1...4).contains(number)
        else { return nil }
        var rest = words
        rest.remove(at: place)
        return yearsTold(by: rest.joined(separator: "-")).map { (number, $0) }
    }

    private static func yearsTold(by text: String) -> Years? {
        let parts = text.split { "/-–".contains($0) }.map(String.init)
        guard let first = parts.first, first.count == 4, let year = yearTold(by: first) else { return nil }
        guard parts.count == 2 else { return parts.count == 1 ? Years(first: year, second: nil) : nil }
        guard let second = parts[1].wholeNumber, parts[1].count == 2 || parts[1].count == 4,
            second % 100 == (year + 1) % 100, parts[1].count == 2 || second == year + 1
        else { return nil }
        return Years(first: year, second: year + 1)
    }

    /// "2015", or "15" for it.
    private static func yearTold(by text: String) -> Int? {
        guard let number = text.wholeNumber else { return nil }
        switch text.count {
        case 4: return (1900...2100).contains(number) ? number : nil
        case 2: return number < 70 ? 2000 + number : 1900 + number
        default: return nil
        }
    }

    static func monthNumber(_ text: String) -> Int? {
        let text = text.lowercased()
        guard text.count >= 3 else { return nil }
        return monthNames.firstIndex {
            $0.lowercased() == text || $0.lowercased().prefix(3) == text || (text == "sept" && $0 == "September")
        }
        .map { $0 + 1 }
    }
}

extension Period {
    init(month: Month) {
        self.init(first: month, count: 1)
    }
}

extension String {
    /// Without blanks before and after it.
    var trimmingBlanks: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    /// Digits alone.
    fileprivate var wholeNumber: Int? { !isEmpty && allSatisfy { $0.isASCII && $0.isNumber } ? Int(self) : nil }

    fileprivate var shortNumber: Int? { count <= 2 ? wholeNumber : nil }

    /// "9" of "9th".
    fileprivate var withoutOrdinal: String {
        ["st", "nd", "rd", "th"].contains { lowercased().hasSuffix($0) } ? String(dropLast(2)) : self
    }
}
