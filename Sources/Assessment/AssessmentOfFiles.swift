import Charts
import DataFiles
import DataRegister
import Foundation
import Geography
import Press
import Storage
import Wording

/// An assessment straight from files, with nothing kept: what `assess` makes.
public struct AssessmentOfFiles: Sendable {
    public let assessment: DistrictAssessment
    private let counts: StreetCrimeCounts
    private let data: DistrictData
    private let boundaries: [Boundary]
    private let madeAt: Date

    /// - Parameter comparison: nil compares with the year before if the files have any month of it.
    /// - Throws: ``AssessmentRefusal``
    init(
        _ files: FilesToAssess, district: String, period: Period, comparison: Period?
    ) throws(AssessmentRefusal) {
        counts = files.counts
        data = files.data(of: district)
        boundaries = files.boundaries(of: data.areas)
        let before = period.yearBefore
        let isBeforeHere = before.months.contains(where: data.covered.contains)
        assessment = try DistrictAssessment(
            data, period: period, comparedWith: comparison ?? (isBeforeHere ? before : nil))
        madeAt = files.readAt
    }

    /// - Parameters:
    ///   - comparison: nil compares with the year before if the files have any month of it.
    ///   - progress: bytes read, and how many there are.
    /// - Throws: `DataFileError`, ``AssessmentRefusal``
    public init(
        police: [String], district: String, period: Period, comparison: Period?, population: [String],
        boundaries: String?, at time: Date, progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws {
        let files = try await FilesToAssess(
            police: police, points: .of(district), population: population, boundaries: boundaries, at: time,
            progress: progress)
        try self.init(files, district: district, period: period, comparison: comparison)
    }

    public var document: AssessmentDocument {
        do {
            let clusters = try AreaClusters(assessment.places, boundaries: boundaries)
            return AssessmentDocument(assessment, rows: rows, clusters: clusters)
        } catch {
            return AssessmentDocument(
                assessment, rows: rows, clusters: nil, more: ["Where crimes lie together was not looked for. \(error)"])
        }
    }

    /// What became of every row of the files.
    var rows: RowTally { counts.rows }

    public var csv: [UInt8] { AssessmentTables(assessment: assessment).monthlyCSV }

    /// - Parameter accent: the colour of its rules and lines.
    /// - Throws: `PressError`
    public func pdf(by press: Press, accent: Colour = .house) async throws -> [UInt8] {
        let map = DistrictMap(data, over: assessment.period, boundaries: boundaries)
        return try await AssessmentPaper(
            assessment: assessment, charts: AssessmentCharts(assessment: assessment, map: map?.chart),
            partnership: assessment.district, accent: accent, madeAt: madeAt
        ).pdf(by: press)
    }

    /// The rows that were refused, a line each: file, line, column, reason.
    public var faults: [String] { counts.faultsInWords }
}
