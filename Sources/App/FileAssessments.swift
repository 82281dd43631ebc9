import Assessment
import Charts
import DataFiles
import DataRegister
import Foundation
import Logging
import Press

/// `assess --all`: every district in the files, one after the other, so that memory holds one at a time.
public struct FileAssessments: Sendable {
    private let files: FilesToAssess
    private let period: Period
    private let comparison: Period?

    /// - Parameters:
    ///   - comparison: nil compares with the year before where the files have any month of it.
    ///   - progress: bytes read, and how many there are.
    /// - Throws: `DataFileError`
    public init(
        files: [String], period: Period, comparison: Period?, population: [String], boundaries: String?,
        at time: Date, progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws {
        self.files = try await FilesToAssess(
            police: files, population: population, boundaries: boundaries, at: time, progress: progress)
        (self.period, self.comparison) = (period, comparison)
    }

    /// The districts that more than a few stray rows lie in, by name.
    public var districts: [String] { files.districts }

    /// The rows that were refused, a line each: file, line, column, reason.
    public var faults: [String] { files.faults }

    /// What became of one district.
    public enum Outcome: Sendable {
        case assessed(FileAssessment)
        /// Why nothing can be said of it.
        case leftOut(String)
    }

    public func assessment(of district: String) -> Outcome {
        do {
            return .assessed(
                FileAssessment(try files.assessment(of: district, over: period, comparedWith: comparison)))
        } catch {
            return .leftOut("\(error)")
        }
    }
}

/// The press that sets the papers of many assessments.
public struct AssessmentPress: Sendable {
    private let press: Press
    private let accent: Colour

    public init(_ settings: Settings, log: Logger) {
        var configuration = Press.Configuration(settings, logger: log)
        configuration.cacheFolder = nil
        press = Press(configuration: configuration)
        accent = Colour(settings.accent)
    }

    /// - Throws: `PressError`
    public func pdf(_ assessment: FileAssessment) async throws -> [UInt8] {
        try await assessment.pdf(by: press, accent: accent)
    }

    public func stop() async {
        await press.stop()
    }
}
