/// Areas beside their average with limits for chance alone, as public health publishes it for rates and percentages.
///
/// The limits are a floor: crime varies more, and by them most districts are outliers. Show `Funnel`, and this one where a
/// published funnel has to be met. *Source*: PHEindicatormethods 2.1.0; OHID, Technical guide: funnel plots.
public struct ChanceFunnel: Hashable, Sendable {
    /// A point of a limit's line.
    public struct Point: Hashable, Sendable {
        /// People in a year, or the total.
        public let population: Double
        /// In the unit of the funnel.
        public let value: Double
    }

    /// The points of the four lines that belong to one size.
    ///
    /// For rates the size is a number of events, and each line has a population of its own: that in which so many events
    /// just lie on the limit. Four limits drawn at one population, as if they were a table's row, are wrong.
    public struct Row: Hashable, Sendable {
        /// Events for rates, the total for percentages.
        public let size: Double
        public let lower95: Point
        public let upper95: Point
        public let lower998: Point
        public let upper998: Point
    }

    /// Of all areas together, in the unit of the funnel.
    public let average: Double
    /// Each area's, in the order given.
    public let positions: [FunnelPosition]
    /// For drawing: a hundred rows, the smallest size first.
    public let rows: [Row]

    /// Rates: an area is outside where its own interval (exact below 10 events, Byar's from 10) does not hold the average.
    ///
    /// - Parameters:
    ///   - counts: events in each area.
    ///   - populations: what they came from, all years together; above 0.
    ///   - years: the number of years counted; lines are drawn over the population of one.
    /// - Throws: `StatisticsRefusal` for columns of different lengths, no areas, a negative count, a population that is
    ///   not positive, or no events.
    public init(
        counts: [Int], populations: [Double], per: Double = 1000, years: Double = 1
    ) throws(StatisticsRefusal) {
        try counts.admitAsMany(as: populations)
        guard !counts.isEmpty else { throw .tooFewAreas(0, needed: 1) }
        let (per, years) = try (per.admittedExposure(), years.admittedExposure())
        let events = try Double(counts.admittedTotal())
        guard events > 0 else { throw .noEvents }
        var people = 0.0
        for population in populations { people += try population.admittedExposure() }
        let rate = try (events / people.admittedAnswer()).admittedAnswer()
        guard rate.isNormal, (rate * per).isNormal, years.isNormal else { throw .outOfRange }

        var positions: [FunnelPosition] = []
        for (count, population) in zip(counts, populations) {
            let inner = try Rate(count: count, population: population, per: 1).interval
            let outer = try Rate(count: count, population: population, per: 1, confidence: 0.998).interval
            positions.append(FunnelPosition(of: rate, seenFrom: inner, and: outer))
        }
        self.positions = positions
        average = rate * per
        let yearly = populations.map { $0 / years }
        let grid = FunnelGrid(
            from: (FunnelGrid.start(yearly) * years * rate).rounded(.down),
            through: (FunnelGrid.end(yearly) * years * rate).rounded(.up))
        let lines = try ChanceLines()
        rows = grid.sizes.map { lines.row(events: $0, rate: rate, per: per, years: years) }
    }

    /// Percentages: an area is outside where its own Wilson interval does not hold the average.
    ///
    /// The lines are p ± z √(p(1 − p)/n), which is Wilson's interval turned round, between 0 and the whole. (The peer cuts
    /// them at 100 whatever the unit is.)
    /// - Parameters:
    ///   - parts: in each area, none larger than its total.
    ///   - totals: above 0.
    ///   - per: 100 for percentages.
    /// - Throws: `StatisticsRefusal` for columns of different lengths, no areas, a negative count, a total of 0, or a part
    ///   larger than its total.
    public init(parts: [Int], of totals: [Int], per: Double = 100) throws(StatisticsRefusal) {
        try parts.admitAsMany(as: totals)
        guard !parts.isEmpty else { throw .tooFewAreas(0, needed: 1) }
        let per = try per.admittedExposure()
        for (part, total) in zip(parts, totals) {
            guard total > 0 else { throw .nothingToShare }
            guard part <= total else { throw .partExceedsTotal(part: part, total: total) }
        }
        let share = try Double(parts.admittedTotal()) / Double(totals.admittedTotal())
        let lines = try ChanceLines()
        positions = zip(parts, totals).map { part, total in
            let row = lines.row(total: Double(total), share: share, per: 1)
            return FunnelPosition(
                Double(part) / Double(total), within: lines.inner(row), and: lines.outer(row))
        }
        average = share * per
        let sizes = totals.map(Double.init)
        let grid = FunnelGrid(from: FunnelGrid.start(sizes), through: FunnelGrid.end(sizes))
        rows = grid.sizes.map { lines.row(total: $0, share: share, per: per) }
    }
}

extension FunnelPosition {
    /// Of an area whose own intervals are known, beside an average.
    fileprivate init(of average: Double, seenFrom inner: Interval, and outer: Interval) {
        if average < outer.lower {
            self = .farAbove
        } else if average < inner.lower {
            self = .above
        } else if average > outer.upper {
            self = .farBelow
        } else {
            self = average > inner.upper ? .below : .within
        }
    }
}

/// The lines of a funnel for chance alone.
private struct ChanceLines {
    let confidence95: Confidence
    let confidence998: Confidence

    init() throws(StatisticsRefusal) {
        (confidence95, confidence998) = try (Confidence(0.95), Confidence(0.998))
    }

    func row(events: Double, rate: Double, per: Double, years: Double) -> ChanceFunnel.Row {
        let point = { (side: Side, confidence: Confidence) in
            // The mean from which so many events, or more extreme ones, have the probability of the tail.
            let mean = IncompleteGamma.quantile(
                side, shape: side == .lower ? events : events + 1, probability: confidence.tail)
            return ChanceFunnel.Point(population: mean / rate / years, value: events / mean * rate * per)
        }
        return ChanceFunnel.Row(
            size: events, lower95: point(.upper, confidence95), upper95: point(.lower, confidence95),
            lower998: point(.upper, confidence998), upper998: point(.lower, confidence998))
    }

    func row(total: Double, share: Double, per: Double) -> ChanceFunnel.Row {
        let error = (share * (1 - share) / total).squareRoot()
        let point = { (reach: Double) in
            ChanceFunnel.Point(population: total, value: min(max(0, share + reach * error), 1) * per)
        }
        let (inner, outer) = (confidence95.z, confidence998.z)
        return ChanceFunnel.Row(
            size: total, lower95: point(-inner), upper95: point(inner), lower998: point(-outer), upper998: point(outer))
    }

    func inner(_ row: ChanceFunnel.Row) -> Interval { confidence95.interval(row.lower95.value, row.upper95.value) }
    func outer(_ row: ChanceFunnel.Row) -> Interval { confidence998.interval(row.lower998.value, row.upper998.value) }
}
