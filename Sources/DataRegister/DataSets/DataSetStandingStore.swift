import DataFiles
import Foundation
import Storage

/// How the data sets of a partnership stand.
public struct DataSetStandingStore: Sendable {
    let database: Database

    public init(_ database: Database) {
        self.database = database
    }

    /// Every set, those built in first.
    ///
    /// - Throws: `DatabaseFault`
    public func standings(on day: Day) async throws -> [DataSetStanding] {
        let sets = try await DataSetStore(database).dataSets()
        return try await database.read { db in
            let received = try db.received()
            let months = try db.firstReceived()
            return sets.map { set in
                let first = months[set.address] ?? [:]
                return DataSetStanding(
                    set: set, received: received[set.address], months: Set(first.keys),
                    expected: set.expected(by: day, firstReceived: first.mapValues(Day.init)), day: day)
            }
        }
    }
}

extension Reading {
    /// When the last release of each set came.
    fileprivate func received() throws -> [DataSetAddress: Date] {
        var received: [DataSetAddress: Date] = [:]
        for row in try rows(
            """
            SELECT kind, data_set, max(received_at) AS received_at FROM data_release
            WHERE partnership = \(partnership) GROUP BY kind, data_set
            """)
        {
            let (kind, own): (Release.Kind, DataSetAddress?) = (try row("kind"), try row("data_set"))
            if let set = own ?? kind.dataSet { received[set] = try row("received_at") }
        }
        return received
    }

    /// When each month of each set was first covered by what counts now.
    fileprivate func firstReceived() throws -> [DataSetAddress: [Month: Date]] {
        var received: [DataSetAddress: [Month: Date]] = [:]
        for row in try rows(
            """
            SELECT data_set_period.data_set AS data_set, data_set_period.first_month AS first_month,
                data_set_period.last_month AS last_month, min(data_release.received_at) AS received_at
            FROM data_set_period JOIN data_release ON data_release.id = data_set_period.data_release
            WHERE data_set_period.partnership = \(partnership)
            GROUP BY data_set_period.data_set, data_set_period.first_month, data_set_period.last_month
            """)
        {
            let (first, last): (String, String) = (try row("first_month"), try row("last_month"))
            let (set, time): (DataSetAddress, Date) = (try row("data_set"), try row("received_at"))
            guard let from = Month(first), let to = Month(last), from <= to else { continue }
            for month in from...to {
                received[set, default: [:]][month] = min(received[set]?[month] ?? time, time)
            }
        }
        for row in try rows(
            """
            SELECT force_month.month AS month, min(data_release.received_at) AS received_at
            FROM force_month JOIN data_release ON data_release.id = force_month.data_release
            WHERE force_month.partnership = \(partnership) GROUP BY force_month.month
            """)
        {
            let text: String = try row("month")
            if let month = Month(text) { received[.streetCrime, default: [:]][month] = try row("received_at") }
        }
        return received
    }
}

extension Release.Kind {
    /// The built-in set that files of this kind are of.
    var dataSet: DataSetAddress? {
        switch self {
        case .police: .streetCrime
        case .population: .population
        case .boundaries: .boundaries
        case .lookups, .postcodes: .lookups
        case .deprivation: .deprivation
        case .districtYears: .districtYears
        case .outcomes: .policeOutcomes
        case .mapped: nil
        }
    }
}
