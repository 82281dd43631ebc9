import Foundation
import Storage
import Wording

/// When a step of the year is, as somebody types it: a day, a month, or from one to another.
///
///     Tuesday 9 February 2027 · 1st June 2027 · 9/2/2027 · June 2027 · 12/2026
///     3 to 7 March 2027 · 28 February to 3 March 2027 · December 2026 to January 2027
struct TypedWhen: Hashable {
    /// A day, `2027-02-09`, or a month, `2027-02`.
    let first: String
    /// Nil for what does not last.
    let last: String?

    init(_ text: String) throws(Problem) {
        if let one = TypedMoment(text), let moment = one.written {
            (first, last) = (moment, nil)
            try one.checkWeekday()
            return
        }
        guard let (from, to) = Self.span(text), let first = from.written, let last = to.written else {
            throw .notADate(text)
        }
        try from.checkWeekday()
        try to.checkWeekday()
        let places = min(first.count, last.count)
        guard first.prefix(places) <= last.prefix(places) else { throw .endsBeforeItBegins(text) }
        (self.first, self.last) = (first, first == last ? nil : last)
    }

    /// What stands on either side of a “to” or a dash, each with what the other says for both: “3 to 7 March 2027”.
    private static func span(_ text: String) -> (TypedMoment, TypedMoment)? {
        var text = text
        if text.lowercased().hasPrefix("from ") { text = String(text.dropFirst("from ".count)) }
        for between in [" to ", " until ", " till ", "–", "—", " - ", "-"] {
            guard let range = text.range(of: between, options: .caseInsensitive) else { continue }
            if let from = TypedMoment(String(text[..<range.lowerBound])),
                let to = TypedMoment(String(text[range.upperBound...]))
            {
                let end = to.completed(by: from)
                return (from.completed(before: end), end)
            }
        }
        return nil
    }

    enum Problem: Error, Hashable {
        case notADate(String)
        case endsBeforeItBegins(String)
        case wrongWeekday(day: Day, said: String, rightly: String)
    }
}

/// A day or a month as it is typed, with or without what goes without saying beside another: its month, its year.
private struct TypedMoment {
    private var weekday: Int?
    private var day: Int?
    private var month: Int?
    private var year: Int?

    init?(_ text: String) {
        var words = text.lowercased().split(whereSeparator: { " ,/.-\t".contains($0) }).map(String.init)
        words.removeAll { $0 == "the" || $0 == "of" }
        if let first = words.first, let weekday = Self.place(of: first, among: Self.weekdays) {
            self.weekday = weekday
            words.removeFirst()
        }
        guard (1...3).contains(words.count), take(words) else { return nil }
    }

    private mutating func take(_ words: [String]) -> Bool {
        var words = words
        if let year = words.last.flatMap(Self.year) {
            self.year = year
            words.removeLast()
        } else if let year = words.first.flatMap(Self.year) {
            // 2027-02-09 and 2027-02.
            self.year = year
            words = words.dropFirst().reversed()
        }
        switch words.count {
        case 1:
            guard let month = Self.named(words[0]) ?? (year == nil ? nil : Self.number(words[0])) else {
                day = Self.number(words[0])
                return day != nil && year == nil
            }
            self.month = month
        case 2:
            let isNameFirst = Self.named(words[0]) != nil
            day = Self.number(words[isNameFirst ? 1 : 0])
            month = Self.named(words[isNameFirst ? 0 : 1]) ?? Self.number(words[1])
            return day != nil && month != nil
        default: return false
        }
        return true
    }

    /// As it is kept, `2027-02-09` or `2027-02`; nil where something is missing, or the calendar has no such day.
    var written: String? {
        guard let year, let month, let first = Day(year: year, month: month, number: day ?? 1) else { return nil }
        if day != nil { return first.description }
        return weekday == nil ? String(first.description.prefix(7)) : nil
    }

    /// With the year of what it ends, where it has none of its own.
    func completed(by first: TypedMoment) -> TypedMoment {
        var whole = self
        whole.year = year ?? first.year
        return whole
    }

    /// With the month and year of its end, where it has none: the year before where its month comes later in the year.
    func completed(before end: TypedMoment) -> TypedMoment {
        var whole = self
        if month == nil, end.day != nil { whole.month = end.month }
        if year == nil, let last = end.year, let from = whole.month, let to = end.month {
            whole.year = from > to ? last - 1 : last
        }
        return whole
    }

    /// - Throws: where it is said to be a Wednesday, and is not.
    func checkWeekday() throws(TypedWhen.Problem) {
        guard let weekday, let year, let month, let number = day,
            let day = Day(year: year, month: month, number: number)
        else { return }
        let rightly = Self.weekday(of: day)
        guard rightly != weekday else { return }
        throw .wrongWeekday(day: day, said: Self.weekdays[weekday], rightly: Self.weekdays[rightly])
    }

    private static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

    /// Sakamoto’s method; 0 is a Sunday.
    private static func weekday(of day: Day) -> Int {
        let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
        let year = day.month < 3 ? day.year - 1 : day.year
        return (year + year / 4 - year / 100 + year / 400 + shifts[day.month - 1] + day.number) % 7
    }

    private static func named(_ word: String) -> Int? {
        place(of: word, among: monthNames).map { $0 + 1 }
    }

    private static func place(of word: String, among names: [String]) -> Int? {
        guard word.count >= 3 else { return nil }
        return names.firstIndex { $0.lowercased().hasPrefix(word) }
    }

    /// “9”, “09”, “1st”.
    private static func number(_ word: String) -> Int? {
        let digits = ["st", "nd", "rd", "th"].first { word.hasSuffix($0) }.map { word.dropLast($0.count) } ?? word[...]
        return digits.count <= 2 && digits.allSatisfy({ $0.isASCII && $0.isNumber }) ? Int(digits) : nil
    }

    private static func year(_ word: String) -> Int? {
        guard word.count == 4, word.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        return Int(word)
    }
}
