import Foundation
import FoundationXML
import Publishing
import Storage
import Testing
import Web

@testable import PublicSite

@Suite("News of meetings can be followed")
struct MeetingFeedTests {
    private func feed(_ meetings: [AnnouncedMeeting], name: String = "Safer Thanet") throws -> XMLElement {
        let feed = AtomFeed(
            id: NamedUUID("meetings.atom", "x"), title: "Meetings of \(name)", subtitle: "Meetings.", author: name,
            address: "/meetings.atom", page: "/meetings", entries: MeetingFeed(meetings: meetings).entries,
            outside: { "https://safer.example.org\($0.text)" }, now: Date(timeIntervalSince1970: 0))
        return try #require(XMLDocument(data: Data(feed.bytes)).rootElement())
    }

    private func texts(_ element: XMLElement, _ path: String) throws -> [String] {
        try element.nodes(forXPath: path).compactMap(\.stringValue)
    }

    @Test("Each announcement and each version of a paper is an entry, the newest first")
    func entries() throws {
        let meeting = try Told.announced(
            [
                Told.meeting("2016-03-08"),
                Told.meeting("2016-03-08", state: .calledOff(why: "No <business> & \"none\"")),
            ],
            with: [Told.agenda()])

        let feed = try feed([meeting])

        #expect(
            try texts(feed, "*[local-name()='entry']/*[local-name()='title']") == [
                "Agenda published, version 2: Safer Thanet Working Party, 8 March 2016",
                "Agenda published: Safer Thanet Working Party, 8 March 2016",
                "Safer Thanet Working Party: called off",
                "Safer Thanet Working Party: announced for Tuesday 8 March 2016 at 7.00 pm",
            ])
        #expect(try texts(feed, "*[local-name()='updated']") == ["2016-02-03T13:46:40Z"])
        let summaries = try texts(feed, "*[local-name()='entry']/*[local-name()='summary']")
        #expect(summaries[0] == "What is on it. Item 7 was added.")
        #expect(summaries[2] == "Tuesday 8 March 2016 at 7.00 pm. No <business> & \"none\".")
        let ids = try texts(feed, "//*[local-name()='id']")
        #expect(Set(ids).count == ids.count && ids.allSatisfy { $0.hasPrefix("urn:uuid:") && $0.count == 45 })
        let again = try texts(try self.feed([meeting]), "//*[local-name()='id']")
        #expect(again == ids)
    }

    @Test("Without meetings it is a feed still")
    func empty() throws {
        #expect(try texts(try feed([]), "*[local-name()='updated']") == ["1970-01-01T00:00:00Z"])
    }

    @Test("What XML cannot say is left out")
    func control() throws {
        #expect(
            try texts(try feed([], name: "Safer\u{0} \u{B}Thanet"), "*[local-name()='title']") == [
                "Meetings of Safer Thanet"
            ])
    }
}
