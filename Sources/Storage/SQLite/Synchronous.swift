import Foundation
import Logging

/// How far SQLite goes to have on the disk what it calls saved. The program knows `full` alone (S101); the others are
/// there so that the crash harness can show that it would notice (S113).
package enum Synchronous: String, Sendable {
    /// Every commit waits for the disk.
    case full
    /// Only taking the log into the file does: a power cut loses what was saved since.
    case normal
    /// Nothing does.
    case off

    /// As SQLite tells it.
    var number: String {
        switch self {
        case .full: "2"
        case .normal: "1"
        case .off: "0"
        }
    }
}

extension Database {
    /// Opens records that a power cut would lose. No setting leads here: it is for the crash harness, which has to see
    /// the loss.
    package static func openCarelessly(
        folder: String, synchronous: Synchronous, migrations: [Migrations], at time: Date, logger: Logger
    ) async throws -> Database {
        let dataFolder = try DataFolder(folder)
        return try await open(
            try SQLiteEngine(dataFolder, logger: logger, synchronous: synchronous), dataFolder,
            try KeyFile.keys(inFolder: folder), migrations,
            dialect: .sqlite, at: time, .system)
    }
}
