import Foundation
import Storage

/// The dates of a partnership’s year as somebody types them: one a line, what and, where it is known, when.
///
///     Strategic assessment: December 2015
///     Overview & Scrutiny Panel: 9 February 2016
///     Council agrees the plan
struct TypedDates {
    let dates: [Profile.KeyDate]

    static let most = 20
    private static let longest = 80

    /// - Throws: a `Problem` for the first line that cannot be read.
    init(_ text: String) throws(Problem) {
        var dates: [Profile.KeyDate] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = line.trimmingCharacters(in: .whitespaces)
            guard !line.isEmpty else { continue }
            dates.append(try Self.date(line, number: index + 1))
        }
        guard dates.count <= Self.most else { throw Problem.tooMany(dates.count) }
        self.dates = dates
    }

    private static func date(_ line: String, number: Int) throws(Problem) -> Profile.KeyDate {
        guard let colon = line.lastIndex(of: ":") else { return try named(line, when: nil, number) }
        let what = line[..<colon].trimmingCharacters(in: .whitespaces)
        let when = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        if when.isEmpty { return try named(what, when: nil, number) }
        guard let when = Day(typed: when)?.description ?? month(typed: when) else {
            throw .notADate(when, line: number)
        }
        return try named(what, when: when, number)
    }

    private static func named(_ what: String, when: String?, _ number: Int) throws(Problem) -> Profile.KeyDate {
        guard !what.isEmpty else { throw .noName(line: number) }
        guard what.count <= longest else { throw .tooLong(line: number) }
        return Profile.KeyDate(what: what, when: when)
    }

    /// "December 2015", "Dec 2015", "12/2015", "2015-12".
    private static func month(typed text: String) -> String? {
        let parts = text.split(whereSeparator: { " /.-".contains($0) }).map(String.init)
        guard parts.count == 2 else { return nil }
        let (first, second) = parts[0].count == 4 ? (parts[1], parts[0]) : (parts[0], parts[1])
        guard let day = Day(typed: "1 \(first) \(second)") else { return nil }
        return String(day.description.prefix(7))
    }

    /// Why a line cannot be read, in the words a person should read.
    enum Problem: Error, Hashable, CustomStringConvertible {
        case notADate(String, line: Int)
        case noName(line: Int)
        case tooLong(line: Int)
        case tooMany(Int)

        var description: String {
            switch self {
            case .notADate(let text, let line):
                "Line \(line): ‘\(text)’ is not a date. After the colon write a day like 9 February 2016, or a month like "
                    + "December 2015, or leave both away"
            case .noName(let line): "Line \(line): say before the colon what is on that date"
            case .tooLong(let line): "Line \(line): use \(TypedDates.longest) characters at most"
            case .tooMany(let count):
                "There are \(count) dates. Keep to \(TypedDates.most), so that the year can be seen at once"
            }
        }
    }
}

extension Profile {
    /// As the form shows them.
    var datesAsTyped: String {
        keyDates.map { $0.when == nil ? $0.what : "\($0.what): \($0.wording)" }.joined(separator: "\n")
    }

    /// What most partnerships do in a year, before their dates are known.
    static let usualDates = """
        Strategic assessment
        Conference with practitioners
        Consultation of residents
        Plan drafted
        Scrutiny
        Cabinet
        Council agrees the plan
        Delivery begins
        """
}
