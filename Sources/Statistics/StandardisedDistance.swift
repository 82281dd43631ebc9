/// How unlike other places are to one place, in several respects at once.
///
/// Each value is told in standard deviations of all places, so that none weighs more for its unit. A respect that has several
/// values, such as the shares of the types of crime, counts as one: the root of the mean square of their differences. The
/// distance is the root of the mean square over the respects.
/// *Source*: Euclidean distance on standardised values, as families of similar places are formed (ONS, area
/// classifications; the families of Community Safety Partnerships).
public struct StandardisedDistance: Hashable, Sendable {
    /// Of one place.
    public struct Place: Hashable, Sendable {
        public let distance: Double
        /// In each respect, in the order given.
        public let parts: [Double]
    }

    /// By place; `nil` where one of its values is not known, and for the place itself it is 0.
    public let places: [Place?]

    /// - Parameters:
    ///   - own: the place whose like are sought.
    ///   - respects: of each respect its values, of each value a column with a number for every place; `nil` where it is not
    ///     known.
    /// - Throws: `StatisticsRefusal` for columns of different lengths, a number that is infinite or none, fewer than three
    ///   places that are wholly known, or a place that is not among them.
    public init(from own: Int, respects: [[[Double?]]]) throws(StatisticsRefusal) {
        let columns = respects.flatMap(\.self)
        let count = columns.first?.count ?? 0
        for column in columns {
            try column.admitAsMany(as: columns[0])
            for value in column { _ = try value?.admittedValue() }
        }
        let known = (0..<count).filter { place in columns.allSatisfy { $0[place] != nil } }
        guard known.count >= 3 else { throw .tooFewAreas(known.count, needed: 3) }
        guard known.contains(own) else { throw .noSuchArea(own, areas: count) }

        var places = [Place?](repeating: nil, count: count)
        let deviations = respects.map { $0.map { Self.deviation($0, among: known) } }
        for place in known {
            let parts = zip(respects, deviations).map { columns, deviations in
                Self.root(
                    of: zip(columns, deviations).map { column, deviation in
                        // Where all places are alike they differ in nothing.
                        guard deviation > 0, let value = column[place], let mine = column[own] else { return 0 }
                        return (value - mine) / deviation
                    })
            }
            places[place] = Place(distance: try Self.root(of: parts).admittedAnswer(), parts: parts)
        }
        self.places = places
    }

    /// Of those that are known, divided by their number less one.
    private static func deviation(_ column: [Double?], among known: [Int]) -> Double {
        let values = known.compactMap { column[$0] }
        let mean = values.reduce(0, +) / Double(values.count)
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (squares / Double(values.count - 1)).squareRoot()
    }

    /// The root of the mean square.
    private static func root(of values: [Double]) -> Double {
        guard !values.isEmpty else { return 0 }
        return (values.reduce(0) { $0 + $1 * $1 } / Double(values.count)).squareRoot()
    }
}
