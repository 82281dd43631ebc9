import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Publishing
import ScratchDatabases
import Storage
import Testing

@testable import App

@Suite("Anybody learns who sits where, what was decided, and who came")
struct CommitteeTests {
    static let panel = "/bodies/safer-testham-panel"

    @Test("without anything published every page says so")
    func empty() async throws {
        try await House.open { house in
            let list = try await house.visitor.get("/bodies").text
            #expect(list.contains("No body is published yet"))
            #expect(try await house.visitor.get("/bodies.atom").text.contains("</feed>"))
            #expect(try await house.visitor.get("/bodies/x").status == .notFound)
            #expect(try await house.visitor.get("/bodies/members/x").status == .notFound)
        }
    }

    @Test("a body is published with one button, and its page says when what is kept is something else")
    func published() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let officer = try await house.officer()
            let page = "/committees/bodies/\(who.body)"
            func publish(_ shown: String) async throws -> HTTPResponse.Status {
                try await officer.send(["shown": shown], to: page + "/publication").status
            }

            #expect(try await house.visitor.get("/bodies").text.contains("No body is published yet"))
            #expect(try await officer.get(page).reading.contains("Not published"))
            let shown = try await Self.shown(officer, page)
            #expect(try await publish("what somebody else saw") == .unprocessableContent)
            #expect(try await publish(shown) == .seeOther)
            #expect(try await officer.get(page).reading.contains("Up to date"))
            let body = try await house.visitor.get("/bodies/executive-group").reading
            #expect(body.contains("Bo Commander") && body.contains("District Commander"))
            #expect(body.contains("Testham Police") && body.contains("9 February 2016"))
            let member = try await house.visitor.get("/bodies/members/bo-commander").reading
            #expect(member.contains("Executive Group"))

