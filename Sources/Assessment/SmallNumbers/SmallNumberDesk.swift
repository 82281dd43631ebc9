import DataFiles
import DataRegister
import Statistics
import Storage
import Wording

/// Where it is looked whether numbers that are too small to be told can be worked out from those that are.
///
/// Each figure by itself says "fewer than 5". Together they may say more: a year and eleven of its months tell the twelfth,
/// a ward and its areas but one tell the last, and this year's document and last year's tell what lies between.
public struct SmallNumberDesk: Sendable {
    private let series: SeriesStore
    private let sets: DataSetStore
    private let finder: PlaceAddressStore

    public init(_ database: Database, identities: Identities) {
        series = SeriesStore(database, identities: identities)
        sets = DataSetStore(database)
        finder = PlaceAddressStore(database)
    }

    /// What can be worked out from some figures, and could not from those that were told before alone: a sentence each.
    ///
    /// Everything is counted as the data stand now: of numbers that were revised, the old and the new say nothing together.
    ///
    /// - Parameters:
    ///   - figures: by their addresses; what is no figure's address tells nothing.
    ///   - earlier: those that were told before.
    /// - Throws: `DatabaseFault`
    public func workedOut(from figures: [String], after earlier: [String]) async throws -> [String] {
        func told(_ addresses: [String]) -> [ToldCount] {
            addresses.compactMap { FigureAddress($0) }.flatMap(\.told)
        }
        let before = told(earlier)
        let old = Set(before)
        let all = before + told(figures).filter { !old.contains($0) }
        var found: [String] = []
        for set in try await sets.dataSets() where set.smallCounts.areThere {
            let own = all.filter { $0.measures.first?.dataSet == set.address }
            guard !own.isEmpty else { continue }
            let counts = try await counted(own, in: set)
            found +=
                SmallNumbersFound(counts, before: counts.count { old.contains($0.told) }, set.smallCounts).sentences
        }
        return found
    }

    /// What each adds up. A count of a place or a measure that is not here any more tells nothing.
    private func counted(_ told: [ToldCount], in set: DataSet) async throws -> [CountedNumber] {
        let measures = try await sets.measures(of: set.address)
        var units: [ToldCount.Of: (name: String, units: [CountedUnit])] = [:]
        for (of, told) in Dictionary(grouping: told, by: \.of) {
            let names = of.measures.compactMap { address in measures.first { $0.address == address }?.name }
            guard let place = try await finder.place(of.place), names.count == of.measures.count,
                let span = Period.holding(told.map(\.period))
            else { continue }
            let found = try await series.units(of: of.measures, in: place, over: span)
            units[of] = ("\(names.inWords) in \(place.name)", found)
        }
        var seen: Set<ToldCount> = []
        return told.compactMap { told in
            guard seen.insert(told).inserted, let (name, units) = units[told.of] else { return nil }
            return CountedNumber(told, called: name, among: units)
        }
    }
}

/// A count that is told, with the smallest numbers it adds up.
struct CountedNumber: Sendable {
    let told: ToldCount
    /// "Domestic assault in Thanet 001A, January 2015"
    let name: String
    /// "Domestic assault in Thanet 001A"
    let subject: String
    let units: [CountedUnit]
    /// Those of the same measures and place, whatever the months.
    let family: [CountedUnit]

    init(_ told: ToldCount, called subject: String, among units: [CountedUnit]) {
        (self.told, self.subject, family) = (told, subject, units)
        name = "\(subject), \(told.period)"
        self.units = units.filter { told.period.from <= $0.period.from && $0.period.to <= told.period.to }
    }

    var count: Int { units.reduce(0) { $0 + $1.count } }
}

extension ToldCount {
    /// What is counted and where, whenever.
    struct Of: Hashable {
        let measures: [MeasureAddress]
        let place: PlaceAddress
    }

    var of: Of { Of(measures: measures, place: place) }
}

extension Period {
    /// From the first month of some periods to the last.
    fileprivate static func holding(_ periods: [Period]) -> Period? {
        guard let first = periods.map(\.from).min(), let last = periods.map(\.to).max() else { return nil }
        return try? Period(from: first, to: last)
    }
}
