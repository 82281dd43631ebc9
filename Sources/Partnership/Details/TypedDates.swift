import Foundation
import Storage

/// The dates of a partnership’s year as somebody types them: one a line, what and, where it is known, when.
///
///     Strategic assessment: December 2015
///     Overview & Scrutiny Panel: Tuesday 9 February 2016
///     Consultation: December 2015 to January 2016
///     Council agrees the plan
struct TypedDates {
    let dates: [Profile.KeyDate]

    static let most = 20
    fileprivate static let longest = 80

    /// - Throws: ``Problems``, with each line that cannot be read.
    init(_ text: String) throws(Problems) {
        var dates: [Profile.KeyDate] = []
        var problems: [Problem] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = line.trimmingCharacters(in: .whitespaces)
            guard !line.isEmpty else { continue }
            do throws(Fault) {
                dates.append(try Self.date(line))
            } catch {
                problems.append(.line(index + 1, error))
            }
        }
        let count = dates.count + problems.count
        if count > Self.most { problems.append(.tooMany(count)) }
        guard problems.isEmpty else { throw Problems(all: problems) }
        self.dates = dates
    }

    private static func date(_ line: String) throws(Fault) -> Profile.KeyDate {
        guard let colon = line.lastIndex(of: ":") else {
            if let when = trailingDate(of: line) { throw .dashForColon(when) }
            return try named(line, nil)
        }
        let what = line[..<colon].trimmingCharacters(in: .whitespaces)
        let when = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        if when.isEmpty { return try named(what, nil) }
        return try named(what, read(when))
    }

    private static func read(_ when: String) throws(Fault) -> TypedWhen {
        do throws(TypedWhen.Problem) {
            return try TypedWhen(when)
        } catch {
            throw .when(error)
        }
    }

    private static func named(_ what: String, _ when: TypedWhen?) throws(Fault) -> Profile.KeyDate {
        guard !what.isEmpty else { throw .noName }
        guard what.count <= longest else { throw .tooLong }
        return Profile.KeyDate(what: what, when: when?.first, until: when?.last)
    }

    /// The date that stands behind a dash instead of a colon: “Council - 25 Feb 2027”.
    private static func trailingDate(of line: String) -> String? {
        let words = line.split(separator: " ")
        guard let dash = words.firstIndex(where: { ["-", "–", "—"].contains($0) }), dash > 0 else { return nil }
        let rest = words[(dash + 1)...].joined(separator: " ")
        return (try? TypedWhen(rest)) == nil ? nil : rest
    }

    /// What is wrong with a line.
    enum Fault: Error, Hashable {
        case when(TypedWhen.Problem)
        case dashForColon(String)
        case noName
        case tooLong
    }

    /// Why a line, or the whole, cannot be read, in the words a person should read.
    enum Problem: Hashable, CustomStringConvertible {
        case line(Int, Fault)
        case tooMany(Int)

        var description: String {
            switch self {
            case .line(let number, let fault): "Line \(number): \(fault.advice)."
            case .tooMany(let count):
                "There are \(count) dates. Keep to \(TypedDates.most), so that the year can be seen at once."
            }
        }
    }

    struct Problems: Error, Hashable {
        let all: [Problem]
    }
}

extension TypedDates.Fault {
    fileprivate var advice: String {
        switch self {
        case .when(.notADate(let text)):
            "‘\(text.prefix(60))’ is not a date. After the colon write a day like 9 February 2016, a month like December "
                + "2015, or from when to when, like 3 to 7 March 2016; or leave the colon and the date away"
        case .when(.endsBeforeItBegins(let text)):
            "‘\(text.prefix(60))’ ends before it begins. Put the earlier date first"
        case .when(.wrongWeekday(let day, let said, let rightly)):
            "\(day.words) is a \(rightly), not a \(said). Put right the one or the other"
        case .dashForColon(let when):
            "put a colon in place of the dash before ‘\(when.prefix(60))’, so that it is read as the date"
        case .noName: "say before the colon what is on that date"
        case .tooLong: "use \(TypedDates.longest) characters at most before the colon"
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
