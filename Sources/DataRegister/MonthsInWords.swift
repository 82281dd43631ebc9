import DataFiles
import Wording

extension [Month] {
    /// Months in order, those on end told together: "March and April 2014", "January to May 2014 and August 2014".
    public var inWords: String {
        let runs = runs
        guard runs.count > 1 else { return runs.first?.inWords ?? "" }
        return runs.flatMap { $0.count == 2 ? [$0.first, $0.last].compactMap { $0?.inWords } : [$0.inWords] }.inWords
    }

    private var runs: [ClosedRange<Month>] {
        var runs: [ClosedRange<Month>] = []
        for month in self {
            if let last = runs.last, last.upperBound.advanced(by: 1) == month {
                runs[runs.count - 1] = last.lowerBound...month
            } else {
                runs.append(month...month)
            }
        }
        return runs
    }
}

extension Month {
    /// "March 2014".
    public var inWords: String { "\(name) \(year)" }
}

extension ClosedRange<Month> {
    fileprivate var inWords: String {
        guard lowerBound < upperBound else { return lowerBound.inWords }
        let isOneYear = lowerBound.year == upperBound.year
        let first = isOneYear ? lowerBound.name : lowerBound.inWords
        return first + (count == 2 ? " and " : " to ") + upperBound.inWords
    }
}
