import DataRegister
import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Storage
import Testing

@testable import App

@Suite("A form that is sent twice is done once, whatever the form")
struct SentTwiceTests {
    /// The same form as often as asked, all at once: the token that stood in the page it came from is in each.
    private func send(
        _ fields: [(String, String)], to address: String, times: Int, by browser: Browser
    ) async throws -> [TestResponse] {
        let token = try #require(try await browser.token())
        return try await withThrowingTaskGroup(of: TestResponse.self) { group in
            for _ in 0..<times {
                group.addTask { try await browser.sendBare([("form-token", token)] + fields, to: address) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    @Test("twenty clicks on one button enter one person, and all lead to that person’s page")
    func person() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let fields = [("name", "Ada Lovelace"), ("email", "ada@example.org"), ("agency", "")]
            let answers = try await send(fields, to: "/partnership/people", times: 20, by: officer)
            #expect(answers.allSatisfy { $0.status == .seeOther })
            #expect(Set(answers.map(\.location)).count == 1)
            let people = PersonStore(house.database, identities: house.installation.identities)
            #expect(try await people.people().filter { $0.name == "Ada Lovelace" }.count == 1)
            let again = try await officer.send(
                ["name": "Ada Lovelace", "email": "ada@example.org", "agency": ""], to: "/partnership/people")
            #expect(again.status == .unprocessableContent, "a form from another page is another deed")
        }
    }

    @Test("so with a body and its seats, whose addresses are told again")
    func body() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let body = [
                ("name", "Working Group"), ("regime", "partnership"), ("parent", ""), ("day", "9/2/2016"),
                ("purpose", ""), ("frequency", ""),
            ]
            let bodies = try await send(body, to: "/partnership/bodies", times: 3, by: officer)
            #expect(bodies.allSatisfy { $0.status == .seeOther })
            #expect(Set(bodies.map(\.location)).count == 1)
            let address = try #require(bodies.first?.location)
            let seat = [("title", "Chair"), ("role", "chair"), ("agency", ""), ("day", "9/2/2016")]
            let seats = try await send(seat, to: address + "/seats", times: 3, by: officer)
            #expect(seats.allSatisfy { $0.status == .seeOther })
            #expect(Set(seats.map(\.location)).count == 1)
            #expect(try await officer.get(try #require(seats.first?.location)).status == .ok)
        }
    }

    @Test("so with a file, which is read once")
    func file() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let token = try #require(try await officer.token())
            let file = StreetFile("2014-01", burglaries: 14, incidents: 3)
            var addresses: Set<String> = []
            for _ in 0..<3 {
                let answer = try await officer.give([.init(file.name, file.text)], token: token)
                #expect(answer.status == .seeOther)
                addresses.insert(answer.location)
            }
            await house.program.first.desk.untilQuiet()
            #expect(addresses.count == 1)
            #expect(try await house.imports().count == 1)
            #expect(try await house.releases().count == 1)
        }
    }

    @Test("a form that was refused can be sent again once what stood in the way is gone")
    func refused() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let token = try #require(try await officer.token())
            let who = try await WhoIsWhoHouse(house)
            let fields = [("form-token", token), ("person", "\(who.person)"), ("from", "9/2/2016"), ("day", "")]
            let taken = try await officer.sendBare(fields, to: "/partnership/seats/\(who.seat)/holder")
            #expect(taken.status == .unprocessableContent)
            try await officer.change(
                "/partnership/seats/\(who.seat)/appointments/\(who.appointment)/end", ["day": "9/2/2016"])
            let free = try await officer.sendBare(fields, to: "/partnership/seats/\(who.seat)/holder")
            #expect(free.status == .seeOther)
        }
    }
}
