import DataFiles
import Foundation

/// Real files from data.police.uk and the Office for National Statistics, which the project does not carry.
public enum Samples {
    public static let isPresent = FileManager.default.fileExists(
        atPath: folder.appending(path: "police/street-2014").path)
    public static let absent = "no sample data: set FRANKPLEDGE_DATA_SAMPLES to its folder"

    private static let folder: URL = {
        if let named = ProcessInfo.processInfo.environment["FRANKPLEDGE_DATA_SAMPLES"] {
            return URL(fileURLWithPath: named)
        }
        let package = URL(fileURLWithPath: #filePath).appending(path: "../../..").standardizedFileURL
        return package.appending(path: "../shared/data").standardizedFileURL
    }()

    public static func path(_ name: String) -> String { folder.appending(path: name).path }

    public static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: name)))
    }

    /// The forces that have a file of January 2014.
    public static let forces: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path("police/street-2014"))) ?? []
        return names.filter { $0.hasPrefix("2014-01-") }
            .map { String($0.dropFirst("2014-01-".count).dropLast("-street.csv.gz".count)) }.sorted()
    }()

    /// The files of some forces for some months of 2014, packed as they came.
    public static func street(_ forces: [String], _ months: ClosedRange<Int>) -> [String] {
        forces.flatMap { force in
            months.map { path("police/street-2014/2014-\($0 < 10 ? "0" : "")\($0)-\(force)-street.csv.gz") }
        }
    }

    public static func read(_ paths: [String], points: Bool = false) throws -> StreetCrimeCounts {
        try StreetCrimeReader(.init(latestMonth: "2026-12", points: points ? .all : .none))
            .read(paths.map { DataFile(path: $0) })
    }
}
