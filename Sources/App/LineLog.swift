import Foundation
import Logging

/// How log lines are written.
public enum LogFormat: String, Sendable, CaseIterable {
    case text, json
}

/// Writes each event as one line, whatever stands in it: nobody's words can make a line that looks like another (S59).
public struct LineLog: LogHandler {
    public var logLevel: Logger.Level
    public var metadata: Logger.Metadata = [:]
    public var metadataProvider: Logger.MetadataProvider?
    private let format: LogFormat
    private let now: @Sendable () -> Date
    private let write: @Sendable (String) -> Void

    /// - Parameter write: takes a line, which ends in a newline.
    public init(
        _ format: LogFormat, level: Logger.Level, now: @escaping @Sendable () -> Date,
        write: @escaping @Sendable (String) -> Void
    ) {
        (self.format, logLevel, self.now, self.write) = (format, level, now, write)
    }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        var all = (metadataProvider?.get() ?? [:]).merging(metadata) { $1 }.merging(event.metadata ?? [:]) { $1 }
        if let error = event.error { all["error"] = "\(error)" }
        let request = all.removeValue(forKey: "hb.request.id").map { "\($0)" }
        let line = Line(
            time: now().formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)),
            level: event.level.rawValue, message: "\(event.message)", request: request,
            metadata: all.mapValues { "\($0)" })
        write((format == .json ? line.json : line.text) + "\n")
    }

    private struct Line: Encodable {
        /// UTC.
        let time: String
        let level: String
        let message: String
        let request: String?
        let metadata: [String: String]

        var json: String {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
        }

        var text: String {
            var pairs = metadata.sorted { $0.key < $1.key }.map { "\(Self.plain($0.key))=\(Self.quoted($0.value))" }
            if let request { pairs.append("request=\(Self.quoted(request))") }
            return ([time, level, Self.plain(message)] + pairs).joined(separator: " ")
        }

        private static func quoted(_ text: String) -> String {
            let isPlain = text.allSatisfy { !$0.isWhitespace && !"\"=\\".contains($0) }
            guard text.isEmpty || !isPlain else { return plain(text) }
            return "\"" + plain(text).replacing("\"", with: "\\\"") + "\""
        }

        /// Without what moves to another line, or moves a terminal.
        private static func plain(_ text: String) -> String {
            var plain = ""
            for scalar in text.unicodeScalars {
                switch scalar.properties.generalCategory {
                case .control, .lineSeparator, .paragraphSeparator, .format: plain += scalar.escaped(asASCII: true)
                default: plain.unicodeScalars.append(scalar)
                }
            }
            return plain
        }
    }
}
