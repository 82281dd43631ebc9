import ScratchDatabases
import Testing

@testable import Web

@Suite("A form with files arrives as it was sent")
struct MultipartTests {
    private let boundary = SentForm.boundary

    /// Everything that is awkward at once, in a body short enough to try every way of splitting it.
    private var awkward: SentForm {
        SentForm(
            parts: [
                .field("form-token", "abc"),
                .field("", ""),
                .file("file", named: "2014-01-kent-street.csv", "a,b\r\n1,2\r\n"),
                .file("file", named: "", ""),
                .file("near", named: "near.bin", "\r\n--\r\n------WebKit\r\n--\(boundary.dropLast())\r\r\n\r\n--"),
                .field("a \"quoted\" name", "\r\n"),
            ], preamble: "This is a message in several parts.", epilogue: "and more that nobody reads")
    }

    @Test("it is the same in pieces of every size")
    func everySize() async throws {
        let (form, bytes) = (awkward, awkward.bytes)
        for size in 1...bytes.count {
            let read = try await ReadForm(bytes, pieces: repeatElement(size, count: bytes.count / size + 1))
            #expect(read.parts == form.parts, "pieces of \(size)")
            #expect(read.fault == nil, "pieces of \(size)")
        }
    }

    @Test("it is the same broken in two at every place, and in pieces of random sizes")
    func everySplit() async throws {
        let (form, bytes) = (awkward, awkward.bytes)
        for place in 1..<bytes.count {
            #expect(try await ReadForm(bytes, pieces: [place]).parts == form.parts, "broken at \(place)")
        }
        var chance = SeededChance(seed: 7)
        for _ in 0..<300 {
            let pieces = (0..<bytes.count).map { _ in Int.random(in: 1...40, using: &chance) }
            #expect(try await ReadForm(bytes, pieces: pieces).parts == form.parts, "\(pieces)")
        }
    }

    @Test("cut off at any place it is told to have broken off, and every part before is right")
    func cutOff() async throws {
        var form = awkward
        form.epilogue = ""
        let bytes = Array(form.bytes.dropLast(2))
        for count in 0..<bytes.count {
            let read = try await ReadForm(Array(bytes.prefix(count)))
            #expect(read.fault == .malformed("It broke off before its end."), "after \(count)")
            #expect(read.parts == Array(form.parts.prefix(read.parts.count)), "after \(count)")
        }
    }

    @Test("a description of a part may have 8 KiB and no more, however it arrives", arguments: [1, 7, 4_096, 100_000])
    func longHead(pieces: Int) async throws {
        let frame = "Content-Disposition: form-data; name=\"\""
        func read(headOf count: Int) async throws -> ReadForm {
            let part = SentForm.Part.field(String(repeating: "n", count: count - frame.utf8.count), "value")
            let bytes = SentForm(parts: [part]).bytes
            return try await ReadForm(bytes, pieces: repeatElement(pieces, count: bytes.count / pieces + 1))
        }
        #expect(try await read(headOf: 8_192).fault == nil)
        #expect(try await read(headOf: 8_193).fault == .malformed("The description of one of its parts is too long."))
        #expect(try await read(headOf: 50_000).fault == .malformed("The description of one of its parts is too long."))
    }

    @Test(
        "a body that is no form of parts says what is wrong with it",
        arguments: [
            ("", "It broke off before its end."),
            ("name=value", "It broke off before its end."),
            ("--\(SentForm.boundary)", "It broke off before its end."),
            (
                "--\(SentForm.boundary)x\r\n\r\n\r\n--\(SentForm.boundary)--",
                "Its parts are not set apart as they should be."
            ),
            ("--\(SentForm.boundary)\n\n", "Its parts are not set apart as they should be."),
            (
                "--\(SentForm.boundary)\r\nContent-Type: text/plain\r\n\r\nx\r\n--\(SentForm.boundary)--",
                "One of its parts has no name."
            ),
            (
                "--\(SentForm.boundary)\r\nContent-Disposition: form-data\r\n\r\nx\r\n--\(SentForm.boundary)--",
                "One of its parts has no name."
            ),
            (
                "--\(SentForm.boundary)\r\nContent-Disposition: form-data; name=\"x\r\n\r\nx\r\n--\(SentForm.boundary)--",
                "One of its parts has no name."
            ),
        ])
    func malformed(body: String, problem: String) async throws {
        #expect(try await ReadForm(Array(body.utf8)).fault == .malformed(problem))
    }

    @Test("a form with no part at all is an empty form")
    func empty() async throws {
        let read = try await ReadForm(SentForm(parts: []).bytes)
        #expect(read.parts.isEmpty)
        #expect(read.fault == nil)
    }

    @Test(
        "a file’s name never is a path and never hides what it is",
        arguments: [
            ("../../etc/passwd", "passwd"), ("C:\\fakepath\\kent.csv", "kent.csv"), ("/etc/shadow", "shadow"),
            ("..", ".."),
            ("a/b\\c", "c"), ("kent\0.csv", "kent.csv"), ("kent\u{202E}vsc.exe", "kentvsc.exe"),
            ("k\tent.csv", "kent.csv"),
            ("/", ""), ("Ynys Môn 🏴.csv", "Ynys Môn 🏴.csv"), ("a\"b.csv", "a\"b.csv"), ("CON", "CON"),
            ("../\u{338}x", "\u{338}x"),
            (String(repeating: "a", count: 400), String(repeating: "a", count: 200)),
        ])
    func fileName(sent: String, shown: String) async throws {
        let read = try await ReadForm(SentForm(parts: [.file("file", named: sent, "x")]).bytes)
        #expect(read.parts.map(\.fileName) == [shown])
    }

    @Test(
        "what sets the parts apart is read from the header",
        arguments: [
            ("multipart/form-data; boundary=abc", "abc"), ("Multipart/Form-Data;boundary=\"a b c\"", "a b c"),
            ("multipart/form-data; charset=utf-8; Boundary=x-1", "x-1"), ("multipart/form-data", nil),
            ("multipart/form-data; boundary=", nil), ("multipart/mixed; boundary=abc", nil), ("text/plain", nil),
            ("", nil),
            ("multipart/form-data; boundary=caf\u{E9}", nil),
            ("multipart/form-data; boundary=" + String(repeating: "b", count: 70), String(repeating: "b", count: 70)),
            ("multipart/form-data; boundary=" + String(repeating: "b", count: 71), nil),
        ])
    func boundaries(type: String, boundary: String?) {
        #expect(MultipartBody.boundary(in: type) == boundary)
    }
}
