import DataRegister
import Storage
import Web

/// What a figure can be chosen from: everything that is counted, and everywhere.
public struct FigureChoices: Sendable {
    private let sets: DataSetStore
    private let finder: PlaceAddressStore

    public init(_ database: Database) {
        sets = DataSetStore(database)
        finder = PlaceAddressStore(database)
    }

    /// The lists of one page.
    struct Lists: Sendable {
        let measures: [Field.Choice]
        let places: [Field.Choice]
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
        return Lists(measures: measures, places: places)
    }
}
