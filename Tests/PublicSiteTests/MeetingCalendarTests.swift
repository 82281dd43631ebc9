import Foundation
import Publishing
import Storage
import Testing

@testable import PublicSite

@Suite("A calendar of meetings can be subscribed to")
struct MeetingCalendarTests {
    /// Its lines, put together again.
    private func lines(_ meetings: [AnnouncedMeeting], hasAddress: Bool = true) -> [String] {
        let calendar = MeetingCalendar(name: "Meetings", meetings: meetings) { meeting in
            hasAddress ? "https://safer.example.org/meetings/\(meeting.bodySlug)/\(meeting.step)" : nil
        }
        return String(decoding: calendar.bytes, as: UTF8.self).replacing("\r\n ", with: "")
            .components(separatedBy: "\r\n")
    }

    @Test("A meeting stands in it with its time in London, and with whom to ask")
    func one() throws {
        let meeting = try Told.announced([Told.meeting("2016-02-09", ends: "21:30")])

        let lines = lines([meeting])

        #expect(lines.first == "BEGIN:VCALENDAR" && lines.suffix(2) == ["END:VCALENDAR", ""])
        for expected in [
            "METHOD:PUBLISH", "UID:01942f3e-8b70-7cc3-98c8-3c5f2a1d0e4b", "SEQUENCE:0", "STATUS:CONFIRMED",
            "DTSTAMP:20160201T104000Z", "DTSTART;TZID=Europe/London:20160209T190000",
            "DTEND;TZID=Europe/London:20160209T213000", "SUMMARY:Safer Thanet Working Party",
            "LOCATION:Council Chamber\\, Cecil Street\\; Margate",
            "URL:https://safer.example.org/meetings/safer-thanet-working-party/2016-02-09",
            "ORGANIZER;CN=\"Charles ’Charlie’ Hungwe\":mailto:clerk@example.org",
            "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        ] {
            #expect(lines.contains(expected), "\(expected)")
        }
    }

    @Test("A meeting that was moved keeps its identifier, and says what it was")
    func moved() throws {
        let meeting = try Told.announced([
            Told.meeting("2016-03-08"), Told.meeting("2016-03-15", "18:30", state: .moved(why: "the hall is let")),
        ])

        let lines = lines([meeting])

        #expect(lines.contains("SEQUENCE:1") && lines.contains("STATUS:CONFIRMED"))
        #expect(lines.contains("SUMMARY:Moved: Safer Thanet Working Party"))
        #expect(lines.contains("DTSTART;TZID=Europe/London:20160315T183000"))
        #expect(
            lines.contains { $0.hasPrefix("DESCRIPTION:It was Tuesday 8 March 2016 at 7.00 pm\\nThe hall is let\\n") })
    }

    @Test("A meeting that is called off stays, and is cancelled")
    func calledOff() throws {
        let meeting = try Told.announced([
            Told.meeting("2016-03-08"), Told.meeting("2016-03-08", state: .calledOff(why: "No business")),
        ])

        let lines = lines([meeting])

        #expect(lines.contains("STATUS:CANCELLED") && lines.contains("SEQUENCE:1"))
        #expect(lines.contains("SUMMARY:Called off: Safer Thanet Working Party"))
        #expect(!lines.contains { $0.hasPrefix("DESCRIPTION") && $0.contains("Join from afar") })
    }

    @Test("One that ends after midnight ends on the next day, and one whose end nobody knows has none")
    func ends() throws {
        let late = try Told.announced([Told.meeting("2016-12-31", "22:00", ends: "00:30")])
        let open = try Told.announced([Told.meeting("2016-02-09")])

        #expect(lines([late]).contains("DTEND;TZID=Europe/London:20170101T003000"))
        #expect(!lines([open]).contains { $0.hasPrefix("DTEND") })
    }

    @Test("It says when a paper was published")
    func papers() throws {
        let meeting = try Told.announced([Told.meeting("2016-02-09")], with: [Told.agenda()])

        let lines = lines([meeting])

        #expect(lines.contains("LAST-MODIFIED:20160203T134640Z"))
        #expect(lines.contains { $0.hasPrefix("DESCRIPTION") && $0.contains("Agenda published 3 February 2016") })
    }

    @Test("Where the site has not been told its address, nothing claims one")
    func noAddress() throws {
        let meeting = try Told.announced([Told.meeting("2016-02-09")])

        #expect(!lines([meeting], hasAddress: false).contains { $0.hasPrefix("URL") || $0.contains("/meetings/") })
    }

    @Test("Without meetings it is a calendar still")
    func empty() {
        let lines = lines([])

        #expect(lines.contains("BEGIN:VTIMEZONE") && !lines.contains("BEGIN:VEVENT"))
    }
}
