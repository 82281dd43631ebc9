import DataFiles
import DataRegister
import Foundation
import Storage

/// Where months out of the ordinary are looked for, and what was found is kept at hand while no newer data come in.
public struct SignalDesk: Sendable {
    let home: String?
    private let series: SeriesStore
    private let sets: DataSetStore
    private let finder: PlaceAddressStore
    private let releases: ReleaseStore
    private let shelf = EditionShelf<Key, SignalsOverview?>(most: 32)

    private struct Key: Hashable {
        let place: Place
        let last: Month?
    }

    /// - Parameter home: the partnership's own district.
    public init(_ database: Database, identities: Identities, home: String?) {
        self.home = home
        series = SeriesStore(database, identities: identities)
        sets = DataSetStore(database)
        finder = PlaceAddressStore(database)
        releases = ReleaseStore(database, identities: identities)
    }

    /// Of small areas nothing is told: with about one crime of a type a month there is nothing to tell.
    static let levels: Set<Place.Level> = [.ward, .district, .partnership, .force, .county]

    /// - Returns: nil where nothing here goes by the address.
    /// - Throws: `DatabaseFault`
    func place(_ address: PlaceAddress) async throws -> Place? {
        Self.levels.contains(address.level) ? try await finder.place(address) : nil
    }

    /// Every type of crime over the twelve months to one.
    ///
    /// - Parameter last: nil is the last that is here of the place.
    /// - Returns: nil where nothing is known of the place.
    /// - Throws: `DatabaseFault`
    func overview(of place: Place, to last: Month? = nil) async throws -> SignalsOverview? {
        try await shelf.value(Key(place: place, last: last), edition: series.edition()) { [self] in
            let measures = try await sets.measures(of: .streetCrime)
            guard let crime = measures.first(where: { $0.address.name == CrimeMeasures.allCrime }),
                let newest = try await Coverage(releases.forceMonths()).last
            else { return nil }
            let there = try await series.signals(of: [crime.address], in: place, over: Self.year(to: last ?? newest))
            guard let month = last ?? there.series.points.last(where: { $0.count != nil })?.period.from else {
                return nil
            }
            let period = Self.year(to: month)
            var found: [SeriesSignals] = []
            for measure in Self.ordered(measures) {
                let signals = try await series.signals(of: [measure.address], in: place, over: period)
                // Nothing is counted under that name in these months, or ever there.
                guard signals.judged.contains(where: { $0.count != nil }), signals.series.total > 0 else { continue }
                found.append(signals)
            }
            return try SignalsOverview(of: place, over: period, found)
        }
    }

    private static func year(to last: Month) -> Period {
        Period.calendarYear(last.year).ending(with: last)
    }

    private static func ordered(_ measures: [Measure]) -> [Measure] {
        func rank(_ measure: Measure) -> Int {
            switch measure.address.name {
            case CrimeMeasures.allCrime: 0
            case CrimeMeasures.antiSocialBehaviour: 2
            default: 1
            }
        }
        return measures.filter(\.isCount).sorted { (rank($0), $0.name) < (rank($1), $1.name) }
    }
}

extension SeriesStore {
    /// One series, and which of the months of a period are out of the ordinary.
    ///
    /// - Throws: `SeriesRefusal`, `DatabaseFault`
    func signals(
        of measures: [MeasureAddress], in place: Place, over period: Period, asAt: Date? = nil
    ) async throws -> SeriesSignals {
        let span = try Period(from: period.from.advanced(by: -SeriesSignals.monthsBefore), to: period.to)
        return try SeriesSignals(
            try await series(SeriesQuestion(measures, in: [place], by: .month, over: span, asAt: asAt)),
            judging: period)
    }
}

extension Period {
    /// As many months, the last of them a given one.
    fileprivate func ending(with last: Month) -> Period {
        (try? Period(from: last.advanced(by: 1 - count), to: last)) ?? self
    }
}
