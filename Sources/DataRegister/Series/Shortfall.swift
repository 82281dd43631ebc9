import Wording

/// What lacks in the periods that make up another one, each by its name: what lacks in one of them is not what lacks in all.
enum Shortfall {
    private static let named = 3

    /// "in January 2015 the number in 2 rows of its file was withheld, and so in February 2015"
    ///
    /// - Parameters:
    ///   - parts: why each is a part, in order.
    ///   - whole: the period that is asked of; where it is the one that lacks, it is not named again.
    static func words(_ parts: [(period: Period, reason: String)], of whole: Period) -> String? {
        if parts.count == 1, let only = parts.first, only.period == whole { return only.reason }
        var found: [(periods: [String], reason: String)] = []
        for part in parts {
            let name = "\(part.period)"
            if let same = found.firstIndex(where: { $0.reason == part.reason }) {
                found[same].periods.append(name)
            } else {
                found.append(([name], part.reason))
            }
        }
        guard !found.isEmpty else { return nil }
        let told = found.prefix(named).map { found in
            let others = found.periods.dropFirst()
            let alike = others.isEmpty ? "" : ", and as many in \(Self.list(Array(others)))"
            return "in \(found.periods[0]) \(found.reason)\(alike)"
        }
        let rest = found.dropFirst(named).reduce(0) { $0 + $1.periods.count }
        let more = rest == 0 ? "" : "; and so in \(rest.counted("other period", "other periods")) of it"
        return told.joined(separator: "; ") + more
    }

    private static func list(_ names: [String]) -> String {
        names.count > named ? "\(names.count.grouped) other periods of it" : names.inWords
    }
}
