import Foundation
import HTTPTypes
import HummingbirdTesting
import Publishing
import ScratchDatabases
import Storage
import Testing

@testable import App

@Suite("Anybody finds what was published by its words, and nothing else")
struct PublicSearchTests {
    private static let place = "/meetings/search"

    @Test(
        "titles, papers, the words of given files, minutes, decisions and members are found by any ending",
        arguments: [
            ("lamppost", "Papers 1"), ("harbourmaster", "Papers 1"), ("moonlight", "Minutes 1"),
            ("repairing", "Decisions 1"), ("other", "Bodies 1"), ("agenda", "Agendas 1"),
        ])
    func found(word: String, group: String) async throws {
        try await House.open { house in
            try await house.publishCommittee()
            let page = try await house.visitor.get("\(Self.place)?q=\(word)")
            #expect(page.reading.contains(group), "\(page.reading)")
            #expect(
                page.text.contains("<mark>")
                    && page.reading.contains(
                        word == "other" ? "Body · published" : "Safer Testham Panel, 9 February 2016")
            )
            #expect(page.text.contains("/meetings/search.atom?q=\(word)"))
            let feed = try await house.visitor.get("\(Self.place).atom?q=\(word)").text
            #expect(feed.contains("<entry>"))
        }
    }

    @Test("a body and days narrow it; what is no day is said")
    func narrowed() async throws {
        try await House.open { house in
            try await house.publishCommittee()
            func reading(_ rest: String) async throws -> String {
                try await house.visitor.get("\(Self.place)?q=lampposts\(rest)").reading
            }
            #expect(try await reading("&body=safer-testham-panel").contains("1 result"))
            #expect(try await reading("&body=another").contains("Nothing found"))
            #expect(try await reading("&from=9/2/2016&to=9/2/2016").contains("1 result"))
            #expect(try await reading("&from=10/2/2016").contains("Nothing found"))
            #expect(try await reading("&from=soon").contains("‘soon’ is no day"))
            #expect(try await reading("&kind=published%20minutes").contains("Nothing found") == false)
            let empty = try await house.visitor.get(Self.place).reading
            #expect(empty.contains("What are you looking for?"))
        }
    }

    @Test("what was superseded is found only when it is asked for, and says so; what was withdrawn is not found")
    func superseded() async throws {
        try await House.open { house in
            let meeting = try await house.publishCommittee()
            try await house.publish(agenda: "panel-agenda", after: 1, for: meeting)
            let page = try await house.visitor.get("\(Self.place)?q=lampposts").reading
            #expect(page.contains("1 result for") && page.contains("1 more result in versions"))
            let all = try await house.visitor.get("\(Self.place)?q=lampposts&superseded=yes").reading
            #expect(all.contains("2 results for") && all.contains("Superseded"))
            for version in 1...2 {
                try await PublicationStore(house.database, identities: .system).withdraw(
                    "panel-agenda", version: version, because: "Wrong", by: .commandLine("clerk"), at: house.clock.now)
            }
            for rest in ["", "&superseded=yes"] {
                #expect(
                    try await house.visitor.get("\(Self.place)?q=lampposts\(rest)").reading.contains("Nothing found"))
            }
        }
    }

    @Test("what is for members is not found by anybody, signed in or not")
    func membersOnly() async throws {
        try await House.open { house in
            _ = try await WhoIsWhoHouse(house)
            let officer = try await house.officer()
            #expect(try await officer.get("/search?q=commander").reading.contains("2 results"))
            for reader in [house.visitor, officer] {
                #expect(
                    try await reader.get("\(Self.place)?q=commander").reading.contains("Nothing found"))
            }
            try await house.publishCommittee()
            #expect(try await officer.get("/search?q=moonlight").reading.contains("Nothing found"))
        }
    }

    @Test("an index that is made anew from the records finds the same")
    func anew() async throws {
        try await House.open { house in
            try await house.publishCommittee()
            try await house.installation.makeSearchable(by: .job("a test"), always: true)
            for word in ["lampposts", "harbourmaster", "moonlight", "repaired", "other"] {
                let page = try await house.visitor.get("\(Self.place)?q=\(word)").reading
                #expect(page.contains("1 result for") || page.contains("results for"), "\(word)")
            }
        }
    }

    @Test(
        "whatever is asked is answered",
        arguments: ["q=%22", "q=%00", "q=a&page=-1", "q=lamp&kind=x", "q=lamp&page=99", "body=%FF&q=x"])
    func hostile(query: String) async throws {
        try await House.open { house in
            try await house.publishCommittee()
            for path in [Self.place, Self.place + ".atom"] {
                #expect(try await house.visitor.get("\(path)?\(query)").status == .ok)
            }
        }
    }
}
