/// Areas put into so many groups of about equal size by their values: fifths for a map, tenths for a table.
///
/// *Source*: OHID, Technical guide: assigning deprivation categories (`phe_quantile`), with whole-number arithmetic.
public struct QuantileGroups: Hashable, Sendable {
    /// Each area's group from 1, in the order given; `nil` where its value is missing, and everywhere if fewer areas
    /// have values than there are groups.
    public let groups: [Int?]
    public let number: Int

    /// Equal values always fall into the same group, that of the first of them; so groups may be of unequal size, and
    /// many ties can leave one empty.
    ///
    /// - Parameters:
    ///   - values: one for each area, `nil` where it isn't known.
    ///   - number: of groups; at least 2.
    ///   - highestFirst: whether group 1 holds the highest values.
    /// - Throws: `StatisticsRefusal` for fewer than 2 groups, or a value that is not a finite number.
    public init(_ values: [Double?], number: Int, highestFirst: Bool) throws(StatisticsRefusal) {
        guard number >= 2 else { throw .groups(number) }
        self.number = number
        var known: [(value: Double, area: Int)] = []
        for (area, value) in values.enumerated() {
            guard let value = try value?.admittedValue() else { continue }
            known.append((highestFirst ? -value : value, area))
        }
        var groups = [Int?](repeating: nil, count: values.count)
        if known.count >= number {
            known.sort { ($0.value, $0.area) < ($1.value, $1.area) }
            var first = 0
            for (index, area) in known.enumerated() {
                if area.value != known[first].value { first = index }
                groups[area.area] = Self.group(rank: first + 1, of: known.count, number: number)
            }
        }
        self.groups = groups
    }

    /// (q + 1) − ⌈(N + 1 − rank) q / N⌉.
    private static func group(rank: Int, of areas: Int, number: Int) -> Int {
        // Neither factor is above the number of areas, so that their product fits.
        let above = (areas + 1 - rank) * number
        return number + 1 - above / areas - (above % areas > 0 ? 1 : 0)
    }
}
