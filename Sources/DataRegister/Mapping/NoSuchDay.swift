import DataFiles
import Storage

extension TimeForm {
    /// Why a cell that is written as a day is none: 31/02/2015, or one of the year 1066. Nil of what is written otherwise.
    static func fault(ofDay text: String) -> String? {
        let days: [TimeForm] = [.isoDay, .britishDay, .americanDay]
        let text = text.trimmingBlanks
        guard !days.contains(where: { $0.period(text) != nil }), let parts = dayParts(text) else { return nil }
        let isYearTold = parts.year < 100 || (1900...2100).contains(parts.year)
        let year = isYearTold ? parts.year % 100 + (parts.year < 100 ? 2000 : parts.year / 100 * 100) : 2000
        let isDay = parts.daysAndMonths.contains { Day(year: year, month: $0.month, number: $0.day) != nil }
        guard isDay else { return "‘\(text.prefix(40))’ is no day of the calendar" }
        return isYearTold ? nil : "‘\(text.prefix(40))’ is of a year that data are not of: check it"
    }

    private struct DayParts {
        let year: Int
        /// As it may be meant.
        let daysAndMonths: [(day: Int, month: Int)]
    }

    private static func dayParts(_ text: String) -> DayParts? {
        let date = text.contains(":") ? text.split { " T".contains($0) }.first.map(String.init) ?? text : text
        let parts = date.split { "/-. ".contains($0) }.map(String.init)
        guard parts.count == 3 else { return nil }
        func number(_ text: String) -> Int? {
            text.count <= 4 && text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil
        }
        if parts[0].count == 4, let year = number(parts[0]), let month = number(parts[1]), let day = number(parts[2]) {
            return DayParts(year: year, daysAndMonths: [(day, month)])
        }
        guard let year = number(parts[2]), [2, 4].contains(parts[2].count), parts[0].count <= 2,
            let first = number(parts[0])
        else { return nil }
        if let month = monthNumber(parts[1]) { return DayParts(year: year, daysAndMonths: [(first, month)]) }
        guard parts[1].count <= 2, let second = number(parts[1]) else { return nil }
        return DayParts(year: year, daysAndMonths: [(first, second), (second, first)])
    }
}
