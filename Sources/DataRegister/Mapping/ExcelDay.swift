import DataFiles
import Storage

/// A day as Excel keeps it, and shows it where its cell is formatted as a number: 42103 is 9 April 2015. A part of a day may
/// follow, which is the time.
enum ExcelDay {
    /// From which day a workbook counts (ECMA-376 part 1, 18.17.4.1).
    enum System {
        case from1900, from1904

        /// The number of 1 January 1970. That of 1900 counts a 29 February 1900 that never was, so it is one more.
        fileprivate var of1970: Int {
            switch self {
            case .from1900: 25_569
            case .from1904: 24_107
            }
        }
    }

    private static let latest = Month(year: 2100, number: 12)

    /// - Returns: nil of what is no such number, or of a month that data cannot be of.
    static func month(_ text: String, _ system: System) -> Month? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            parts[0].count == 5, let number = Int(parts[0])
        else { return nil }
        let found = date(daysAfter1970: number - system.of1970)
        let month = Month(year: found.year, number: found.month)
        return (Month.earliestOfData...latest).contains(month) ? month : nil
    }

    /// The day that a number of whole days is; nil of one that no calendar here has.
    static func day(_ number: Int, _ system: System) -> Day? {
        let found = date(daysAfter1970: number - system.of1970)
        return Day(year: found.year, month: found.month, number: found.day)
    }

    /// The day of the Gregorian calendar, of years that begin in March and eras of 400 of them.
    ///
    /// *Source*: H. Hinnant, chrono-Compatible Low-Level Date Algorithms, `civil_from_days`.
    private static func date(daysAfter1970 days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let day = shifted - era * 146_097
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365
        let ofYear = day - (365 * year + year / 4 - year / 100)
        let fromMarch = (5 * ofYear + 2) / 153
        let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
        return (year + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * fromMarch + 2) / 5 + 1)
    }
}
