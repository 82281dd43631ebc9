import Logging
import Synchronization

/// A log that a test can read.
public final class Logbook: LogHandler {
    private let level: Logger.Level
    private let written = Mutex<[String]>([])

    /// - Parameter level: what is less than this is not written down.
    public init(_ level: Logger.Level = .trace) {
        self.level = level
    }

    public var lines: [String] { written.withLock(\.self) }

    public var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }

    public var logLevel: Logger.Level {
        get { level }
        set {}
    }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }

    public func log(event: LogEvent) {
        let line = "\(event.level) \(event.message) \(event.metadata ?? [:])"
        written.withLock { $0.append(line) }
    }
}
