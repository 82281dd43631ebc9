import DataFiles
import Foundation
import Geography
import Press
import Wording

/// An assessment straight from files, with nothing kept: what `assess` makes.
public struct AssessmentOfFiles: Sendable {
    public let assessment: DistrictAssessment
    private let counts: StreetCrimeCounts
    private let data: DistrictData
    private let boundaries: [Boundary]
    private let madeAt: Date

    /// - Parameters:
    ///   - comparison: nil compares with the year before if the files have any month of it.
    ///   - progress: bytes read, and how many there are.
    /// - Throws: `DataFileError`, ``AssessmentRefusal``
    public init(
        police: [String], district: String, period: Period, comparison: Period?, population: [String],
        boundaries: String?, at time: Date, progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws {
        var estimates: [PopulationEstimate] = []
        for path in population {
            if case .population(let file) = try await Self.reading(.population, path, time).read() {
                estimates += file.estimates
            }
        }
        if let boundaries, case .boundaries(let file) = try await Self.reading(.boundaries, boundaries, time).read() {
            self.boundaries = file.boundaries
        } else {
            self.boundaries = []
        }
        let reader = StreetCrimeReader(.init(latestMonth: .latestPossible(at: time), points: .districts([district])))
        let counts = try await reader.readAway(police.map { DataFile(path: $0) }) {
            progress($0.bytesRead, $0.bytesTotal)
        }
        let provenance = Provenance.of(.police, isGenerated: counts.generatedRows > 0)
        let source = Source(
            title: police.map { URL(filePath: $0).lastPathComponent }.joined(separator: ", "),
            publisher: provenance.publisher, licence: provenance.licence,
            months: counts.months.first.flatMap { first in counts.months.last.map { first...$0 } },
            receivedOn: time, checksums: [])
        data = DistrictData(
            counts, district: district, population: PopulationTable(estimates, districtCodes: [:]), sources: [source])
        let before = period.yearBefore
        let isBeforeHere = before.months.contains(where: data.covered.contains)
        assessment = try DistrictAssessment(
            data, period: period, comparedWith: comparison ?? (isBeforeHere ? before : nil))
        self.counts = counts
        madeAt = time
    }

    private static func reading(_ kind: Release.Kind, _ path: String, _ time: Date) -> DataFileReading {
        DataFileReading(
            kind: kind, path: path, name: URL(filePath: path).lastPathComponent,
            latestMonth: .latestPossible(at: time))
    }

    public var document: AssessmentDocument { AssessmentDocument(assessment, rows: counts.rows) }

    public var csv: [UInt8] { AssessmentTables(assessment: assessment).monthlyCSV }

    /// - Throws: `PressError`
    public func pdf(by press: Press) async throws -> [UInt8] {
        let map = DistrictMap(data, over: assessment.period, boundaries: boundaries)
        return try await AssessmentPaper(
            assessment: assessment, charts: AssessmentCharts(assessment: assessment, map: map?.chart),
            partnership: assessment.district, madeAt: madeAt
        ).pdf(by: press)
    }

    /// The rows that were refused, a line each: file, line, column, reason.
    public var faults: [String] {
        let first = counts.faults.prefix(20).map { fault in
            let column = fault.column.map { ", ‘\($0)’" } ?? ""
            return "Refused: \(fault.file), line \(fault.line)\(column): \(fault.reason)"
        }
        let more = counts.rows.refused - first.count
        return first + (more > 0 ? ["… and \(more.counted("more row", "more rows"))."] : [])
    }

    /// What a clerk reads on the terminal.
    public var summary: String {
        let rows = counts.rows
        var lines = [
            "\(assessment.district), \(assessment.period)", "",
            "Rows: \(rows.read.grouped) read, \(rows.kept.grouped) kept, \(rows.unplaced.grouped) without a place, "
                + "\(rows.refused.grouped) refused.",
            assessment.crime.sentence, assessment.antiSocialBehaviour.sentence,
        ]
        if assessment.isGenerated { lines.append("Every incident is a generated example; none is real.") }
        lines += assessment.gaps.map { $0.sentence(force: assessment.force) }
        lines.append("")
        let width = assessment.types.map(\.subject.count).max() ?? 0
        for finding in assessment.types + [assessment.antiSocialBehaviour] {
            let name = finding.subject.padding(toLength: max(width, 22) + 2, withPad: " ", startingAt: 0)
            let count = finding.count.grouped
            let change = finding.change == nil ? "" : "  \(finding.changeText)  \(finding.verdictText)"
            lines.append(name + String(repeating: " ", count: max(0, 8 - count.count)) + count + change)
        }
        return lines.joined(separator: "\n")
    }
}
