import DataFiles
import Storage

/// Figures of data sets that have no table of their own, place by place.
struct ObservedFiguresStore: Sendable {
    let database: Database

    struct Figures: Sendable {
        let rows: [PlaceFigures.Row]
        let part: String?
        let releases: [Release]
        /// What must be said beside them.
        var cautions: [String] = []
    }

    /// The places of a level that one period of a set tells of.
    ///
    /// - Parameter place: where they lie; nil is anywhere.
    /// - Throws: ``SeriesRefusal``, `DatabaseFault`
    func figures(
        _ measure: Measure, at level: Place.Level, in place: Place?, over period: Period, of set: DataSet
    ) async throws -> Figures {
        try await database.read { db in
            let touching = try db.periods(of: set.address, touching: period, asAt: nil)
            if let wide = touching.first(where: { $0.period.from < period.from || period.to < $0.period.to }) {
                throw SeriesRefusal.coarser(set.name, told: wide.period)
            }
            let told = touching.filter { $0.level == level }
            guard !told.isEmpty else { return Figures(rows: [], part: nil, releases: []) }
            let months = told.reduce(0) { $0 + $1.period.count }
            let short = months < period.count ? CountSeries.Part(count: 0, months: months, of: period).reason : nil
            let condition = try place.map { try db.observed(at: level, in: $0) ?? "FALSE" } ?? "TRUE"
            let unplaced = try db.unplaced([measure.address.name], of: [measure], in: told, over: period)
            return Figures(
                rows: try Self.numbers(measure.address, of: set, in: told, at: level, condition, unplaced, db),
                part: told.compactMap(\.part).first ?? short, releases: try db.releases(Set(told.map(\.release))),
                cautions: [unplaced.caution(told, at: level)].compactMap(\.self))
        }
    }

    /// Every place that the periods tell of, with its number: one statement over one stretch of the index for each.
    private static func numbers(
        _ measure: MeasureAddress, of set: DataSet, in told: [DataSetPeriod], at level: Place.Level, _ condition: SQL,
        _ unplaced: UnplacedRows, _ db: Reading
    ) throws -> [PlaceFigures.Row] {
        let isAll = set.kind == .districtYears && measure.name == CrimeMeasures.allCrime
        let which: SQL = isAll ? "TRUE" : "observation.measure = \(measure.name)"
        let undated = try db.placesUndated(measure.name, in: Set(told.map(\.release)))
        // Of a period that is told in part, what it lacks may be of any of them.
        let hasLost =
            told.contains { $0.part != nil || unplaced.mayHide(measure.name, in: $0.id) }
            || undated.contains(Place.unknownKey)
        let isTold = try isAll || db.tells(measure.name, in: told.map(\.id), of: set)
        return try db.rows(
            """
            SELECT observed.place AS place, observed_place.name AS name, observed.number AS number,
                observed.times AS times
            FROM (
                SELECT observation.place AS place, sum(CASE WHEN \(which) THEN observation.number END) AS number,
                    count(CASE WHEN \(which) THEN 1 END) AS times
                FROM observation
                WHERE observation.partnership = \(db.partnership) AND observation.data_set_period IN \(told.map(\.id))
                    AND observation.place <> \(Place.unknownKey) AND \(condition)
                GROUP BY observation.place) AS observed
            JOIN observed_place ON observed_place.partnership = \(db.partnership)
                AND observed_place.level = \(level) AND observed_place.place = observed.place
            ORDER BY observed_place.name, observed.place
            """
        ).map { row in
            let (key, name): (String, String) = (try row("place"), try row("name"))
            let (number, times): (Double?, Int) = (try row("number"), try row("times"))
            let code = key == Place.key(named: name) ? nil : key
            // Where a row names no known place, a place without a row may be the one it is of.
            let isKnown =
                isTold && !undated.contains(key)
                && (set.absentRows != .missing && !hasLost || times >= told.count)
            return PlaceFigures.Row(Place(level, code: code, name: name), isKnown ? number ?? 0 : nil)
        }
    }
}

extension Reading {
    /// Whether a table of types tells of one in each of some periods. One that it has nowhere was not counted in it: then no place
    /// had none.
    func tells(_ measure: String, in periods: [ID<DataSetPeriod>], of set: DataSet) throws -> Bool {
        guard set.kind == .districtYears else { return true }
        let told: Int? = try value(
            """
            SELECT count(DISTINCT data_set_period) FROM observation
            WHERE partnership = \(partnership) AND data_set_period IN \(periods) AND measure = \(measure)
            """)
        return told == Set(periods).count
    }
}
