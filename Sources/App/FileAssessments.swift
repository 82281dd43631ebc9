import Assessment
import Charts
import DataFiles
import DataRegister
import Foundation
import Logging
import Press
import Wording

/// `assess --all`: every district in the files, each when it is asked for, so that memory holds few at a time.
public struct FileAssessments: Sendable {
    /// The districts that more than a few stray rows lie in, by name.
    public let districts: [String]
    private let fileNames: [String: String]
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
        let read = try await FilesToAssess(
            police: files, population: population, boundaries: boundaries, at: time, progress: progress)
        (self.period, self.comparison) = (period, comparison)
        self.files = read
        districts = read.districts
        fileNames = Self.fileNames(districts)
    }

    /// What there is to say of districts that only a row or two lie in; nil where there is none such.
    public var straySentence: String? {
        let strays = files.strays
        guard !strays.isEmpty else { return nil }
        let more = strays.count - 10
        let named = strays.prefix(10).joined(separator: ", ") + (more > 0 ? " and \(more.grouped) more" : "")
        return
            "Not taken for districts here, since only a few of their small areas have a row, as where a neighbour’s police "
            + "report one: \(named). To assess one all the same, name it with --district."
    }

    /// What a district's files are called, without their ending: "tunbridge-wells".
    public func fileName(of district: String) -> String { fileNames[district] ?? slugged(district) }

    /// No two alike, whatever the names differ in: one file would take the other's place.
    static func fileNames(_ districts: [String]) -> [String: String] {
        var taken: Set<String> = []
        return districts.reduce(into: [:]) { names, district in
            let slug = slugged(district)
            let plain = slug.isEmpty ? "district" : slug
            var name = plain
            var number = 2
            while !taken.insert(name).inserted {
                name = "\(plain)-\(number)"
                number += 1
            }
            names[district] = name
        }
    }

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

    /// What became of one paper of many.
    public enum Paper: Sendable {
        case made([UInt8])
        /// Why it was not, and that it may be of this one alone.
        case failed(String)
    }

    /// One paper of many: what is wrong with it alone does not stop the others.
    ///
    /// - Throws: `PressError` where no paper can be made at all.
    public func paper(_ assessment: FileAssessment) async throws -> Paper {
        do {
            return .made(try await pdf(assessment))
        } catch let error as PressError {
            switch error {
            case .unavailable, .cancelled, .busy: throw error
            default: return .failed("\(error)")
            }
        }
    }

    public func stop() async {
        await press.stop()
    }
}
