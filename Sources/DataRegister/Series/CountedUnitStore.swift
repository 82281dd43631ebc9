import DataFiles
import Storage

/// One of the smallest numbers that a count adds up: of one measure, in one place, over one period, as a file told it.
public struct CountedUnit: Hashable, Sendable {
    /// The same for one number, whatever it was asked as a part of.
    public let key: String
    public let period: Period
    public let count: Int
}

extension SeriesStore {
    /// What a count of some measures in a place adds up, in every period that lies in a span.
    ///
    /// - Returns: nothing of a built-in set's crimes, which are published as they are.
    /// - Throws: `DatabaseFault`
    public func units(
        of measures: [MeasureAddress], in place: Place, over span: Period
    ) async throws -> [CountedUnit] {
        guard let set = measures.first?.dataSet else { return [] }
        return try await database.read { db in
            let periods = try db.periods(of: set, touching: span, asAt: nil).filter {
                span.from <= $0.period.from && $0.period.to <= span.to
            }
            var units: [CountedUnit] = []
            for (level, periods) in Dictionary(grouping: periods, by: \.level) {
                guard let condition = try db.observed(at: level, in: place) else { continue }
                let named = Dictionary(uniqueKeysWithValues: periods.map { ($0.id, $0.period) })
                for row in try db.rows(
                    """
                    SELECT data_set_period, measure, place, number FROM observation
                    WHERE partnership = \(db.partnership) AND data_set_period IN \(periods.map(\.id))
                        AND measure IN \(measures.map(\.name)) AND \(condition)
                    ORDER BY data_set_period, measure, place
                    """)
                {
                    let id: ID<DataSetPeriod> = try row("data_set_period")
                    let (measure, area, number): (String, String, Double) = (
                        try row("measure"), try row("place"), try row("number")
                    )
                    guard let period = named[id] else { continue }
                    units.append(
                        CountedUnit(key: "\(id) \(measure) \(area)", period: period, count: Int(number.rounded())))
                }
            }
            return units
        }
    }
}
