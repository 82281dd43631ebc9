import Foundation
import Logging
import ScratchDatabases
import Synchronization
import Testing

@testable import App

@Suite("A log line is one line, whatever stands in it")
struct LineLogTests {
    private final class Paper: Sendable {
        private let text = Mutex("")

        var lines: [String] { text.withLock { $0.split(separator: "\n").map(String.init) } }
        @Sendable func write(_ line: String) { text.withLock { $0 += line } }
    }

    /// What is written of one event by a logger that a request has.
    private func lines(_ format: LogFormat, _ body: (Logger) -> Void) -> [String] {
        let paper = Paper()
        var logger = Logger(label: "tests") { _ in
            LineLog(format, level: .info, now: { Scratch.noon }, write: paper.write)
        }
        logger[metadataKey: "hb.request.id"] = "12ab"
        body(logger)
        return paper.lines
    }

    private static let forged = "all\r\n2016-02-09T12:00:00.000Z error\u{2028}forged \u{1B}[2J"

    @Test("in JSON: when in UTC, how grave, what, about which request, and the rest by name")
    func json() throws {
        let found = lines(.json) { $0.warning("asked \"twice\"", metadata: ["route": "/a/{b}", "status": "200"]) }
        let line = try #require(found.first)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        let time = try #require(object["time"] as? String)
        #expect(time.hasSuffix("Z"))
        #expect(try Date(time, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)) == Scratch.noon)
        #expect(object["level"] as? String == "warning")
        #expect(object["message"] as? String == "asked \"twice\"")
        #expect(object["request"] as? String == "12ab")
        #expect(object["metadata"] as? [String: String] == ["route": "/a/{b}", "status": "200"])
    }

    @Test("in text: the same, values with blanks in quotation marks")
    func text() throws {
        let found = lines(.text) { $0.info("request", metadata: ["route": "/a", "reason": "the \"disk\" is full"]) }
        #expect(found.count == 1)
        #expect(
            try #require(found.first).hasSuffix(
                #"Z info request reason="the \"disk\" is full" route=/a request=12ab"#))
    }

    @Test("line breaks in words make no line of their own", arguments: LogFormat.allCases)
    func forged(format: LogFormat) {
        let found = lines(format) { logger in
            logger.error("\(Self.forged)", metadata: ["reason": "\(Self.forged)", "\(Self.forged)": "x"])
        }
        #expect(found.count == 1)
        #expect(found.allSatisfy { !$0.contains("\r") && !$0.contains("\u{1B}") })
        // What is less grave than what is asked for is not written.
        #expect(lines(format) { $0.debug("no") }.isEmpty)
    }
}
