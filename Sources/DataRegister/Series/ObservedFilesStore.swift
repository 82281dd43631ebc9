import DataFiles
import Storage

/// The built-in tables that become observations.
extension ObservationStore {
    /// Takes in recorded crime by district and year, a year at a time.
    ///
    /// - Throws: `DatabaseFault`
    func accept(_ file: DistrictYearsFile, from delivery: Delivery) async throws -> ID<Release> {
        let periods = Dictionary(grouping: file.counts, by: \.year).sorted { $0.key < $1.key }.map { year, counts in
            ObservedPeriod(
                .calendarYear(year), at: .district, part: file.partYears[year],
                observations: counts.map { .init(slugged($0.type), at: .district($0.district), Double($0.count)) })
        }
        let years = file.counts.map(\.year)
        let months = years.min().flatMap { first in
            years.max().map { Month(year: first, number: 1)...Month(year: $0, number: 12) }
        }
        let release = Release(
            .districtYears, rows: file.rows, id: identities.new(at: delivery.at), delivery: delivery,
            remarks: file.remarks, months: months, faults: file.faults)
        try await accept(periods, of: .districtYears, as: release, by: delivery.by.actor)
        return release.id
    }

    /// Takes in what became of the crimes of a force.
    ///
    /// - Throws: ``DataSetRefusal/otherForce(_:here:)``, `DatabaseFault`
    func accept(_ file: OutcomesFile, from delivery: Delivery) async throws -> ID<Release> {
        let level = LSOAVintage.level(of: file.areas.keys)
        let counts = Dictionary(grouping: file.counts, by: \.month)
        let periods = file.months.map { month in
            ObservedPeriod(
                Period(first: month, count: 1), at: level,
                observations: (counts[month] ?? []).map { count in
                    let place = Place(level, code: count.area, name: file.areas[count.area] ?? count.area)
                    return .init(slugged(count.outcome), at: place, Double(count.count))
                })
        }
        let months = file.months.first.flatMap { first in file.months.last.map { first...$0 } }
        let release = Release(
            .outcomes, rows: file.rows, id: identities.new(at: delivery.at), delivery: delivery, months: months,
            faults: file.faults, publisher: Self.publisher(file.force))
        let identities = identities
        try await database.write(release.entry(by: delivery.by.actor)) { db in
            let before: String? = try db.value(
                """
                SELECT publisher FROM data_release
                WHERE partnership = \(db.partnership) AND kind = \(Release.Kind.outcomes)
                ORDER BY received_at DESC, id DESC LIMIT 1
                """)
            if let before, before != release.publisher {
                let here = String(before.dropFirst(Self.publisher("").count))
                throw DataSetRefusal.otherForce(file.force, here: here)
            }
            try release.insert(into: db)
            try db.take(periods, of: .policeOutcomes, from: release, identities: identities)
        }
        return release.id
    }

    /// "data.police.uk, Kent Police".
    private static func publisher(_ force: String) -> String { "data.police.uk, \(force)" }

    /// Takes in an index of deprivation.
    ///
    /// - Throws: `DatabaseFault`
    func accept(_ file: DeprivationFile, from delivery: Delivery) async throws -> ID<Release> {
        let level: Place.Level = file.vintage == 2021 ? .lsoa2021 : LSOAVintage.level(of: file.areas.map(\.code))
        let period = ObservedPeriod(
            .calendarYear(file.year), at: level,
            observations: file.areas.flatMap { area -> [ObservedPeriod.Observation] in
                let place = Place(level, code: area.code, name: area.name)
                return [
                    .init("score", at: place, area.score), .init("rank", at: place, Double(area.rank)),
                    .init("decile", at: place, Double(area.decile)),
                ]
            })
        let release = Release(
            .deprivation, rows: RowTally(kept: file.areas.count), id: identities.new(at: delivery.at),
            delivery: delivery)
        try await accept([period], of: .deprivation, as: release, by: delivery.by.actor)
        return release.id
    }
}
