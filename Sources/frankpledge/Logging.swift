import Logging

/// Log lines go to standard error, so that standard output says only what was asked for.
enum Logging {
    static func start(level: String) -> Logger {
        var handler = StreamLogHandler.standardError(label: "frankpledge")
        handler.logLevel = Logger.Level(rawValue: level) ?? .notice
        return Logger(label: "frankpledge") { _ in handler }
    }
}
