import App
import Foundation
import Logging

/// Log lines go to standard error, so that standard output says only what was asked for.
enum Logging {
    static func start(_ settings: Settings) -> Logger {
        start(level: settings.logLevel, settings.logFormat)
    }

    static func start(level: String, _ format: LogFormat = .text) -> Logger {
        Logger(label: "frankpledge") { _ in
            LineLog(
                format, level: Logger.Level(rawValue: level) ?? .notice, now: { Date() },
                // Nobody is left to be told where this fails.
                write: { try? FileHandle.standardError.write(contentsOf: Data($0.utf8)) })
        }
    }
}
