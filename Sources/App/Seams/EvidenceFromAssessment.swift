import Assessment
import DataRegister
import Statistics
import Storage
import StrategicAssessment

/// What the strategic assessment's themes and texts are told of the figures.
struct EvidenceFromAssessment: EvidenceDesk {
    private let desk: FigureDesk
    private let district: String?

    /// - Parameter district: the one the partnership is for.
    init(_ desk: FigureDesk, district: String?) {
        self.desk = desk
        self.district = district
    }

    func evidence(on measures: [String], over period: Period, against comparison: Period) async throws -> Evidence {
        guard let district else {
            return Evidence(missing: "The partnership’s details name no district, so nothing can be counted in it.")
        }
        let known = measures.compactMap(MeasureAddress.init)
        guard known.count == measures.count, !known.isEmpty else {
            return Evidence(missing: "One of the theme’s measures is not known here.")
        }
        let place = PlaceAddress(.district(district))
        let count = FigureAddress(.count, of: known, in: place, over: period)
        let change = FigureAddress(.change, of: known, in: place, over: period, against: comparison)
        return Evidence(
            volume: try await figure(count).flatMap { figure in
                figure.count.map { .success(($0, Evidence.Figure(figure))) } ?? .failure(.init("It is no count."))
            },
            trend: try await figure(change).flatMap { figure in
                figure.change.map { .success(($0, Evidence.Figure(figure))) } ?? .failure(.init("It is no change."))
            },
            comparison: .failure(.init("No set of districts to compare with has been chosen.")))
    }

    func figure(at address: String) async throws -> Result<Evidence.Figure, Evidence.Missing> {
        guard let address = FigureAddress(address) else {
            return .failure(.init("‘\(address)’ is no figure. Choose one from the page of figures."))
        }
        return try await figure(address).map(Evidence.Figure.init)
    }

    private func figure(_ address: FigureAddress) async throws -> Result<Figure, Evidence.Missing> {
        do {
            return .success(try await desk.figure(address))
        } catch let refusal as FigureRefusal {
            return .failure(.init(refusal.description))
        }
    }
}

extension Evidence {
    fileprivate init(missing reason: String) {
        self.init(
            volume: .failure(.init(reason)), trend: .failure(.init(reason)), comparison: .failure(.init(reason)))
    }
}

extension Evidence.Figure {
    fileprivate init(_ figure: Figure) {
        self.init(
            words: figure.words, sentence: figure.sentence, notes: figure.notes, source: figure.citation.words,
            address: figure.address.description, interval: figure.interval,
            releases: figure.citation.releases.map(Evidence.Release.init))
    }
}

extension Evidence.Release {
    fileprivate init(_ release: Citation.CitedRelease) {
        self.init(
            id: release.id.description, title: release.title, publisher: release.publisher, licence: release.licence,
            receivedAt: release.receivedAt, sha256: release.sha256.description)
    }
}
