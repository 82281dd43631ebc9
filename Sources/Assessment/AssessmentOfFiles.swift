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
        var drawn: [Boundary] = []
        if let boundaries, case .boundaries(let file) = try await Self.reading(.boundaries, boundaries, time).read() {
            drawn = file.boundaries
        }
        let counts = try await Self.counts(police.map { DataFile(path: $0) }, district: district, time, progress)
        data = DistrictData(
            counts, district: district, population: PopulationTable(estimates),
            sources: police.indices.map { Self.source(police[$0], given: $0, of: counts, at: time) })
        let areas = Set(data.areas.map(\.code))
        self.boundaries = drawn.filter { areas.contains($0.code) }
        let before = period.yearBefore
        let isBeforeHere = before.months.contains(where: data.covered.contains)
        assessment = try DistrictAssessment(
            data, period: period, comparedWith: comparison ?? (isBeforeHere ? before : nil))
        self.counts = counts
        madeAt = time
    }

    /// Points are asked for by the district's very name: where it was typed without its capitals, it is read again.
    private static func counts(
        _ files: [DataFile], district: String, _ time: Date, _ progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws -> StreetCrimeCounts {
        func read(_ name: String) async throws -> StreetCrimeCounts {
            let reader = StreetCrimeReader(.init(latestMonth: .latestPossible(at: time), points: .districts([name])))
            return try await reader.readAway(files) { progress($0.bytesRead, $0.bytesTotal) }
        }
        let counts = try await read(district)
        guard let name = counts.district(called: district) else {
            throw AssessmentRefusal.unknownDistrict(district, known: counts.districtsAtHome)
        }
        return name == district ? counts : try await read(name)
    }

    private static func reading(_ kind: Release.Kind, _ path: String, _ time: Date) -> DataFileReading {
        DataFileReading(
            kind: kind, path: path, name: URL(filePath: path).lastPathComponent,
            latestMonth: .latestPossible(at: time))
    }

    /// One file as figures name it, with the months in it and the hash by which a reader can tell which file it was.
    ///
    /// - Parameter place: which of the files given it is.
    private static func source(
        _ path: String, given place: Int, of counts: StreetCrimeCounts, at time: Date
    ) -> Source {
        let generated = counts.files.filter { $0.given == place }.reduce(0) { $0 + $1.generatedRows }
        let provenance = Provenance.of(.police, isGenerated: generated > 0)
        let months = counts.forceMonths.filter { counts.files[$0.file].given == place }.map(\.month)
        return Source(
            title: URL(filePath: path).lastPathComponent, publisher: provenance.publisher, licence: provenance.licence,
            months: months.min().flatMap { first in months.max().map { first...$0 } }, receivedOn: time,
            checksums: [FileHash(ofFileAt: path)?.description].compactMap(\.self))
    }

    public var document: AssessmentDocument { AssessmentDocument(assessment, rows: rows) }

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
    public var faults: [String] {
        let first = counts.faults.prefix(20).map { "Refused: \($0.file), line \($0.words)" }
        let more = counts.rows.refused - first.count
        return first + (more > 0 ? ["… and \(more.counted("more row", "more rows"))."] : [])
    }
}
