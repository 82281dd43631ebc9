import Foundation
import ScratchDatabases
import Storage
import Testing

@testable import Notices

@Suite("A letter is written as mail servers take it")
struct MessageTests {
    private static let from = "Safer Thanet <safer@example.org>"

    private func text(
        to: String = "ada@example.org", subject: String = "Hello", text: String = "Hello\n", from: String = Self.from
    ) throws -> String {
        let message = try Message(
            Letter(to: to, subject: subject, text: text), id: Identities.seeded(1).new(at: Scratch.noon),
            from: try #require(Mailbox(from)), at: Scratch.noon)
        #expect(message.bytes.allSatisfy { $0 < 0x80 })
        return String(decoding: message.bytes, as: UTF8.self)
    }

    @Test("with everything in its header that it needs, each once")
    func header() throws {
        let lines = try text().components(separatedBy: "\r\n")
        let id = Identities.seeded(1).new(Letter.self, at: Scratch.noon)
        #expect(
            lines == [
                "Date: Tue, 09 Feb 2016 12:00:00 +0000",
                "From: \"Safer Thanet\"",
                " <safer@example.org>",
                "To: <ada@example.org>",
                "Subject: Hello",
                "Message-ID: <\(id)@example.org>",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: quoted-printable",
                "Auto-Submitted: auto-generated",
                "",
                "Hello",
                "",
            ])
    }

    /// S9.
    @Test(
        "nothing that would end a line of the header gets into one",
        arguments: ["\r\nBcc: x@example.org", "\n", "\r", "\u{0}", "\u{B}", "\u{85}", "\u{2028}", "\u{1B}"])
    func injection(character: String) throws {
        for place in ["\(character)Hello", "Hel\(character)lo", "Hello\(character)"] {
            #expect(throws: LetterFault.notASubject) { try text(subject: place) }
            #expect(throws: LetterFault.notAnAddress) { try text(to: place + "@example.org") }
            #expect(throws: LetterFault.notAnAddress) { try text(to: "ada@example.org" + place) }
        }
    }

    @Test(
        "there is one recipient, or no letter",
        arguments: [
            "", "ada", "ada@example.org,bo@example.org", "ada@example.org bo@example.org", "Ada <ada@example.org>",
            "ada@example.org>", "ada@", "@example.org", "ada@example.org; bo@example.org", "\"a@b\"@example.org",
        ])
    func recipients(to: String) {
        #expect(throws: LetterFault.notAnAddress) { try text(to: to) }
    }

    @Test("whatever the subject, the header stays whole, in lines of 78, and is read as it was written")
    func subjects() throws {
        var generator = SystemRandomNumberGenerator()
        let pieces = ["a", " ", "=?", "?=", "’", "Ŵ", "👩‍👩‍👧", ":", "\"", "\\", "<", ",", "longer words in it", "é"]
        for _ in 1...300 {
            let subject = (1...Int.random(in: 1...60, using: &generator)).map { _ in pieces.randomElement() ?? "a" }
                .joined()
            let parts = try text(subject: subject).components(separatedBy: "\r\n\r\n")
            #expect(parts.count == 2)
            let header = parts[0].components(separatedBy: "\r\n")
            #expect(header.allSatisfy { $0.utf8.count <= 78 }, "\(subject)")
            let fields = header.filter { !$0.hasPrefix(" ") }.compactMap { $0.split(separator: ":").first }
            #expect(
                fields == [
                    "Date", "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type",
                    "Content-Transfer-Encoding", "Auto-Submitted",
                ])
            #expect(decoded(header) == subject)
        }
    }

    /// The subject as a mail program reads it.
    private func decoded(_ header: [String]) -> String? {
        guard let first = header.firstIndex(where: { $0.hasPrefix("Subject: ") }) else { return nil }
        let rest = header[(first + 1)...].prefix { $0.hasPrefix(" ") }.map { $0.dropFirst() }
        let words = [header[first].dropFirst("Subject: ".count)] + rest
        guard words[0].hasPrefix("=?UTF-8?B?") else { return words.joined() }
        return words.map { word in
            let base64 = word.dropFirst("=?UTF-8?B?".count).dropLast("?=".count)
            return String(decoding: Data(base64Encoded: String(base64)) ?? Data(), as: UTF8.self)
        }.joined()
    }

    @Test("a body comes back as it was, in lines of at most 76 characters, whatever ended them")
    func bodies() throws {
        let long = String(repeating: "Wrth gwrs – ", count: 40) + "https://safer.example.org/?a=b"
        for (written, read) in [
            ("One\nTwo\r\nThree\rFour", "One\r\nTwo\r\nThree\r\nFour\r\n"),
            ("Blank at the end \nTab\t\n", "Blank at the end \r\nTab\t\r\n"), ("", ""), ("\n\n", "\r\n\r\n"),
            (".\n..\n", ".\r\n..\r\n"), (long, long + "\r\n"), ("é’👩‍👩‍👧", "é’👩‍👩‍👧\r\n"), ("a=3D\n", "a=3D\r\n"),
        ] {
            let body = try #require(try text(text: written).components(separatedBy: "\r\n\r\n").dropFirst().first)
            let encoded = QuotedPrintable.encoding(written)
            #expect(written.isEmpty || written == "\n\n" || Array(body.utf8) == encoded)
            let lines = String(decoding: encoded, as: UTF8.self).components(separatedBy: "\r\n")
            #expect(lines.allSatisfy { $0.utf8.count <= 76 && !$0.hasSuffix(" ") && !$0.hasSuffix("\t") })
            #expect(unquoted(encoded) == read)
        }
    }

    private func unquoted(_ bytes: [UInt8]) -> String {
        var read: [UInt8] = []
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "=") else {
                read.append(byte)
                continue
            }
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            rest = rest.dropFirst(2)
            if digits != "\r\n" { read.append(UInt8(digits, radix: 16) ?? 0) }
        }
        return String(decoding: read, as: UTF8.self)
    }

    @Test("a sender’s name may have quotation marks and other scripts in it")
    func names() throws {
        #expect(try text(from: "O\\Neil <a@example.org>").contains("From: \"O\\\\Neil\"\r\n <a@example.org>\r\n"))
        #expect(try text(from: "Môn <a@example.org>").contains("From: =?UTF-8?B?TcO0bg==?=\r\n <a@example.org>\r\n"))
        #expect(try text(from: "a@example.org").contains("From: <a@example.org>\r\n"))
    }

    @Test("a text with a NUL in it is refused")
    func nul() {
        #expect(throws: LetterFault.notAText) { try text(text: "a\u{0}b") }
    }
}
