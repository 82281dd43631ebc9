import Foundation
import Logging
import Notices
import Synchronization

@testable import Storage

/// A log that can be read.
final class Logbook: LogHandler {
    private let written = Mutex<[String]>([])
    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }
    var logLevel: Logger.Level {
        get { .info }
        set {}
    }

    var lines: [String] { written.withLock(\.self) }

    func log(event: LogEvent) {
        let line = "\(event.level) \(event.message) \(event.metadata ?? [:])"
        written.withLock { $0.append(line) }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }
}

/// A mail server that keeps what it is given.
final class Bag: MailSender {
    private let kept = Mutex<[Message]>([])

    /// Each letter with its recipient, its lines whole again.
    var letters: [(recipient: String, bytes: [UInt8])] {
        kept.withLock(\.self).map { message in
            let text = String(decoding: message.bytes, as: UTF8.self).replacing("=\r\n", with: "")
            return (message.recipient, Array(text.utf8))
        }
    }

    func deliver(_ message: Message) async throws(Undelivered) {
        kept.withLock { $0.append(message) }
    }
}

/// A PDF as others read it.
enum PaperText {
    /// What pdftotext reads.
    static func read(_ pdf: [UInt8]) throws -> [UInt8] {
        try run("/usr/bin/env", ["pdftotext", "-", "-"], pdf)
    }

    /// Every stream of it, unpacked, and what stands between them.
    static func streams(of pdf: [UInt8]) throws -> [UInt8] {
        let program = """
            import re, sys, zlib
            pdf = sys.stdin.buffer.read()
            sys.stdout.buffer.write(pdf)
            for packed in re.findall(rb"stream\\r?\\n(.*?)endstream", pdf, re.S):
                try:
                    sys.stdout.buffer.write(zlib.decompressobj().decompress(packed))
                except zlib.error:
                    pass
            """
        return try run(Worker.python ?? "python3", ["-c", program], pdf)
    }

    private static func run(_ program: String, _ arguments: [String], _ input: [UInt8]) throws -> [UInt8] {
        let file = FileManager.default.temporaryDirectory.appending(path: "paper-\(UUID().uuidString).pdf")
        try Data(input).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardInput = try FileHandle(forReadingFrom: file)
        process.standardOutput = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Array(bytes)
    }
}

extension Database {
    /// Every value of a column, whoever’s it is.
    func texts(_ column: String, of table: String) async throws -> [String] {
        try await read { db in
            try db.rows(SQL(verbatim: "SELECT \(column) AS found FROM \(table) WHERE \(column) IS NOT NULL")).map {
                try $0("found")
            }
        }
    }
}
