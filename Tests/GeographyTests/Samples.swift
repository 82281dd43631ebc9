import Foundation
import Testing

/// Real files published by the Office for National Statistics, which the project does not carry.
enum Samples {
    static let isPresent = FileManager.default.fileExists(atPath: folder.path)
    static let absent: Comment = "no sample data: set FRANKPLEDGE_DATA_SAMPLES to its folder"

    static func boundaries(_ name: String) throws -> Data {
        try Data(contentsOf: folder.appending(path: "boundaries/\(name)"))
    }

    static func text(_ path: String) throws -> String {
        try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }

    private static let folder: URL = {
        if let named = ProcessInfo.processInfo.environment["FRANKPLEDGE_DATA_SAMPLES"] {
            return URL(fileURLWithPath: named)
        }
        let package = URL(fileURLWithPath: #filePath).appending(path: "../../..").standardizedFileURL
        return package.appending(path: "../shared/data").standardizedFileURL
    }()
}
