import Foundation
import Testing

@testable import PublicSite

@Suite("A calendar’s lines are as RFC 5545 has them")
struct CalendarTextTests {
    private func lines(_ text: CalendarText) -> [String] {
        String(decoding: text.bytes, as: UTF8.self).components(separatedBy: "\r\n")
    }

    @Test("What means something to the format is said so that it means nothing")
    func escaped() {
        #expect(
            CalendarText.escaped("Room 1; Margate, Kent\\n\r\nTwo\nlines\u{7}")
                == "Room 1\\; Margate\\, Kent\\\\n\\nTwo\\nlines")
    }

    @Test("No line ends before its text does, and no parameter before its quotation mark")
    func plain() {
        var text = CalendarText()
        text.line("URL", "https://example.org/\r\nATTENDEE:mailto:x@example.org")

        #expect(lines(text) == ["URL:https://example.org/ATTENDEE:mailto:x@example.org", ""])
        #expect(CalendarText.quoted("The \"Safer\" Group\r\n") == "\"The ’Safer’ Group\"")
    }

    @Test("A line of 75 bytes is whole; of 76 it goes on in the next")
    func edge() {
        for (length, expected) in [(75, 1), (76, 2), (149, 2), (150, 3)] {
            var text = CalendarText()
            text.text("X", String(repeating: "a", count: length - 2))
            #expect(lines(text).count - 1 == expected, "\(length)")
        }
    }

    @Test(
        "No line is longer than 75 bytes, no character is cut, and put together again all of it is there",
        arguments: 0..<80)
    func folded(_ shift: Int) throws {
        let long = String(repeating: "x", count: shift) + String(repeating: "Café Gwêl y Môr – 会議 🗓️ ", count: 12)
        var text = CalendarText()
        text.text("DESCRIPTION", long)

        let pieces = text.bytes.split(separator: 0x0A)
        for piece in pieces {
            #expect(piece.last == 0x0D && piece.count <= 76)
            #expect(String(validating: piece, as: UTF8.self) != nil)
        }
        let whole = text.bytes.split(separator: Array("\r\n ".utf8)).joined()
        #expect(Array(whole) == Array("DESCRIPTION:\(long)\r\n".utf8))
    }
}
