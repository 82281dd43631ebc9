import DataRegister
import Storage
import Web

/// What a figure can be chosen from: everything that is counted, and everywhere.
public struct FigureChoices: Sendable {
    private let sets: DataSetStore
    private let finder: PlaceAddressStore
    private let comparators: ComparatorDesk

    public init(_ database: Database, comparators comparisons: ComparisonDesk) {
        comparators = comparisons.comparators
        sets = DataSetStore(database)
        finder = PlaceAddressStore(database)
    }

    /// The lists of one page.
    struct Lists: Sendable {
        let measures: [Field.Choice]
        let places: [Field.Choice]
        /// Those a rank can be told among.
        let sets: [Field.Choice]
    }

    /// - Throws: `DatabaseFault`
    func lists() async throws -> Lists {
        var measures: [Field.Choice] = []
        for set in try await sets.dataSets() {
            measures += try await sets.measures(of: set.address).filter(\.isCount).map { measure in
                Field.Choice("\(measure.address)", "\(measure.name) – \(set.name)")
            }
        }
        let places = try await finder.places().map { place in
            Field.Choice("\(PlaceAddress(place))", "\(place.name) – \(place.level.name)")
        }
        let sets = try await comparators.sets().map { Field.Choice($0.address, $0.name) }
        return Lists(measures: measures, places: places, sets: sets)
    }
}
