import DataFiles
import Storage
import Web
import Wording

/// What waits to be done about data and assessment, and the latest figures, for a first page elsewhere.
public struct AssessmentSummary: Sendable {
    /// Something that waits, or is in order.
    public struct Due: Sendable {
        public let title: String
        public let detail: String
        public let state: Tag
        public let address: Address
    }

    private let districts: DistrictStore
    private let releases: ReleaseStore
    private let district: String?

    /// - Parameter district: the one the partnership is for.
    public init(_ database: Database, identities: Identities, district: String?) {
        districts = DistrictStore(database, places: PlaceStore(database, identities: identities))
        releases = ReleaseStore(database, identities: identities)
        self.district = district
    }

    /// - Throws: `DatabaseFault`
    public func due() async throws -> [Due] {
        let coverage = Coverage(try await releases.forceMonths())
        guard let last = coverage.last else {
            return [
                Due(
                    title: "Import street-level crime",
                    detail: "Nothing can be assessed until a month or more is here.",
                    state: Tag("To do", .waiting), address: "/data/import")
            ]
        }
        return [data(coverage, last), try await assessment(last)].compactMap(\.self)
    }

    private func data(_ coverage: Coverage, _ last: Month) -> Due {
        let missing = coverage.holes.reduce(0) { $0 + $1.months.count }
        let newest = "The latest month is \(last.name) \(last.year)."
        guard missing == 0 else {
            return Due(
                title: "Fill the gaps in the data",
                detail: "\(missing.counted("month is", "months are")) missing. \(newest)",
                state: Tag("Gaps", .bad), address: "/data")
        }
        return Due(title: "Data", detail: newest, state: Tag("No gaps", .good), address: "/data")
    }

    private func assessment(_ last: Month) async throws -> Due? {
        guard let district, try await districts.districts().contains(where: { $0.name == district }) else {
            return Due(
                title: "Assess a district", detail: "Choose one, and the months.", state: Tag("Ready", .good),
                address: "/assessment")
        }
        return Due(
            title: "Read the first assessment of \(district)",
            detail: "The year to \(last.name) \(last.year), against the year before.", state: Tag("Ready", .good),
            address: "/assessment/\(slugged(district))")
    }

    /// The figures of the partnership's own district for the last year that is here.
    ///
    /// - Throws: `DatabaseFault`
    public func figures() async throws -> [FigureCard] {
        guard let district, let last = Coverage(try await releases.forceMonths()).last,
            let year = try? Period(from: last.advanced(by: -11), to: last)
        else { return [] }
        let data = try await districts.data(of: district, over: [year.yearBefore, year], points: false)
        guard let assessment = try? DistrictAssessment(data, period: year, comparedWith: year.yearBefore) else {
            return []
        }
        return AssessmentFigures(
            assessment: assessment, citation: HTML(text: AssessmentSources(assessment: assessment).citationText)
        ).cards
    }
}
