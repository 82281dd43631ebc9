import Foundation
import Publishing
import Storage
import Wording
import WorkingDays

/// Meetings as a calendar that other programs subscribe to (RFC 5545 and 7986; published as RFC 5546, 3.2.1, has it).
///
/// A meeting keeps its identifier whatever becomes of it, and its sequence rises with each announcement: so a calendar
/// that has it already moves it, or strikes it out.
struct MeetingCalendar {
    /// As the reader's program calls it: "Meetings of the Safer Thanet Partnership".
    let name: String
    let meetings: [AnnouncedMeeting]
    /// Where a meeting's page is, with the site before it; nil where it is not known how people reach the site.
    let page: (AnnouncedMeeting) -> String?

    var bytes: [UInt8] {
        var text = CalendarText()
        text.line("BEGIN", "VCALENDAR")
        text.line("VERSION", "2.0")
        text.line("PRODID", "-//Frankpledge//Meetings//EN")
        text.line("CALSCALE", "GREGORIAN")
        text.line("METHOD", "PUBLISH")
        text.text("NAME", name)
        text.text("X-WR-CALNAME", name)
        text.line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
        text.line("X-PUBLISHED-TTL", "PT1H")
        for (field, value) in Self.london { text.line(field, value) }
        for meeting in meetings { add(meeting, to: &text) }
        text.line("END", "VCALENDAR")
        return text.bytes
    }

    /// Summer time from the last Sunday in March to the last in October, at one o'clock in UTC: so since 1996. (Summer
    /// Time Order 2002, SI 2002/262, after Directive 2000/84/EC.)
    private static let london = [
        ("BEGIN", "VTIMEZONE"), ("TZID", "Europe/London"),
        ("BEGIN", "DAYLIGHT"), ("DTSTART", "19960331T010000"), ("TZOFFSETFROM", "+0000"), ("TZOFFSETTO", "+0100"),
        ("TZNAME", "BST"), ("RRULE", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"), ("END", "DAYLIGHT"),
        ("BEGIN", "STANDARD"), ("DTSTART", "19961027T020000"), ("TZOFFSETFROM", "+0100"), ("TZOFFSETTO", "+0000"),
        ("TZNAME", "GMT"), ("RRULE", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"), ("END", "STANDARD"),
        ("END", "VTIMEZONE"),
    ]

    private func add(_ meeting: AnnouncedMeeting, to text: inout CalendarText) {
        let now = meeting.now
        guard let first = meeting.announcements.first, let last = meeting.announcements.last else { return }
        text.line("BEGIN", "VEVENT")
        text.line("UID", now.id.description)
        // What is said changes when a paper is published too, though the meeting itself does not.
        text.line("DTSTAMP", Self.moment(meeting.changedAt))
        text.line("CREATED", Self.moment(first.at))
        text.line("LAST-MODIFIED", Self.moment(meeting.changedAt))
        text.line("SEQUENCE", "\(last.number - 1)")
        text.line("STATUS", now.isCalledOff ? "CANCELLED" : "CONFIRMED")
        text.line("TRANSP", now.isCalledOff ? "TRANSPARENT" : "OPAQUE")
        text.line("DTSTART;TZID=Europe/London", Self.local(now.day, now.startsAt))
        if let endsAt = now.endsAt {
            let day = endsAt > now.startsAt ? now.day : now.day.adding(days: 1)
            text.line("DTEND;TZID=Europe/London", Self.local(day, endsAt))
        }
        text.text("SUMMARY", (meeting.stateInWords.map { "\($0): " } ?? "") + now.title)
        text.text("LOCATION", now.place)
        text.text("DESCRIPTION", description(meeting))
        if let url = page(meeting) { text.line("URL", url) }
        text.line(organizer(meeting).field, organizer(meeting).address)
        if !now.contact.isEmpty { text.text("CONTACT", now.contact.inWords) }
        text.line("END", "VEVENT")
    }

    private func description(_ meeting: AnnouncedMeeting) -> String {
        let now = meeting.now
        let papers = meeting.documents.compactMap { document in
            document.publication.current.map { "\(document.role.title) published \($0.publishedAt.day)" }
        }
        let lines =
            meeting.stateDetails + [now.note] + papers
            + [now.joining.isEmpty || now.isCalledOff ? "" : "Join from afar: \(now.joining)"]
            + [now.contact.isEmpty ? "" : "Whom to ask: \(now.contact.inWords)"]
            + [page(meeting).map { "Papers: \($0)" } ?? ""]
        return lines.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// Whom to ask, where they have an address; otherwise the body, by a name that leads nowhere.
    private func organizer(_ meeting: AnnouncedMeeting) -> (field: String, address: String) {
        let (contact, body) = (meeting.now.contact, meeting.now.body)
        let name = "ORGANIZER;CN=\(CalendarText.quoted(contact.name.isEmpty ? body.name : contact.name))"
        guard Self.isEmail(contact.email) else {
            return ("ORGANIZER;CN=\(CalendarText.quoted(body.name))", "urn:uuid:\(NamedUUID("body", body.id))")
        }
        return (name, "mailto:\(contact.email)")
    }

    private static func isEmail(_ text: String) -> Bool {
        text.split(separator: "@", omittingEmptySubsequences: false).count == 2
            && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"<>\"?&%,:;".utf8.contains($0) }
    }

    /// "20160209T190000", on London's clocks.
    private static func local(_ day: Day, _ time: TimeOfDay) -> String {
        "\(day)".replacing("-", with: "") + "T" + "\(time)".replacing(":", with: "") + "00"
    }

    /// "20160202T100500Z"
    private static func moment(_ time: Date) -> String {
        time.ISO8601Format().replacing("-", with: "").replacing(":", with: "")
    }
}

extension PublishedMeeting.Contact {
    /// "Charles Hungwe, 01843 577 186, charles.hungwe@example.org"
    var inWords: String { [name, telephone, email].filter { !$0.isEmpty }.joined(separator: ", ") }
}

/// An identifier that is the same each time for the same thing: a UUID of version 8 (RFC 9562, 5.8) made of the SHA-256
/// of what it is the name of.
struct NamedUUID: CustomStringConvertible {
    let description: String

    init(_ parts: String...) {
        var digits = Array(FileHash(of: Array(parts.joined(separator: "\n").utf8)).description.prefix(32))
        digits[12] = "8"
        digits[16] = "8"
        description = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }.joined(separator: "-")
    }
}
