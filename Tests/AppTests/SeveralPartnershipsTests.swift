import Foundation
import Hummingbird
import HummingbirdTesting
import Membership
import Partnership
import ScratchDatabases
import Storage
import Synchronization
import Testing
import Web

@testable import App

@Suite("Several partnerships share an installation and see nothing of one another")
struct SeveralPartnershipsTests {
    @Test(
        "each answers at its own host, and the first wherever no other does",
        arguments: [
            ("nextham.example.org", "Nextham"), ("NEXTHAM.example.org:8080", "Nextham"), ("127.0.0.1", "Testham"),
            ("elsewhere.example.org", "Testham"), (nil, "Testham"),
        ] as [(String?, String)])
    func hosts(authority: String?, district: String) async throws {
        try await Neighbours.open { neighbours in
            let site = try #require(neighbours.house.program.sites.site(for: authority))
            #expect(site.installation.profile.district == district)
        }
    }

    @Test("who is signed in to one is nobody in the other")
    func sessions() async throws {
        try await Neighbours.open { neighbours in
            let ours = try await neighbours.house.officer()
            let theirs = try await neighbours.officer()

            #expect(try await ours.get("/home").status == .ok)
            #expect(try await theirs.get("/home").status == .ok)
            let (atTheirs, atOurs) = (neighbours.browser(like: ours), Browser(neighbours.house.client, like: theirs))
            #expect(try await atTheirs.get("/home").status == .unauthorized)
            #expect(try await atOurs.get("/home").status == .unauthorized)
        }
    }

    @Test("a one-time address signs in to the partnership it was made for")
    func addresses() async throws {
        try await Neighbours.open { neighbours in
            let told = Mutex<[ID<Tenant>: SessionToken]>([:])
            await neighbours.house.program.sites.announce { site in
                let partnership = site.installation.partnership.id
                await site.signIn.announce { _, token, _ in told.withLock { $0[partnership] = token } }
            }
            let token = try #require(told.withLock { $0[neighbours.theirs] }).text

            let here = try await neighbours.house.visitor.sendBare([("token", token)], to: "/sign-in/once")
            let there = try await neighbours.browser().sendBare([("token", token)], to: "/sign-in/once")

            #expect(here.headers[.setCookie] == nil)
            #expect(there.status == .seeOther && there.location == "/home")
        }
    }

    @Test("a change of name stands on every page at once, and the other’s stay as they are")
    func rename() async throws {
        try await Neighbours.open { neighbours in
            let officer = try await neighbours.officer()

            let answer = try await officer.change(
                "/partnership/details",
                ["name": "Safer Nextham", "district": "Nextham", "plan-year": "2026/27", "accent": "#7a1f2b"])

            #expect(answer.status == .seeOther, "\(answer.reading)")
            #expect(try await neighbours.browser().get("/").reading.contains("Safer Nextham"))
            #expect(try await officer.get("/home").status == .ok)
            let ours = try await neighbours.house.visitor.get("/").reading
            #expect(ours.contains("Testham Community Safety Partnership"))
        }
    }

    @Test("what cannot be so is said beside its field, and what was typed stays")
    func refused() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            let answer = try await officer.change(
                "/partnership/details",
                ["name": "", "district": "Testham", "plan-year": "2026/29", "accent": "#ffff00"])
            let dates = try await officer.change("/partnership/year", ["dates": "Scrutiny: soon"])

            #expect(answer.status == .unprocessableContent)
            #expect(answer.reading.contains("Enter the partnership’s name"))
            #expect(answer.reading.contains("Write the year as 2026/27, or 2026"))
            #expect(answer.text.contains("value=\"#ffff00\""))
            #expect(dates.status == .unprocessableContent && dates.reading.contains("Line 1: ‘soon’ is not a date"))
        }
    }

    @Test("the dates that are set stand on the first page")
    func year() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            try await officer.change(
                "/partnership/year", ["dates": "Scrutiny: 9 February 2031\nCouncil agrees the plan"])
            let home = try await officer.get("/home").reading
            #expect(home.contains("Scrutiny 9 February 2031"))
            #expect(home.contains("Council agrees the plan date to be set"))
        }
    }
}

/// A house, and a second partnership in it that is asked for by a host name of its own.
struct Neighbours: Sendable {
    let house: House
    let theirs: ID<Tenant>
    private let client: any TestClientProtocol

    static func open(_ body: @Sendable (Neighbours) async throws -> Void) async throws {
        try await House.open { house in
            let host = try #require(HostName("nextham.example.org"))
            let id = try await ProfileStore(house.installation.records, identities: house.installation.identities)
                .enter(
                    Profile(name: "Nextham Community Safety Partnership", district: "Nextham"), host: host,
                    by: .commandLine(), at: house.clock.now)
            try await house.program.sites.refresh()
            let door = Application(responder: Door(sites: house.program.sites, host: host))
            try await door.test(.router) { client in
                try await body(Neighbours(house: house, theirs: id, client: client))
            }
        }
    }

    func browser(like other: Browser? = nil) -> Browser { Browser(client, like: other) }

    func officer() async throws -> Browser {
        let sessions = SessionStore(house.database.opened(for: theirs), permissions: Program.permissions)
        let token = try #require(try await sessions.begin(for: FirstOfficerStore.person, at: house.clock.now))
        return Browser(client, cookie: "frankpledge=\(token.text)")
    }

    /// Asks for one host, whatever it is asked for: the client of the tests always asks for ‘localhost’.
    private struct Door: HTTPResponder {
        let sites: Sites
        let host: HostName

        func respond(to request: Request, context: WebContext) async throws -> Response {
            guard let site = sites.site(for: host.description) else { throw HTTPError(.notFound) }
            return try await site.responder.respond(to: request, context: context)
        }
    }
}

extension Browser {
    /// One that keeps the same cookie.
    fileprivate convenience init(_ client: any TestClientProtocol, like other: Browser?) {
        self.init(client, cookie: other?.cookieSent)
    }
}
