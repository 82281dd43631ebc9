import Foundation
import HTTPTypes
import HummingbirdTesting
import Publishing
import ScratchDatabases
import Storage
import Testing
import Web

@testable import App
@testable import Meetings

@Suite("Anybody learns when bodies meet, and what changed")
struct MeetingNoticeTests {
    static let body = "/meetings/safer-testham-panel"

    @Test("without any, every page says so")
    func empty() async throws {
        try await House.open { house in
            let list = try await house.visitor.get("/meetings").text
            #expect(list.contains("No meetings are announced yet"))
            let year = try await house.visitor.get("/meetings/calendar/2016").text
            #expect(
                year.contains("No meetings are announced for 2016."))
            let calendar = try await house.visitor.get("/meetings.ics").text
            #expect(calendar.contains("END:VCALENDAR"))
            let feed = try await house.visitor.get("/meetings.atom").text
            #expect(feed.contains("</feed>"))
        }
    }

    @Test("a meeting that was announced stands in the list, in the year’s calendar, and on a page of its own")
    func announced() async throws {
        try await House.open { house in
            try await house.announce(day: "2016-03-08")
            let list = try await house.visitor.get("/meetings").text
            #expect(list.contains("March 2016") && list.contains("href=\"\(Self.body)/2016-03-08\""))
            let body = try await house.visitor.get(Self.body).text
            #expect(body.contains("<h1>Safer Testham Panel</h1>") && body.contains("/meetings/safer-testham-panel.ics"))
            let year = try await house.visitor.get("/meetings/calendar/2016").text
            #expect(year.contains("href=\"\(Self.body)/2016-03-08\"") && year.contains("year-calendar__marked\">8<"))
            #expect(try await house.visitor.get("/meetings/calendar").location == "/meetings/calendar/2016")
            let page = try await house.visitor.get("\(Self.body)/2016-03-08")
            #expect(page.status == .ok)
            for words in [
                "Tuesday 8 March 2016 at 7.00 pm", "Council Chamber", "Charles Hungwe", "tel:01843577186",
                "mailto:clerk@example.org", "The agenda will stand here once it is published.",
                "Announced for Tuesday 8 March 2016 at 7.00 pm", "href=\"https://example.org/join?a=1&amp;b=2\"",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
        }
    }

    @Test("one that was moved says what it was, and is found where it was")
    func moved() async throws {
        try await House.open { house in
            let id = try await house.announce(day: "2016-03-08")
            try await house.announce(id, day: "2016-03-15", state: .moved(why: "The hall is let"))
            let old = try await house.visitor.get("\(Self.body)/2016-03-08")
            #expect(old.status == .seeOther && old.location == "\(Self.body)/2016-03-15")
            let page = try await house.visitor.get("\(Self.body)/2016-03-15").text
            #expect(page.contains("This meeting was moved"))
            #expect(page.contains("It was Tuesday 8 March 2016 at 7.00 pm.") && page.contains("The hall is let."))
        }
    }

    @Test("one that is called off says why, and stays in the calendar as cancelled")
    func calledOff() async throws {
        try await House.open { house in
            let id = try await house.announce(day: "2016-03-08")
            try await house.announce(id, day: "2016-03-08", state: .calledOff(why: "There is no business"))
            let page = try await house.visitor.get("\(Self.body)/2016-03-08").text
            #expect(page.contains("This meeting is called off") && page.contains("There is no business."))
            #expect(!page.contains("https://example.org/join"))
            for feed in ["/meetings.ics", "\(Self.body).ics", "\(Self.body)/2016-03-08.ics"] {
                let answer = try await house.visitor.get(feed)
                #expect(answer.headers[.contentType] == "text/calendar; charset=utf-8; method=PUBLISH")
                #expect(answer.text.contains("STATUS:CANCELLED\r\n") && answer.text.contains("SEQUENCE:1\r\n"))
            }
        }
    }

    @Test("its papers stand with it, the earlier version as superseded, and lead back to it")
    func papers() async throws {
        try await House.open { house in
            let id = try await house.announce(day: "2016-03-08")
            for after in 0...1 { try await house.publishAgenda("agenda-1", after: after, for: id) }
            let page = try await house.visitor.get("\(Self.body)/2016-03-08").text
            #expect(page.contains("href=\"/publications/agenda-1\"") && page.contains("version 2"))
            #expect(page.contains("/publications/agenda-1/versions/1") && page.contains("Superseded"))
            let paper = try await house.visitor.get("/publications/agenda-1").text
            #expect(
                paper.contains("href=\"\(Self.body)/2016-03-08\""))
            let list = try await house.visitor.get("/meetings").text
            #expect(list.contains("href=\"/publications/agenda-1\""))
            let feed = try await house.visitor.get("/meetings.atom").text
            #expect(feed.contains("<title>Agenda published, version 2: "))
        }
    }

    @Test("agendas leave room for other publications, and lead to their meetings")
    func publications() async throws {
        try await House.open { house in
            let id = try await house.announce(day: "2016-03-08")
            for number in 1...7 { try await house.publishAgenda("agenda-\(number)", for: id) }
            let page = try await house.visitor.get("/publications").text
            #expect(page.components(separatedBy: "publications__item\"><a href=\"/publications/agenda-").count == 6)
            #expect(page.contains("These are the newest.") && page.contains("href=\"/meetings\""))
            let welcome = try await house.visitor.get("/").text
            #expect(!welcome.contains("/publications/agenda-"))
            #expect(welcome.contains("Coming meetings") && welcome.contains("8 March 2016 at 7.00 pm"))
        }
    }

    @Test("past meetings stand after those to come, page by page")
    func past() async throws {
        try await House.open { house in
            for day in 1...25 { try await house.announce(day: "2015-01-\(day < 10 ? "0" : "")\(day)") }
            try await house.announce(day: "2016-03-08")
            let first = try await house.visitor.get("/meetings").text
            #expect(first.contains("Past meetings 1 to 20 of 25") && first.contains("2015-01-25"))
            #expect(first.contains("2016-03-08") && !first.contains("2015-01-05\""))
            let second = try await house.visitor.get("/meetings?page=2").text
            #expect(second.contains("2015-01-05") && !second.contains("2016-03-08"))
            let ofBody = try await house.visitor.get("\(Self.body)?page=2").text
            #expect(ofBody.contains("2015-01-05"))
        }
    }

    @Test(
        "what is not there is not found",
        arguments: [
            "/x", "/x/2016-03-08", "/safer-testham-panel/2016-03-09", "/x.ics",
            "/safer-testham-panel/2016-03-09.ics", "/calendar/16", "/calendar/x", "/calendar/0000",
        ])
    func missing(rest: String) async throws {
        try await House.open { house in
            try await house.announce(day: "2016-03-08")
            #expect(try await house.visitor.get("/meetings\(rest)").status == .notFound)
        }
    }

    @Test(
        "a reader who has a page or feed already is told so, and HEAD is answered without a body",
        arguments: [
            "/meetings", "/meetings.ics", "/meetings.atom", "/meetings/calendar/2016", "\(body).ics",
        ])
    func fresh(address: String) async throws {
        try await House.open { house in
            try await house.announce(day: "2016-03-08")
            let first = try await house.visitor.get(address)
            let again = try await house.visitor.get(address, [.ifNoneMatch: first.headers[.eTag] ?? ""])
            #expect(again.status == .notModified)
            let head = try await house.visitor.ask(.head, address)
            #expect(head.status == .ok && head.text.isEmpty)
            #expect(head.headers[.contentType] == first.headers[.contentType])
        }
    }

    @Test("where the site was told its address, feeds name it; otherwise no calendar claims one")
    func address() async throws {
        try await House.open(["address": "http://safer.example.org"]) { house in
            try await house.announce(day: "2016-03-08")
            let page = "http://safer.example.org\(Self.body)/2016-03-08"
            let calendar = try await house.visitor.get("/meetings.ics").text
            #expect(
                calendar.replacing("\r\n ", with: "").contains("URL:\(page)\r\n"))
            let feed = try await house.visitor.get("/meetings.atom").text
            #expect(
                feed.contains("href=\"\(page)\"") && feed.contains("href=\"http://safer.example.org/meetings.atom\""))
        }
        try await House.open { house in
            try await house.announce(day: "2016-03-08")
            let without = try await house.visitor.get("/meetings.ics").text
            #expect(!without.contains("\r\nURL:"))
        }
    }

    @Test("what was typed is never markup, and leads nowhere that is no address of the web")
    func hostile() async throws {
        try await House.open { house in
            try await house.announce(day: "2016-03-08", place: "<script>x</script>", joining: "javascript:alert(1)")
            let page = try await house.visitor.get("\(Self.body)/2016-03-08").text
            #expect(!page.contains("<script>x") && !page.contains("href=\"javascript:"))
        }
    }
}

