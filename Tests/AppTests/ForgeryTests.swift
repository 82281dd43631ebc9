import DataRegister
import HTTPTypes
import HummingbirdTesting
import Membership
import Testing
import Web

@testable import App

@Suite("Nobody can make an officer’s browser change anything")
struct ForgeryTests {
    /// Every route that takes a form.
    private func forms(_ house: House) -> [String] {
        house.program.first.routes.filter { $0.method == .post }.map(\.path)
    }

    /// Sends a form that must be refused to every route that takes one, and looks whether anything changed.
    private func refused(
        _ house: House, by send: (Browser, String) async throws -> TestResponse
    ) async throws {
        let who = try await WhoIsWhoHouse(house)
        // Somebody who may send every form there is.
        let person = try await who.somebody(as: .officer)
        for role in [Role.administrator, .member] { try await who.seat(person, as: role) }
        let officer = try await house.somebody(person)
        let (before, entries) = (try await house.database.dump(), try await house.database.countEntries())
        for path in forms(house) {
            let answer = try await send(officer, path)
            #expect(answer.status == .forbidden, "\(path)")
            #expect(answer.reading.contains("Nothing was saved"), "\(path)")
        }
        await house.program.first.desk.untilQuiet()
        #expect(try await house.database.countEntries() == entries)
        #expect(try await house.database.dump() == before)
        #expect(try await officer.get("/home").status == .ok)
    }

    @Test("there are forms to try")
    func some() async throws {
        try await House.open { house in #expect(forms(house).count >= 3) }
    }

    @Test("a form without a token is refused, and nothing is changed")
    func without() async throws {
        try await House.open { house in
            try await refused(house) { officer, path in try await officer.sendBare([("kind", "police")], to: path) }
        }
    }

    @Test("a form with another session’s token is refused, and nothing is changed")
    func foreign() async throws {
        try await House.open { house in
            let token = try #require(try await house.officer().token())
            try await refused(house) { officer, path in
                try await officer.sendBare([("form-token", token)], to: path)
            }
        }
    }

    @Test("files given with another session’s token are not even kept")
    func foreignFile() async throws {
        try await House.open { house in
            let token = try #require(try await house.officer().token())
            let before = try everyByte(in: house.folder + "/files").map(\.file)
            try await refused(house) { officer, path in
                guard path == "/data/import" else { return try await officer.sendBare([], to: path) }
                return try await officer.give([StreetFile("2014-01", burglaries: 3).file], token: token)
            }
            #expect(try everyByte(in: house.folder + "/files").map(\.file) == before)
        }
    }

    @Test(
        "a form sent from another site is refused even with the right token",
        arguments: [
            [HTTPField.Name.origin: "https://evil.example"] as HTTPFields, [.origin: "null"],
            [.secFetchSite: "cross-site"], [.secFetchSite: "same-site"],
            [.origin: "http://localhost", .secFetchSite: "cross-site"],
        ])
    func elsewhere(headers: HTTPFields) async throws {
        try await House.open { house in
            try await refused(house) { officer, path in try await officer.send(to: path, headers) }
        }
    }

    @Test("a visitor’s browser cannot be signed in from another site")
    func signIn() async throws {
        try await House.open { house in
            let token = await house.nextSignIn()
            let answer = try await house.visitor.send(
                ["token": token], to: "/sign-in/once", [.origin: "https://evil.example"])
            #expect(answer.status == .forbidden)
            #expect(answer.headers[.setCookie] == nil)
            #expect(try await house.visitor.send(["token": token], to: "/sign-in/once").status == .seeOther)
        }
    }

    @Test("behind a proxy that asks for another host, forms of the site’s own address are taken and no others")
    func proxied() async throws {
        try await House.open(["address": "https://safer.example.org/"]) { house in
            let token = await house.nextSignIn()
            let here: HTTPFields = [.origin: "https://safer.example.org", .secFetchSite: "same-origin"]
            let elsewhere = try await house.visitor.send(
                ["token": token], to: "/sign-in/once", [.origin: "https://evil.example"])
            #expect(elsewhere.status == .forbidden)
            #expect(try await house.visitor.send(["token": token], to: "/sign-in/once", here).status == .seeOther)
        }
    }

    @Test("the site’s own forms are taken")
    func own() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let answer = try await officer.send(
                to: "/sign-out", [.origin: "http://localhost", .secFetchSite: "same-origin"])
            #expect(answer.status == .seeOther)
        }
    }
}

extension HTTPField.Name {
    /// Where a browser says a request came from.
    static let secFetchSite = HTTPField.Name("sec-fetch-site") ?? .origin
}
