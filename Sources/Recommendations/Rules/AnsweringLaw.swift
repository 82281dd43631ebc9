import Storage
import WorkingDays

/// The law under which a recommendation is answered, as somebody named it. Nothing else tells it: the same committee may review
/// how crime and disorder are dealt with, and what its own council’s executive does. (England. What is recommended under section 19
/// of the Police and Justice Act 2006 is left out of section 9FE of the Local Government Act 2000.)
public enum AnsweringLaw: String, Codable, Sendable, CaseIterable {
    /// Of a crime and disorder committee, to a responsible authority or a co-operating person or body.
    case crimeAndDisorder = "crime and disorder"
    /// Of an overview and scrutiny committee, to its council or the council’s executive.
    case executive

    public var title: String {
        switch self {
        case .crimeAndDisorder: "A crime and disorder committee’s, to a responsible authority: 28 days"
        case .executive: "An overview and scrutiny committee’s, to its council or executive: two months"
        }
    }

    /// "SI 2009/942, regulation 7"
    public var provision: String {
        switch self {
        case .crimeAndDisorder: "SI 2009/942, regulation 7"
        case .executive: "Local Government Act 2000, section 9FE"
        }
    }

    /// The last of two months that begin with a day, in which there may be no such day.
    static func lastOfTwoMonths(from day: Day) -> Day {
        let year = day.month > 10 ? day.year + 1 : day.year
        let month = (day.month + 1) % 12 + 1
        let next = Day(year: year, month: month, number: day.number) ?? Day(year: year, month: month + 1, number: 1)
        return (next ?? day).adding(days: -1)
    }
}