            // Nobody is told of what comes later before it is published too.
            let somebody = try await who.somebody(as: .member)
            #expect(try await !house.visitor.get("/bodies/executive-group").reading.contains("Somebody, Member"))
            let kept = try await officer.get(page).reading
            #expect(kept.contains("What is kept here is not what everybody is told"))
            #expect(kept.contains("Somebody, Member, Member is there now"))
            #expect(try await publish(try await Self.shown(officer, page)) == .seeOther)
            let again = try await house.visitor.get("/bodies/executive-group").reading
            #expect(again.contains("Somebody, Member") && again.contains("Version 2"))
            for address in ["/bodies", "/bodies/executive-group", "/oparl/v1.1/people", "/oparl/v1.1/memberships"] {
                #expect(try await !house.visitor.get(address).text.contains("\(somebody)"), "\(address)")
            }
        }
    }

    @Test("what would be published of a body is shown as it will be read, with members and without")
    func preview() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let officer = try await house.officer()
            let empty = try await BodyStore(house.database, identities: house.installation.identities).add(
                BodyDetails(name: "Forum", regime: .publicMeeting), from: Day(house.clock.now), by: .commandLine(),
                at: house.clock.now)
            for (body, words) in [
                (who.body, "<li>Bo Commander, District Commander</li>"), (empty, "<p>Nobody sits on it.</p>"),
            ] {
                let page = try await officer.get("/committees/bodies/\(body)").text
                #expect(page.contains(words) && !page.contains("&lt;"), "\(words)")
            }
        }
    }

    private static func shown(_ browser: Browser, _ page: String) async throws -> String {
        let text = try await browser.get(page).text
        return try #require(text.firstMatch(of: /name="shown" value="([0-9a-f]+)"/)).output.1.description
    }

    @Test("a private panel cannot be published, by no button and no form")
    func privatePanel() async throws {
        try await House.open { house in
            let body = try await BodyStore(house.database, identities: house.installation.identities).add(
                BodyDetails(name: "Casework Panel", regime: .privatePanel), from: Day(house.clock.now),
                by: .commandLine(), at: house.clock.now)
            let officer = try await house.officer()
            let page = "/committees/bodies/\(body)"
            #expect(try await officer.get(page).reading.contains("a private panel or a team is never published"))
            #expect(try await officer.send(["shown": ""], to: page + "/publication").status == .unprocessableContent)
            let meeting = try await SampleMeeting(house, of: body)
            for rest in ["", "/publication"] {
                #expect(try await !officer.get(meeting.address + rest).reading.contains("Announce it"), "\(rest)")
            }
            let announced = try await officer.send(to: meeting.address + "/announcement")
            #expect(announced.status == .unprocessableContent)
            #expect(announced.reading.contains("Nothing of this body’s meetings is ever laid before everybody"))
            for address in ["/bodies", "/oparl/v1.1/organizations", "/meetings/search?q=casework"] {
                #expect(try await !house.visitor.get(address).text.contains("Casework Panel"), "\(address)")
            }
        }
    }

    @Test("its page has its members, its meetings, what it decided and who came")
    func body() async throws {
        try await House.open { house in
            try await house.publishCommittee()
            let page = try await house.visitor.get(Self.panel)
            for words in [
                "Looks at crime and disorder.", "Cllr Ann Other", "Chairman", "Testham Council", "RESOLVED",
                "That the lamps are repaired", "minute 39", "Draft minutes", "2015/16",
            ] {
                #expect(page.reading.contains(words), "\(words)")
            }
            for feed in [
                "/meetings/safer-testham-panel.ics", "/meetings/safer-testham-panel.atom", "\(Self.panel).atom",
            ] {
                #expect(
                    page.text.contains("<link rel=\"alternate\"") && page.text.contains("href=\"\(feed)\""), "\(feed)")
                #expect(try await house.visitor.get(feed).status == .ok)
            }
            let news = try await house.visitor.get("\(Self.panel).atom").text
            #expect(news.contains("<title>Minutes published: Safer Testham Panel, 9 February 2016</title>"))
            #expect(news.contains("RESOLVED: That the lamps are repaired"))
        }
    }

    @Test("a meeting’s page has what it decided, and offers what can be subscribed to")
    func meeting() async throws {
        try await House.open { house in
            try await house.publishCommittee()
            for path in ["/meetings/safer-testham-panel/2016-02-09", "/publications/panel-minutes"] {
                let page = try await house.visitor.get(path)
                #expect(page.text.contains("<link rel=\"alternate\" type=\"application/atom+xml\""), "\(path)")
            }
            let page = try await house.visitor.get("/meetings/safer-testham-panel/2016-02-09").reading
            #expect(page.contains("What was decided") && page.contains("That the lamps are repaired"))
        }
    }

    @Test("attendance is counted from published minutes alone, an absence with apologies apart")
    func attendance() async throws {
        try await House.open { house in
            let first = try await house.publishCommittee(presence: .apologies)
            for (day, presence) in [
                ("2016-02-16", PublishedMinutes.Attendance.Presence.present), ("2016-02-23", .substituted),
                ("2016-03-01", .absent),
            ] {
                let meeting = try await house.announce(day: day)
                try await house.publish(minutes: "minutes-\(day)", of: meeting, presence: presence)
            }
            let next = try await house.announce(day: "2016-06-07")
            try await house.publish(minutes: "minutes-next", of: next, presence: .present, year: 2016)
            try await house.announce(day: "2016-07-05")

            let csv = try await house.visitor.get("\(Self.panel)/attendance.csv").text
            #expect(
                csv == """
                    municipal_year,body,member,possible,attended,substituted,apologies,absent,not_said\r
                    2016/17,Safer Testham Panel,Cllr Ann Other,1,1,0,0,0,0\r
                    2015/16,Safer Testham Panel,Cllr Ann Other,4,1,1,1,1,0\r

                    """)
            let member = try await house.visitor.get(House.panelMember).reading
            #expect(member.contains("From 5 sets of published minutes, not confirmed by a meeting yet"))

            // A later version counts in place of the first, and one that was withdrawn not at all.
            try await house.publish(minutes: "panel-minutes", after: 1, of: first, presence: .present)
            let after = try await house.visitor.get("\(Self.panel)/attendance.csv").text
            #expect(after.contains("Cllr Ann Other,4,2,1,0,1,0"))
            try await PublicationStore(house.database, identities: .system).withdraw(
                "minutes-next", version: 1, because: "Wrong", by: .commandLine("clerk"), at: house.clock.now)
            #expect(try await !house.visitor.get("\(Self.panel)/attendance.csv").text.contains("2016/17"))
        }
    }
}
