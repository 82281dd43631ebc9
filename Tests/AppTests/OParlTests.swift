import Foundation
import HTTPTypes
import HummingbirdTesting
import Publishing
import ScratchDatabases
import Storage
import Testing

@testable import App

@Suite("Programs are told of committees as OParl 1.1 has it")
struct OParlTests {
    static let root = "/oparl/v1.1"

    private static func json(_ answer: TestResponse) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any])
    }

    private static func list(_ browser: Browser, _ rest: String) async throws -> [[String: Any]] {
        try #require(try json(try await browser.get(root + rest))["data"] as? [[String: Any]])
    }

    @Test("every object that is led to answers by its own address, and is what the schemas ask for")
    func whole() async throws {
        try await House.open(["address": "https://safer.example.org"]) { house in
            let meeting = try await house.publishCommittee()
            try await house.publish(agenda: "panel-agenda", after: 1, for: meeting, items: ["item-key", "late-item"])
            let client = OParlClient(house.visitor)
            try await client.readEverything()
            let types = Set(client.objects.values.compactMap { $0["type"] as? String })
            #expect(types.count == 12, "\(types.sorted())")
            #expect(client.complaints.isEmpty, "\(client.complaints.joined(separator: "\n"))")
            if OParlSchemas.arePresent {
                let schemas = try OParlSchemas()
                for object in client.objects.values { #expect(try schemas.complaints(of: object) == []) }
            }
        }
    }

    @Test("a meeting has its agenda, papers, minutes, place and who was there")
    func meeting() async throws {
        try await House.open { house in
            let id = try await house.publishCommittee()
            let meeting = try Self.json(try await house.visitor.get("\(Self.root)/meetings/\(id)"))
            #expect(meeting["start"] as? String == "2016-02-09T19:00:00+00:00")
            #expect(meeting["end"] as? String == "2016-02-09T21:00:00+00:00")
            #expect((meeting["participant"] as? [String])?.first?.hasSuffix("/people/cllr-ann-other") == true)
            let items = try #require(meeting["agendaItem"] as? [[String: Any]])
            #expect(items.first?["name"] as? String == "Street lighting")
            #expect(items.first?["resolutionText"] as? String == "RESOLVED: That the lamps are repaired")
            let invitation = try #require(meeting["invitation"] as? [String: Any])
            #expect(invitation["mimeType"] as? String == "application/pdf")
            let url = try #require((invitation["accessUrl"] as? String).flatMap { URL(string: $0) })
            let file = try await house.visitor.get(url.path)
            #expect(file.status == .ok && file.bytes.count == invitation["size"] as? Int)
            #expect(
                (meeting["resultsProtocol"] as? [String: Any])?["fileName"] as? String == "panel-minutes-minutes.pdf")
        }
    }

    @Test("times say how far London’s clocks are from UTC")
    func summer() async throws {
        try await House.open { house in
            let id = try await house.announce(day: "2016-07-05", state: .calledOff(why: "No business"))
            let meeting = try Self.json(try await house.visitor.get("\(Self.root)/meetings/\(id)"))
            #expect(meeting["start"] as? String == "2016-07-05T19:00:00+01:00")
            #expect(meeting["cancelled"] as? Bool == true)
        }
    }

    @Test("a long list comes in pages that lead to each other, and keeps what was asked")
    func pages() async throws {
        try await House.open { house in
            for day in 10...24 { try await house.announce(day: "2016-03-\(day)") }
            let page = try Self.json(try await house.visitor.get("\(Self.root)/meetings?limit=7&page=2"))
            let counts = try #require(page["pagination"] as? [String: Int])
            #expect(counts == ["totalElements": 15, "elementsPerPage": 7, "currentPage": 2, "totalPages": 3])
            let links = try #require(page["links"] as? [String: String])
            #expect(Set(links.keys) == ["first", "prev", "self", "next", "last"])
            #expect(links["next"]?.hasSuffix("/oparl/v1.1/meetings?limit=7&page=3") == true)
            #expect((page["data"] as? [Any])?.count == 7)
            let last = try Self.json(try await house.visitor.get("\(Self.root)/meetings?limit=7&page=3"))
            #expect((last["links"] as? [String: String])?["next"] == nil)
        }
    }

    @Test("a program asks for what came or changed since, and is told then what is there no more")
    func filters() async throws {
        try await House.open { house in
            try await house.publishCommittee()
            let now = house.clock.now
            house.clock.move(hours: 1)
            let (before, after) = (
                now.addingTimeInterval(-60).ISO8601Format(), now.addingTimeInterval(60).ISO8601Format()
            )
            for (filter, count) in [
                ("created_since=\(before)", 1), ("created_since=\(after)", 0), ("created_until=\(before)", 0),
                ("created_until=\(after)", 1), ("modified_since=\(before)", 1), ("modified_until=\(before)", 0),
                ("modified_since=\(now.addingTimeInterval(-60).ISO8601Format().replacing("Z", with: "+00:00"))", 1),
            ] {
                #expect(try await Self.list(house.visitor, "/meetings?\(filter)").count == count, "\(filter)")
            }
            try await PublicationStore(house.database, identities: .system).withdraw(
                "panel-agenda", version: 1, because: "Wrong", by: .commandLine("clerk"), at: house.clock.now)
            for kind in ["papers", "agenda-items", "consultations"] {
                #expect(try await Self.list(house.visitor, "/\(kind)").isEmpty, "\(kind)")
                let gone = try await Self.list(house.visitor, "/\(kind)?modified_since=\(after)")
                #expect(
                    gone.count == 1 && gone.first?["deleted"] as? Bool == true && gone.first?["name"] == nil, "\(kind)")
                let id = try #require((gone.first?["id"] as? String).flatMap { URL(string: $0) })
                #expect(try Self.json(try await house.visitor.get(id.path))["deleted"] as? Bool == true)
            }
        }
    }

    @Test("it is answered for pages of other sites too, and HEAD as GET is without the body")
    func headers() async throws {
        try await House.open { house in
            let id = try await house.publishCommittee()
            for rest in ["/system", "/bodies", "/bodies/partnership", "/meetings", "/meetings/\(id)", "/terms"] {
                let got = try await house.visitor.get(Self.root + rest)
                let head = try await house.visitor.ask(.head, Self.root + rest)
                #expect(got.status == .ok && head.status == .ok && head.bytes.isEmpty, "\(rest)")
                #expect(got.headers[.accessControlAllowOrigin] == "*")
                #expect(got.headers[.contentType] == "application/json; charset=utf-8")
                for name in [HTTPField.Name.contentType, .eTag, .accessControlAllowOrigin] {
                    #expect(got.headers[name] == head.headers[name], "\(rest) \(name)")
                }
            }
            #expect(try await house.visitor.get("/oparl").location == "\(Self.root)/system")
        }
    }

    @Test(
        "what is not there, or asked wrongly, is told as a problem",
        arguments: [
            ("/nothing", 404), ("/meetings/x", 404), ("/people/nobody", 404), ("/meetings?page=0", 422),
            ("/meetings?limit=x", 422), ("/meetings?created_since=soon", 422),
        ])
    func wrong(rest: String, status: Int) async throws {
        try await House.open { house in
            let answer = try await house.visitor.get(Self.root + rest)
            #expect(answer.status.code == status)
            #expect(answer.headers[.contentType] == "application/problem+json")
        }
    }

    @Test("somebody who was entered in error and is taken out again is told as deleted")
    func takenOut() async throws {
        try await House.open { house in
            try await house.publish(House.panel(named: ["Cllr Ann Other", "Cllr Wrong Entry"]))
            #expect(try await Self.list(house.visitor, "/memberships").count == 2)
            house.clock.move(hours: 1)
            let since = house.clock.now.ISO8601Format()
            try await house.publish(House.panel(), after: 1)
            #expect(try await Self.list(house.visitor, "/memberships").count == 1)
            let changed = try await Self.list(house.visitor, "/memberships?modified_since=\(since)")
            #expect(changed.count == 1 && changed.first?["deleted"] as? Bool == true)
            #expect(try await Self.list(house.visitor, "/people").count == 1)
        }
    }
}
