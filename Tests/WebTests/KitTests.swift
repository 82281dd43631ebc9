import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import ScratchDatabases
import Storage
import Testing

@testable import Membership
@testable import Web

@Suite("Whatever a page throws, the reader is told what to do, and nothing of the inside")
struct KitTests {
    private struct Secret: Error, CustomStringConvertible {
        let description = "SELECT password FROM secrets at /srv/inside.swift"
    }

    private static let permission = Permission("look", "Look at it.", heldBy: .officer)
    private static let other = Permission("touch", "Touch it.", heldBy: .analyst)

    /// A small site, each of whose pages fails in its own way.
    private func site(
        _ body: @Sendable @escaping (any TestClientProtocol, _ cookie: String) async throws -> Void
    ) async throws {
        try await Scratch.sqlite.database([.ofMembership]) { database in
            let sessions = SessionStore(database, permissions: [Self.permission])
            try await FirstOfficerStore(database, identities: .seeded(2)).seat(
                from: Day(Scratch.noon), at: Scratch.noon)
            let site = Site(
                name: "Safer Testham", isSecure: false, assets: try Assets(), navigation: [], now: { Scratch.noon })
            var kit = Kit(site: site, sessions: sessions)
            kit.routes.visitors(.get, "/secret") { _, _ in throw Secret() }
            kit.routes.visitors(.get, "/refused") { _, _ in
                var refusals = Refusals("Enter the first month, like 2014-01", field: "from")
                refusals.add("The period <ends> before it begins.")
                throw refusals
            }
            kit.routes.visitors(.get, "/bad") { _, _ in throw HTTPError(.badRequest, message: "inside") }
            kit.routes.visitors(.get, "/full") { _, _ in throw FormError.storage("The disk is full.") }
            kit.routes.members(.get, "/look", may: Self.permission) { _, context in
                try .json(["name": context.member.name])
            }
            kit.routes.members(.get, "/touch", may: Self.other) { _, _ in try .json(["touched": true]) }
            kit.routes.members(.post, "/touch", may: Self.other) { _, _ in .redirect(to: "/look") }
            let token = try #require(try await sessions.begin(for: FirstOfficerStore.person, at: Scratch.noon))
            let cookie = "frankpledge=\(token.text)"
            var logger = Logger(label: "tests")
            logger.logLevel = .critical
            try await Application(responder: kit.responder(), logger: logger).test(.router) { client in
                try await body(client, cookie)
            }
        }
    }

    private func ask(
        _ client: any TestClientProtocol, _ address: String, _ headers: HTTPFields = [:],
        method: HTTPRequest.Method = .get
    ) async throws -> (status: Int, text: String) {
        let response = try await client.executeRequest(uri: address, method: method, headers: headers, body: nil)
        return (response.status.code, String(buffer: response.body))
    }

    @Test("a fault of ours shows a reference to quote, and says nothing of what went wrong")
    func fault() async throws {
        try await site { client, cookie in
            for headers: HTTPFields in [[:], [.cookie: cookie], [.accept: "application/json"]] {
                let answer = try await ask(client, "/secret", headers)
                #expect(answer.status == 500)
                #expect(answer.text.contains("Something went wrong on our side"))
                #expect(answer.text.firstMatch(of: /quote the reference [0-9a-f]{8,}/) != nil, "\(answer.text)")
                #expect(!answer.text.contains("secrets") && !answer.text.contains("inside"))
            }
        }
    }

    @Test("a refusal is told in its own words, all of it, also to a program")
    func refused() async throws {
        try await site { client, _ in
            let page = try await ask(client, "/refused")
            #expect(page.status == 422)
            #expect(
                page.text.contains("Enter the first month, like 2014-01. The period &lt;ends&gt; before it begins."))
            let json = try await ask(client, "/refused", [.accept: "application/json"])
            #expect(json.status == 422)
            #expect(json.text.contains("Enter the first month, like 2014-01. The period <ends> before it begins."))
        }
    }

    @Test("a request that cannot be understood and a full disk have pages of their own")
    func others() async throws {
        try await site { client, _ in
            let bad = try await ask(client, "/bad")
            #expect(bad.status == 400)
            #expect(bad.text.contains("could not be understood") && !bad.text.contains("inside"))
            let full = try await ask(client, "/full")
            #expect(full.status == 507)
            #expect(full.text.contains("The disk is full. Nothing was saved."))
        }
    }

    @Test("a member without the permission is turned away, whatever the method, and one with it is let in")
    func permissions() async throws {
        try await site { client, cookie in
            let stranger = try await ask(client, "/look")
            #expect(stranger.status == 401)
            #expect(try await ask(client, "/look", [.cookie: cookie]).status == 200)
            #expect(try await ask(client, "/touch", [.cookie: cookie]).status == 403)
            #expect(try await ask(client, "/touch", [.cookie: cookie], method: .post).status == 403)
            #expect(try await ask(client, "/touch", [.cookie: cookie], method: .head).status == 403)
            #expect(try await ask(client, "/touch", [.cookie: cookie]).text.contains("does not hold the permission"))
        }
    }

    @Test("every route is on the list of who may do what, as it was declared")
    func declarations() async throws {
        try await Scratch.sqlite.database([.ofMembership]) { database in
            let site = Site(
                name: "Safer Testham", isSecure: false, assets: try Assets(), navigation: [], now: { Scratch.noon })
            var kit = Kit(site: site, sessions: SessionStore(database, permissions: []))
            kit.routes.visitors(.get, "/") { _, _ in .redirect(to: "/a") }
            kit.routes.members(.post, "/a/{b}", may: Self.other) { _, _ in .redirect(to: "/") }
            #expect(
                kit.routes.declarations == [
                    .init(method: .get, path: "/", audience: .visitors, kind: .publicPage),
                    .init(method: .post, path: "/a/{b}", audience: .members(Self.other), kind: .memberForm),
                ])
        }
    }
}
