import Foundation
import Notices
import ScratchDatabases
import Synchronization

@testable import Storage

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
    static func read(_ pdf: [UInt8]) async throws -> [UInt8] {
        try await Tool.run("pdftotext", ["-", "-"], input: pdf)
    }

    /// What pdftotext reads on each page, with single spaces.
    static func pages(_ pdf: [UInt8]) async throws -> [String] {
        let text = String(
            decoding: try await Tool.run("pdftotext", ["-layout", "-", "-"], input: pdf), as: UTF8.self)
        return text.components(separatedBy: "\u{c}").dropLast().map {
            $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }

    /// Every stream of it, unpacked, and what stands between them.
    static func streams(of pdf: [UInt8]) async throws -> [UInt8] {
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
        return try await Tool.run(Worker.python ?? "python3", ["-c", program], input: pdf)
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
