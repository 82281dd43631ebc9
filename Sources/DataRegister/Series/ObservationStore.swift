import DataFiles
import Foundation
import Storage

/// What one file says of one period of a data set.
public struct ObservedPeriod: Sendable {
    /// One number of one place.
    public struct Observation: Sendable {
        /// The measure's own name in the set: `burglary`.
        public let measure: String
        public let place: Place
        public let number: Double

        public init(_ measure: String, at place: Place, _ number: Double) {
            self.measure = measure
            self.place = place
            self.number = number
        }
    }

    public let period: Period
    public let level: Place.Level
    /// Why it tells only a part of the period; nil where it tells all of it.
    public let part: String?
    public var observations: [Observation]

    public init(_ period: Period, at level: Place.Level, part: String? = nil, observations: [Observation]) {
        self.period = period
        self.level = level
        self.part = part
        self.observations = observations
    }
}

/// One period of a data set, as one release tells it. A later release supersedes it, whole.
public struct DataSetPeriod: Sendable, Hashable {
    public let id: ID<DataSetPeriod>
    public let dataSet: DataSetAddress
    public let release: ID<Release>
    public let period: Period
    public let level: Place.Level
    /// Why it tells only a part of the period; nil where it tells all of it.
    public let part: String?
    public let supersededBy: ID<Release>?
}

/// The figures of data sets that have no table of their own.
struct ObservationStore: Sendable {
    let database: Database
    let identities: Identities

    /// Takes in what a file says, whole or not at all.
    ///
    /// - Throws: ``DataSetRefusal/tellsPart(_:of:)``, `DatabaseFault`
    func accept(
        _ periods: [ObservedPeriod], undated: [UndatedRows] = [], of set: DataSetAddress, as release: Release,
        by actor: Entry.Actor
    ) async throws {
        let identities = identities
        try await database.write(release.entry(by: actor)) { db in
            try release.insert(into: db)
            try db.take(periods, of: set, from: release, identities: identities)
            try db.take(undated, from: release.id)
        }
    }

    /// The periods of a set: those that count, or those of one release. One whose months are none that are read is left
    /// out: it was let in once, and tells nothing.
    ///
    /// - Throws: `DatabaseFault`
    func periods(of set: DataSetAddress, release: ID<Release>? = nil) async throws -> [DataSetPeriod] {
        try await database.read { db in
            let which: SQL = release.map { "data_release = \($0)" } ?? "superseded_by IS NULL"
            return try db.rows(
                """
                SELECT * FROM data_set_period
                WHERE partnership = \(db.partnership) AND data_set = \(set) AND \(which)
                ORDER BY first_month, last_month, id
                """
            ).compactMap(DataSetPeriod.init)
        }
    }
}

extension Writing {
    func take(
        _ periods: [ObservedPeriod], of set: DataSetAddress, from release: Release, identities: Identities
    ) throws {
        for told in periods {
            try supersede(told.period, of: set, by: release.id)
            let id: ID<DataSetPeriod> = identities.new(at: release.receivedAt)
            try run(
                """
                INSERT INTO data_set_period (
                    id, partnership, data_set, data_release, first_month, last_month, level, part)
                VALUES (
                    \(id), \(partnership), \(set), \(release.id), \(told.period.from.description),
                    \(told.period.to.description), \(told.level), \(told.part))
                """)
            for place in Set(told.observations.map(\.place)) {
                try run(
                    """
                    INSERT INTO observed_place (partnership, level, place, name)
                    VALUES (\(partnership), \(told.level), \(place.key), \(place.name))
                    ON CONFLICT (partnership, level, place) DO UPDATE SET name = excluded.name
                    WHERE excluded.name <> observed_place.name
                    """)
            }
            try insert(
                told.observations, into: "observation",
                columns: ["partnership", "data_set_period", "measure", "place", "number"]
            ) { [partnership, id, $0.measure, $0.place.key, $0.number] }
        }
    }

    /// What lies within a period is superseded by it; a number that covers more is not to be lost for a part of it.
    private func supersede(_ period: Period, of set: DataSetAddress, by release: ID<Release>) throws {
        for before in try periods(of: set, touching: period, asAt: nil) {
            guard period.from <= before.period.from, before.period.to <= period.to else {
                throw DataSetRefusal.tellsPart(period, of: before.period)
            }
            try run(
                """
                UPDATE data_set_period SET superseded_by = \(release)
                WHERE id = \(before.id) AND partnership = \(partnership)
                """)
        }
    }
}

extension Reading {
    /// The periods of a set that share a month with a span, in order.
    func periods(of set: DataSetAddress, touching span: Period, asAt time: Date?) throws -> [DataSetPeriod] {
        try rows(
            """
            SELECT * FROM data_set_period
            WHERE partnership = \(partnership) AND data_set = \(set) AND \(standing("data_set_period", asAt: time))
                AND first_month <= \(span.to.description) AND last_month >= \(span.from.description)
            ORDER BY first_month
            """
        ).compactMap(DataSetPeriod.init)
    }
}

extension DataSetPeriod {
    init?(row: Row) throws {
        let (first, last): (String, String) = (try row("first_month"), try row("last_month"))
        guard let from = Month(first), let to = Month(last), let period = try? Period(from: from, to: to) else {
            return nil
        }
        try self.init(
            id: row("id"), dataSet: row("data_set"), release: row("data_release"), period: period, level: row("level"),
            part: row("part"), supersededBy: row("superseded_by"))
    }
}
