import DataFiles
import DataRegister
import Wording

/// Which months are looked at where nobody chose any: the latest twelve of a district that are all here, so that no figure on
/// a first page passes for that of a whole year while a part of it is missing.
struct UsualMonths: Sendable, Hashable {
    let period: Period
    /// All that are here.
    private let here: Set<Month>

    /// - Parameter here: the months that the district's own force has delivered.
    /// - Returns: nil where there is none.
    init?(of here: Set<Month>) {
        guard let period = Period.lastTwelve(of: here) ?? Self.longest(of: here) else { return nil }
        (self.period, self.here) = (period, here)
    }

    /// Where there are no twelve on end: as many on end as there are, the latest where two are as long.
    private static func longest(of here: Set<Month>) -> Period? {
        var runs: [ClosedRange<Month>] = []
        for month in here.sorted() {
            if let last = runs.last, last.upperBound.advanced(by: 1) == month {
                runs[runs.count - 1] = last.lowerBound...month
            } else {
                runs.append(month...month)
            }
        }
        let longest = runs.max { ($0.count, $0.upperBound) < ($1.count, $1.upperBound) }
        return longest.flatMap { try? Period(from: $0.lowerBound, to: $0.upperBound) }
    }

    /// The months it is set against where nobody chose others: as many, a year before.
    var earlier: Period { period.yearBefore }

    /// "2015, against 2014, of which 11 of 12 months are here".
    var words: String {
        let known = earlier.months.count(where: here.contains)
        let against =
            switch known {
            case earlier.count: ""
            case 0: ", of which nothing is here"
            default: ", of which \(known) of \(earlier.count) months are here"
            }
        return "\(period), against \(earlier)\(against)"
    }

    /// Why they are not the last twelve; nil where they are, and nothing is missing.
    var note: String? {
        let later = here.filter { period.to < $0 }.sorted()
        let gap = later.last.map { last in (period.to.advanced(by: 1)...last).filter { !here.contains($0) } } ?? []
        func verb(_ months: [Month]) -> String { months.count == 1 ? "is" : "are" }
        let besides =
            later.isEmpty
            ? "" : " \(later.inWords) \(verb(later)) here too, but \(gap.inWords) \(verb(gap)) missing."
        guard period.count == 12 else {
            let shown = period.count == 1 ? "this one is" : "these \(period.count) are"
            return "No twelve months on end are here yet, so \(shown) looked at.\(besides)"
        }
        return besides.isEmpty ? nil : "These are the latest twelve months that are all here.\(besides)"
    }
}
