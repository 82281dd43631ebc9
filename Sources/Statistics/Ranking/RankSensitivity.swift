/// How far each theme's place hangs on the weights: its best and its worst place over all weights that differ from those
/// chosen by up to so many per cent, each by itself.
///
/// All such weights, not a sample of them: for each theme the weights that put the fewest, and the most, themes before it
/// are sought by integer programming. A theme that ties is not before it. A place that stays the same is the evidence's; one
/// that wanders from 2 to 9 is the weights'.
public struct RankSensitivity: Hashable, Sendable {
    /// The best place to the worst, for each theme, in the order given; `nil` for those that can't be ranked.
    public let ranges: [ClosedRange<Int>?]
    /// By how many per cent each weight was varied.
    public let percent: Int

    /// - Parameters:
    ///   - scores: by theme, then criterion; `nil` where there is none.
    ///   - weights: one for each criterion, the chosen ones.
    ///   - percent: from 0 to 99. A weight of 0 stays 0.
    /// - Throws: `StatisticsRefusal` where there are no themes, not as many scores as weights, or the search is too long.
    public init(
        scores: [[Score?]], weights: RankWeights, within percent: Int = 50
    ) throws(StatisticsRefusal) {
        guard (0...99).contains(percent) else { throw .ranking(.weightRange(percent)) }
        let table = try ScoreTable(scores, weights)
        let box = WeightBox(weights, percent: percent)
        var ranges: [ClosedRange<Int>?] = []
        for theme in scores.indices {
            let leads = scores.indices.filter { $0 != theme }.compactMap { table.lead(of: theme, over: $0) }
            guard table.rows[theme] != nil else {
                ranges.append(nil)
                continue
            }
            let best = try 1 + box.fewestAhead(leads, scale: table.scale)
            let worst = try 1 + box.mostAhead(leads, scale: table.scale)
            ranges.append(best...max(best, worst))
        }
        self.ranges = ranges
        self.percent = percent
    }
}

/// All weights within so many per cent of some: each between two ends, whatever the others are.
private struct WeightBox {
    let weights: RankWeights
    let percent: Int

    init(_ weights: RankWeights, percent: Int) {
        self.weights = weights
        self.percent = percent
    }

    /// How few of its rivals can be ahead of a theme, given its leads over them by criterion.
    func fewestAhead(_ leads: [[Int]], scale: Int) throws(StatisticsRefusal) -> Int {
        let always = leads.count { ends(of: $0).most < 0 }
        let sometimes = leads.filter { ends(of: $0).least < 0 && ends(of: $0).most >= 0 }
        // A rival may be ahead at the cost of 1; otherwise the lead over it is at least 0.
        return try always
            + fewest(sometimes, scale) { lead, weights, ends in
                IntegerProgram.Row(
                    terms: weights + [(lead, -ends.least)], bounds: .from(0))
            }
    }

    /// How many of its rivals can be ahead of it at once.
    func mostAhead(_ leads: [[Int]], scale: Int) throws(StatisticsRefusal) -> Int {
        let ever = leads.filter { ends(of: $0).least < 0 }
        let sometimes = ever.filter { ends(of: $0).most >= 0 }
        // A rival may stay behind or level at the cost of 1; otherwise the lead over it is below 0.
        return try ever.count
            - fewest(sometimes, scale) { lead, weights, ends in
                IntegerProgram.Row(
                    terms: weights + [(lead, -(ends.most + Self.margin))], bounds: .from(-.infinity, to: -Self.margin))
            }
    }

    private typealias Terms = [(column: Int, factor: Double)]

    /// Of the lead in composite scores, which are from 1 to 5. Leads that are not 0 are larger: their parts are whole numbers
    /// over products of a few small ones.
    private static let margin = 1e-6

    /// The fewest rivals of which the rule must be let off, over all weights.
    private func fewest(
        _ leads: [[Int]], _ scale: Int, _ rule: (Int, Terms, (least: Double, most: Double)) -> IntegerProgram.Row
    ) throws(StatisticsRefusal) -> Int {
        guard !leads.isEmpty else { return 0 }
        let sum = Double(weights.sum)
        let columns = weights.values.map { weight in
            IntegerProgram.Column(
                bounds: .from(
                    Double(weight * (100 - percent)) / 100 / sum, to: Double(weight * (100 + percent)) / 100 / sum),
                isWhole: false)
        }
        let exceptions = leads.map { _ in IntegerProgram.Column(bounds: .from(0, to: 1), isWhole: true) }
        let unit = 100 * sum * Double(scale)
        let rows = leads.enumerated().map { index, lead in
            let terms = lead.enumerated().map { (column: $0, factor: Double($1) / Double(scale)) }
            let ends = ends(of: lead)
            return rule(columns.count + index, terms, (Double(ends.least) / unit, Double(ends.most) / unit))
        }
        let program = try IntegerProgram(columns: columns + exceptions, rows: rows)
        for index in leads.indices { program.setCost(1, of: columns.count + index) }
        guard let values = try program.cheapest() else { throw .notSolved }
        return values[columns.count...].count { $0 > 0.5 }
    }

    /// The least and the most that a lead can come to, exactly, in hundredths of weight times the scale.
    private func ends(of lead: [Int]) -> (least: Int, most: Int) {
        var (least, most) = (0, 0)
        for (lead, weight) in zip(lead, weights.values) {
            least += lead * weight * (lead > 0 ? 100 - percent : 100 + percent)
            most += lead * weight * (lead > 0 ? 100 + percent : 100 - percent)
        }
        return (least, most)
    }
}