extension House {
    /// Announces a meeting, or another state of one, as a capability does.
    @discardableResult
    func announce(
        _ id: ID<PublishedMeeting>? = nil, day: String, place: String = "Council Chamber",
        joining: String = "https://example.org/join?a=1&b=2", state: PublishedMeeting.State = .scheduled
    ) async throws -> ID<PublishedMeeting> {
        let meeting = PublishedMeeting(
            id: id ?? installation.identities.new(at: clock.now), body: .init(id: "panel", name: "Safer Testham Panel"),
            day: try #require(Day(day)), startsAt: try #require(TimeOfDay("19:00")), endsAt: TimeOfDay("21:00"),
            place: place, joining: joining,
            contact: .init(name: "Charles Hungwe", telephone: "01843 577 186", email: "clerk@example.org"), state: state
        )
        let (actor, time) = (Entry.Actor.commandLine("clerk"), clock.now)
        let entry = Entry(.meetingAnnounced, of: .init("meeting", meeting.id), by: actor, at: time)
        try await database.write(entry) { db in try db.announce(meeting, by: actor, at: time) }
        return meeting.id
    }

    /// Publishes a small agenda and puts it with its meeting, as a capability does.
    func publishAgenda(_ slug: String, after: Int = 0, for meeting: ID<PublishedMeeting>) async throws {
        let time = clock.now
        try await PublicationStore(database, identities: .system).publish(
            VersionDraft(
                .agenda, slug: slug,
                page: FrozenPage("Agenda of 8 March 2016", summary: "What is on it.", body: "<h1>Agenda</h1>"),
                files: [.init("agenda.pdf", title: "The agenda", type: .pdf, bytes: Array("%PDF-1.7".utf8))]),
            after: after, by: .commandLine("clerk"), at: time
        ) { db in try db.attach(slug, to: meeting, as: .agenda, at: time) }
    }
}
