import DataFiles
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
    private let comparisons: ComparisonDesk
    private let othersSteps: OthersSteps

    /// - Parameter comparisons: where ranks are told.
    public init(_ database: Database, identities: Identities, comparisons: ComparisonDesk) {
        self.comparisons = comparisons
        series = SeriesStore(database, identities: identities)
        othersSteps = OthersSteps(series: series)
        finder = PlaceAddressStore(database)
        places = PlaceStore(database, identities: identities)
    }

    /// - Parameter asAt: as the register stood at that moment; nil is as it stands now.
    /// - Throws: ``FigureRefusal`` where it cannot be told; `DatabaseFault`.
    public func figure(_ address: FigureAddress, asAt: Date? = nil) async throws -> Figure {
        var figure = try await workedOut(address, asAt: asAt)
        if let unused = figure.citation.unusedRows { figure.notes.append(unused) }
        return figure
    }

    private func workedOut(_ address: FigureAddress, asAt: Date?) async throws -> Figure {
        do {
            guard let place = try await finder.place(address.place) else {
                throw FigureRefusal(
                    "No place is known as ‘\(address.place)’. Choose one from the list of those in the data.")
            }
            if let set = address.set {
                return try Figure(rankIn: try await comparison(address, of: place, with: set), at: address)
            }
            if address.kind == .signal { return try await signals(at: address, in: place, asAt: asAt) }
            let periods = [address.period] + (address.earlier.map { [$0] } ?? [])
            let told = try await counts(address.measures, in: place, over: periods, asAt: asAt)
            let now = told[0]
            return switch address.kind {
            case .count: try Figure(countOf: now, at: address)
            case .rate: try await rate(now, in: place, at: address)
            case .share: try Figure(shareOf: now, in: try await crime(address, in: place, asAt: asAt), at: address)
            case .change: try await change(of: now, from: told[told.count - 1], in: place, at: address)
            case .rank, .signal: throw ComparisonRefusal.nothingAsked
            }
        } catch {
            if let refusal = FigureRefusal(error) { throw refusal }
            throw error
        }
    }

    private func change(
        of now: CountSeries, from before: CountSeries, in place: Place, at address: FigureAddress
    ) async throws -> Figure {
        let steps =
            now.grain == .year
            ? try await othersSteps.steps(
                of: address.measures, called: now.subject, from: address.earlier ?? address.period.yearBefore,
                to: address.period, besides: place) : []
        return try Figure(
            changeOf: now, from: before, at: address,
            // Five years of months are read for it, and a period of enough months has its own.
            swings: now.points.count < Change.fewestMonths
                ? try await series.swings(of: address.measures, in: place, upTo: address.period.to) : nil,
            steps: steps)
    }

    private func signals(at address: FigureAddress, in place: Place, asAt: Date?) async throws -> Figure {
        do {
            return try Figure(
                signals: try await series.signals(
                    of: address.measures, in: place, over: try address.judgedPeriod, asAt: asAt), at: address)
        } catch SeriesRefusal.coarser(let set, let told) {
            throw FigureRefusal(noMonthsIn: set, telling: told)
        }
    }

    /// The same measures over each of some periods, as finely as what is here tells all of them: by the month, and where
    /// a number covers a quarter or a year, by that.
    private func counts(
        _ measures: [MeasureAddress], in place: Place, over periods: [Period], asAt: Date?
    ) async throws -> [CountSeries] {
        var refusal: SeriesRefusal?
        for grain in SeriesQuestion.Grain.allCases {
            do {
                var told: [CountSeries] = []
                for period in periods {
                    let question = try SeriesQuestion(measures, in: [place], by: grain, over: period, asAt: asAt)
                    told.append(try await series.series(question))
                }
                return told
            } catch let coarser as SeriesRefusal {
                // Of months that make no whole years the first reason is the one to tell.
                switch coarser {
                case .coarser, .spanIsNotWhole: refusal = refusal ?? coarser
                default: throw coarser
                }
            }
        }
        throw refusal ?? .nothingAsked
    }

    /// A district among those of a set. It is told of the data as they stand now.
    private func comparison(
        _ address: FigureAddress, of place: Place, with set: String
    ) async throws -> Comparison {
        guard place.level == .district else {
            throw FigureRefusal("A place among others is told of districts alone. Ask for the rate instead.")
        }
        guard let found = try await comparisons.comparators.set(set) else { throw ComparisonRefusal.noSuchSet(set) }
        let isOwn = comparisons.comparators.home.map(DistrictName.init) == DistrictName(place.name)
        guard isOwn || found.members.contains(where: { DistrictName($0) == DistrictName(place.name) }) else {
            throw ComparisonRefusal.notMember(place.name, of: found.name)
        }
        return try await comparisons.comparison(
            with: found, of: address.measures, over: address.period, for: place.name)
    }

    /// All recorded crime in the same months, of which a share is told.
    private func crime(_ address: FigureAddress, in place: Place, asAt: Date?) async throws -> CountSeries {
        guard let set = address.measures.first?.dataSet, set == .streetCrime || set == .districtYears,
            !address.measures.contains(where: { $0.name == CrimeMeasures.antiSocialBehaviour }),
            let all = MeasureAddress(in: set, called: CrimeMeasures.allCrime)
        else {
            throw FigureRefusal("A share is told of recorded crime alone. Ask for the count or the rate instead.")
        }
        return try await counts([all], in: place, over: [address.period], asAt: asAt)[0]
    }

    private func rate(_ series: CountSeries, in place: Place, at address: FigureAddress) async throws -> Figure {
        let people = try await people(in: place, during: address.period)
        return try Figure(
            rateOf: series, among: people, from: try await places.source(of: people, in: place), at: address)
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
