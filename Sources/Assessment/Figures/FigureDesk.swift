import DataRegister
import Foundation
import Statistics
import Storage
import Wording

/// Where figures are worked out from their addresses, always from the records and never from memory.
public struct FigureDesk: Sendable {
    private let series: SeriesStore
    private let finder: PlaceAddressStore
    private let places: PlaceStore

    public init(_ database: Database, identities: Identities) {
        series = SeriesStore(database, identities: identities)
        finder = PlaceAddressStore(database)
        places = PlaceStore(database, identities: identities)
    }

    /// - Parameter asAt: as the register stood at that moment; nil is as it stands now.
    /// - Throws: ``FigureRefusal`` where it cannot be told; `DatabaseFault`.
    public func figure(_ address: FigureAddress, asAt: Date? = nil) async throws -> Figure {
        do {
            guard let place = try await finder.place(address.place) else {
                throw FigureRefusal(
                    "No place is known as ‘\(address.place)’. Choose one from the list of those in the data.")
            }
            let now = try await counts(address, in: place, over: address.period, asAt: asAt)
            return switch address.kind {
            case .count: try Figure(countOf: now, at: address)
            case .rate: try Figure(rateOf: now, among: try await people(in: place, during: address.period), at: address)
            case .share: try Figure(shareOf: now, in: try await crime(address, in: place, asAt: asAt), at: address)
            case .change:
                try Figure(
                    changeOf: now,
                    from: try await counts(
                        address, in: place, over: address.earlier ?? address.period.yearBefore, asAt: asAt),
                    at: address)
            }
        } catch {
            if let refusal = FigureRefusal(error) { throw refusal }
            throw error
        }
    }

    private func counts(
        _ address: FigureAddress, in place: Place, over period: Period, asAt: Date?
    ) async throws -> CountSeries {
        try await series.series(SeriesQuestion(address.measures, in: [place], by: .month, over: period, asAt: asAt))
    }

    /// All recorded crime in the same months, of which a share is told.
    private func crime(_ address: FigureAddress, in place: Place, asAt: Date?) async throws -> CountSeries {
        guard let set = address.measures.first?.dataSet, set == .streetCrime || set == .districtYears,
            !address.measures.contains(where: { $0.name == CrimeMeasures.antiSocialBehaviour }),
            let all = MeasureAddress(in: set, called: CrimeMeasures.allCrime)
        else {
            throw FigureRefusal("A share is told of recorded crime alone. Ask for the count or the rate instead.")
        }
        return try await series.series(SeriesQuestion([all], in: [place], by: .month, over: address.period, asAt: asAt))
    }

    private func people(in place: Place, during period: Period) async throws -> PopulationUsed {
        guard let used = try await places.people(in: place, during: period) else {
            throw FigureRefusal(
                "How many people live in \(place.name) is not known for \(period). Import the population of its year first."
            )
        }
        return used
    }
}
