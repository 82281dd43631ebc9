import DataFiles
import DataRegister
import Storage
import Web

/// What a figure can be chosen from: everything that is counted, and everywhere.
public struct FigureChoices: Sendable {
    private let sets: DataSetStore
    private let finder: PlaceAddressStore
    private let comparators: ComparatorDesk
    private let series: SeriesStore

    public init(_ database: Database, comparators comparisons: ComparisonDesk) {
        comparators = comparisons.comparators
        series = comparisons.comparators.series
        sets = DataSetStore(database)
        finder = PlaceAddressStore(database)
    }

    /// The lists of one page.
    struct Lists: Sendable {
        let measures: [Field.Choice]
        let places: [Field.Choice]
        /// Those a rank can be told among.
        let sets: [Field.Choice]
        /// The address of the partnership's own district, where it is among the places.
        let own: String?
        /// The last twelve months that are here of it.
        let lastTwelve: Period?
    }

    /// - Throws: `DatabaseFault`
    func lists() async throws -> Lists {
        var measures: [Field.Choice] = []
        for set in try await sets.dataSets() {
            measures += try await sets.measures(of: set.address).filter(\.isCount).map { measure in
                Field.Choice("\(measure.address)", "\(measure.name) – \(set.name)")
            }
        }
        let home = comparators.home.map { PlaceAddress(.district($0)) }
        let all = try await finder.answerable(own: comparators.home)
        let places = all.map { place in
            Field.Choice("\(PlaceAddress(place))", "\(place.name) – \(place.level.name)")
        }
        var months: Set<Month> = []
        if let home = comparators.home { months = try await series.months(of: home) }
        let sets = try await comparators.sets().filter { $0.retirement == nil }.map {
            Field.Choice($0.address, $0.name)
        }
        return Lists(
            measures: measures, places: places, sets: sets,
            own: home.flatMap { home in all.contains { PlaceAddress($0) == home } ? "\(home)" : nil },
            lastTwelve: Period.lastTwelve(of: months))
    }
}
