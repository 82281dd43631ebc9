import Assessment
import DataRegister
import StrategicAssessment

/// The pictures and tables of the strategic assessment's document.
struct ExhibitsFromAssessment: ExhibitDesk {
    private let desk: DistrictExhibits?
    private let following: FollowedPlacesDesk
    private let series: SeriesStore
    /// A page asks for its pictures one by one.
    private let shelf = EditionShelf<Key, [Exhibit]>(most: 128)

    private struct Key: Hashable {
        let subject: ExhibitSubject
        let period: Period
        let comparison: Period
    }

    /// - Parameter desk: nil where no district is named.
    init(_ desk: DistrictExhibits?, following: FollowedPlacesDesk, series: SeriesStore) {
        (self.desk, self.following, self.series) = (desk, following, series)
    }

    func exhibits(
        of subject: ExhibitSubject, over period: Period, against comparison: Period
    ) async throws -> [Exhibit] {
        guard let desk else { return [] }
        let key = Key(subject: subject, period: period, comparison: comparison)
        return try await shelf.value(key, edition: try await series.edition()) { [following] in
            try await Self.found(subject, over: period, against: comparison, at: desk, following).map(Exhibit.init)
        }
    }

    func untold(over period: Period, against comparison: Period) async throws -> [String] {
        try await desk?.untold(over: period, against: comparison) ?? []
    }

    private static func found(
        _ subject: ExhibitSubject, over period: Period, against comparison: Period, at desk: DistrictExhibits,
        _ following: FollowedPlacesDesk
    ) async throws -> [DistrictExhibit] {
        switch subject {
        case .levels: try await desk.levels(over: period, against: comparison)
        case .changes: try await desk.changes(over: period, against: comparison)
        case .places: try await desk.places(over: period, against: comparison)
        case .focus(let places):
            try await following.exhibits(
                of: places.compactMap(PlaceAddress.init), over: period, against: comparison)
        case .theme(let name, let measures):
            try await desk.measures(
                measures.compactMap(MeasureAddress.init), called: name, over: period, against: comparison)
        }
    }
}

extension Exhibit {
    init(_ found: DistrictExhibit) {
        let size: Size =
            switch found.name {
            case "months", "areas": .half
            case "map", "clusters": .wide
            case _ where found.name.hasPrefix("focus-ward-"): .half
            default: .whole
            }
        self.init(
            name: found.name, title: found.title, finding: found.finding, sentence: found.sentence, notes: found.notes,
            chart: found.chart, size: size,
            table: DocumentTable(title: found.title, columns: found.columns, rows: found.rows), facts: found.facts,
            source: found.citation.words, releases: found.citation.allReleases.map(Evidence.Release.init),
            told: found.told.map(\.description), change: found.change)
    }
}
