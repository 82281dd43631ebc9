import DataFiles
import DataRegister
import Storage

/// Where assessments of districts are made, and kept at hand while no newer data come in. One stands for a whole site, so
/// that the first page, the assessment's own and its paper rest on the same work.
public struct AssessmentDesk: Sendable {
    let districts: DistrictStore
    let releases: ReleaseStore
    private let series: SeriesStore
    private let shelf = AssessmentShelf()
    private let usual = EditionShelf<String, UsualMonths?>(most: 64)

    public init(_ database: Database, identities: Identities) {
        districts = DistrictStore(database, places: PlaceStore(database, identities: identities))
        releases = ReleaseStore(database, identities: identities)
        series = SeriesStore(database, identities: identities)
    }

    /// Which months of a district are looked at where nobody chose any; nil where none is here.
    ///
    /// - Throws: `DatabaseFault`
    func usualMonths(of district: String) async throws -> UsualMonths? {
        try await usual.value(district, edition: try await releases.edition()) { [series] in
            UsualMonths(of: try await series.months(of: district))
        }
    }

    /// - Throws: ``AssessmentRefusal`` where the records have nothing of the district in the period, or the periods
    ///   cannot be compared; `DatabaseFault`.
    func assessed(
        _ district: String, over period: Period, comparedWith comparison: Period?
    ) async throws -> AssessmentShelf.Assessed {
        let key = AssessmentShelf.Key(district: district, period: period, comparison: comparison)
        return try await shelf.assessed(key, edition: try await releases.edition()) { [districts] in
            let periods = [comparison, period].compactMap(\.self)
            let data = try await districts.data(of: district, over: periods, points: true)
            let assessment = try DistrictAssessment(data, period: period, comparedWith: comparison)
            let boundaries = try await districts.places.boundaries(of: data.areas.map(\.code))
            return AssessmentShelf.Assessed(
                assessment: assessment, map: DistrictMap(data, over: period, boundaries: boundaries)?.chart)
        }
    }
}
