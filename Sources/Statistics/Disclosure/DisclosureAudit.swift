/// What an attacker can work out about counts that are hidden, from sums that are published.
///
/// The attacker is taken to calculate perfectly, and to know that every part is a whole number and not below 0. Tables with
/// their totals, releases whose months overlap, and areas that overlap are all such sums, so that one audit serves them all.
///
/// The extremes are sought by linear and integer programming (GLPK), which works in floating point; but a count is called
/// possible only where there are whole counts that have it and, added up exactly, agree with everything published. So no
/// rounding, and no fault of the solver, can make a figure look hidden that is not. *Source*: Willenborg & de Waal 2001,
/// section 8.3; Fischetti & Salazar-González 2001, "Solving the cell suppression problem on tabular data with linear
/// constraints".
public struct DisclosureAudit: Sendable {
    private let knowledge: Knowledge

    /// - Parameters:
    ///   - parts: how many there are.
    ///   - known: everything an attacker knows.
    /// - Throws: `StatisticsRefusal` where a sum has a part that there is not, or no counts agree with all sums.
    public init(parts: Int, known: [KnownSum]) throws(StatisticsRefusal) {
        knowledge = try Knowledge(parts: parts, known: known)
    }

    /// The counts that each of some sums of parts could have, in the order given.
    ///
    /// - Throws: `StatisticsRefusal` where no counts agree with all that is published, or the search is too long.
    public func possibleCounts(of sums: [[Int]]) throws(StatisticsRefusal) -> [PossibleCounts] {
        let search = try PossibleCountsSearch(knowledge, for: sums)
        var answers: [PossibleCounts] = []
        for sum in sums { answers.append(try search.possibleCounts(of: sum)) }
        return answers
    }

    /// Whether each of some sums could have counts at least so far apart. Quicker than to ask which.
    ///
    /// - Throws: `StatisticsRefusal` as `possibleCounts` does.
    func span(_ sums: [(parts: [Int], distance: Int)]) throws(StatisticsRefusal) -> [Bool] {
        let search = try PossibleCountsSearch(knowledge, for: sums.map(\.parts))
        var answers: [Bool] = []
        for sum in sums { answers.append(try search.spans(sum.parts, sum.distance)) }
        return answers
    }

    /// Counts of all parts that agree with everything published.
    ///
    /// - Throws: `StatisticsRefusal` where there are none.
    func example() throws(StatisticsRefusal) -> [Int] {
        let all = Array(0..<knowledge.parts)
        let search = try PossibleCountsSearch(knowledge, for: [all])
        return all.map { search.example(of: $0) }
    }
}
