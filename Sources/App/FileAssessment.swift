import Assessment
import Charts
import DataFiles
import DataRegister
import Foundation
import Geography
import Logging
import Press

/// `assess`: from files to an assessment, with nothing kept.
public struct FileAssessment: Sendable {
    private let result: AssessmentOfFiles

    init(_ result: AssessmentOfFiles) {
        self.result = result
    }

    /// - Parameters:
    ///   - comparison: nil compares with the year before if the files have any month of it.
    ///   - progress: bytes read, and how many there are.
    /// - Throws: `DataFileError`, `AssessmentRefusal`
    public init(
        files: [String], district: String, period: Period, comparison: Period?, population: [String],
        boundaries: String?, at time: Date, progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws {
        result = try await AssessmentOfFiles(
            police: files, district: district, period: period, comparison: comparison, population: population,
            boundaries: boundaries, at: time, progress: progress)
    }

    public func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(result.document)) + Array("\n".utf8)
    }

    public var csv: [UInt8] { result.csv }

    /// What a clerk reads on the terminal.
    public var summary: String { result.summary }

    /// The rows that were refused, a line each: file, line, column, reason.
    public var faults: [String] { result.faults }

    /// - Throws: `PressError`
    func pdf(by press: Press, accent: Colour) async throws -> [UInt8] {
        try await result.pdf(by: press, accent: accent)
    }
}
