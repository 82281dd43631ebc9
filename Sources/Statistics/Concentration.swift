/// How unevenly events fall on areas: the Gini index, and how few areas hold a quarter, a half or four fifths of them.
///
/// Areas are never equal even by chance: 10 events can't fall on more than 10 of 100 areas. Where events are fewer than
/// areas the generalised index is the one to show. Shares known from streets ("half the crime in 5 % of them") are not to
/// be expected of larger areas.
/// *Source*: Gini 1912; Weisburd 2015; Bernasco & Steenbeek 2017.
public struct Concentration: Hashable, Sendable {
    /// The fewest areas that hold a percentage of the events.
    public struct Holding: Hashable, Sendable {
        public let percent: Int
        /// How many areas it takes.
        public let fewest: Int
        /// Which areas are among them whatever the order, by their place in the counts, most events first.
        public let certain: [Int]
        /// Which areas have equal counts of which only some are needed to make up `fewest`: choose none, name all.
        public let tied: [Int]
    }

    /// Areas whose count is known.
    public let areas: Int
    public let events: Int
    public let areasWithNone: Int
    /// 0 if all areas have as many events, near 1 if one area has all; `nil` without events.
    public let gini: Double?
    /// The Gini index against an even spread over as many areas as there are events, where these are fewer than areas.
    /// It is `gini` where they are not.
    public let generalisedGini: Double?
    /// Indices so many times larger that one area with everything has 1; `nil` where only one area could have any.
    public let unbiasedGini: Double?
    public let unbiasedGeneralisedGini: Double?

    /// Areas by their counts, most first, those of equal counts in the order given.
    private let ranked: [Int]
    /// How many events the first, the first two, the first three … of them hold.
    private let running: [Int]

    /// - Parameter counts: events in each area; `nil` where that isn't known, and the area is then left out.
    /// - Throws: `StatisticsRefusal` for a negative count, or more events than can be counted.
    public init(_ counts: [Int?]) throws(StatisticsRefusal) {
        let known = counts.compactMap(\.self)
        events = try known.admittedTotal()
        areas = known.count
        areasWithNone = known.count { $0 == 0 }
        let places = counts.indices.filter { counts[$0] != nil }
        ranked = places.sorted { (counts[$1] ?? 0, $0) < (counts[$0] ?? 0, $1) }
        var sum = 0
        running = ranked.map { place in
            sum += counts[place] ?? 0
            return sum
        }

        let (spread, most) = (Double(known.count), Double(min(known.count, events)))
        guard let index = Self.index(ranked.map { Double(counts[$0] ?? 0) }, events: Double(events)) else {
            (gini, generalisedGini, unbiasedGini, unbiasedGeneralisedGini) = (nil, nil, nil, nil)
            return
        }
        let generalised = max(0, max(1, spread / Double(events)) * (index - 1) + 1)
        (gini, generalisedGini) = (index, generalised)
        unbiasedGini = Self.unbiased(index, areas: spread)
        unbiasedGeneralisedGini = Self.unbiased(generalised, areas: most)
    }

    /// - Parameter percent: between 1 and 100; 25, 50 and 80 are usual.
    /// - Returns: `nil` where there are no events.
    /// - Throws: `StatisticsRefusal` for another percentage.
    public func areas(holding percent: Int) throws(StatisticsRefusal) -> Holding? {
        guard (1...100).contains(percent) else { throw .percentage(percent) }
        // Neither product can overflow: there are at most 2⁵³ events.
        guard events > 0, let last = running.firstIndex(where: { $0 * 100 >= events * percent }) else { return nil }
        let equal = count(last)
        let first = ranked.indices.first { count($0) == equal } ?? last
        let end = ranked.indices.last { count($0) == equal } ?? last
        let isWhole = end == last
        return Holding(
            percent: percent, fewest: last + 1, certain: Array(ranked[..<(isWhole ? last + 1 : first)]),
            tied: isWhole ? [] : Array(ranked[first...end]))
    }

    /// The share of the events in so many of the areas, those with most: a point of the Lorenz curve, read from the top.
    /// - Returns: between 0 and 1; `nil` without events.
    public func share(ofTop areas: Int) -> Double? {
        guard events > 0 else { return nil }
        guard areas > 0 else { return 0 }
        return Double(running[min(areas, running.count) - 1]) / Double(events)
    }

    private func count(_ rank: Int) -> Int { running[rank] - (rank > 0 ? running[rank - 1] : 0) }

    /// Σ (n + 1 − 2i) xᵢ / (n Σ x), over counts from the most to the least.
    private static func index(_ counts: [Double], events: Double) -> Double? {
        guard events > 0 else { return nil }
        let areas = Double(counts.count)
        var sum = 0.0
        for (rank, count) in counts.enumerated() { sum += (areas - 1 - 2 * Double(rank)) * count }
        return max(0, sum / areas / events)
    }

    private static func unbiased(_ index: Double, areas: Double) -> Double? {
        areas > 1 ? index * areas / (areas - 1) : nil
    }
}
