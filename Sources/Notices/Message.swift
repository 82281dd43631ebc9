import Foundation
import Storage
import Wording

/// A letter as mail servers pass it on (RFC 5322, RFC 2045 to 2047).
public struct Message: Sendable, Hashable {
    /// Who answers for it on the way.
    public let sender: String
    public let recipient: String
    /// Header and body, with lines that end in CR LF.
    public let bytes: [UInt8]

    /// - Parameters:
    ///   - id: makes the Message-ID, which is the same each time the letter is tried.
    ///   - time: when it was written.
    /// - Throws: ``LetterFault``
    init(_ letter: Letter, id: ID<Letter>, from: Mailbox, at time: Date) throws(LetterFault) {
        try letter.check()
        sender = from.address
        recipient = letter.to
        let header = [
            "Date: \(Self.date(time))",
            "From: \(from.name.isEmpty ? "" : HeaderText.phrase(from.name) + "\r\n ")<\(from.address)>",
            "To: <\(letter.to)>",
            "Subject: \(HeaderText.unstructured(letter.subject))",
            "Message-ID: <\(id)@\(from.domain)>",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
            // RFC 3834: nobody's holiday reply is to come back.
            "Auto-Submitted: auto-generated",
        ]
        bytes = Array((header.joined(separator: "\r\n") + "\r\n\r\n").utf8) + QuotedPrintable.encoding(letter.text)
    }

    /// "Tue, 09 Feb 2016 12:00:00 +0000": in English whatever the machine speaks.
    private static func date(_ time: Date) -> String {
        let parts = Calendar.utc.dateComponents([.year, .month, .day, .weekday, .hour, .minute, .second], from: time)
        func padded(_ number: Int?, _ width: Int = 2) -> String {
            let text = String(number ?? 0)
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }
        let weekday = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][(parts.weekday ?? 1) - 1]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return "\(weekday), \(padded(parts.day)) \(months[(parts.month ?? 1) - 1]) \(padded(parts.year, 4)) "
            + "\(padded(parts.hour)):\(padded(parts.minute)):\(padded(parts.second)) +0000"
    }
}
