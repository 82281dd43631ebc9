import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import NIOEmbedded
import NIOHTTP1
import ScratchDatabases
import Storage
import Synchronization
import Testing

@testable import Membership
@testable import Web

@Suite("What is sent too slowly is given up, and what its sender lost meanwhile is lost")
struct PatienceTests {
    @Test(
        "half a minute for anything, and then no slower than a bad telephone line",
        arguments: [
            (0.0, 0, true), (30.0, 0, true), (30.1, 0, false), (60.0, 1, false), (40.0, 20_000, true),
            (40.1, 20_000, false), (600.0, 2_000_000, true), (1_100.0, 2_000_000, false),
        ])
    func patience(seconds: Double, bytes: Int, isKept: Bool) {
        let time = Mutex(Duration.zero)
        let patience = Patience(elapsed: { time.withLock(\.self) })
        time.withLock { $0 = .seconds(seconds) }
        do throws(FormError) {
            try patience.check(bytes)
            #expect(isKept)
        } catch {
            #expect(!isKept && error == .tooSlow)
        }
    }

    /// A body of these pieces; before the second something is done.
    private func body(_ pieces: [String], then deed: @escaping @Sendable () async throws -> Void) -> RequestBody {
        let rest = Mutex(pieces[...])
        return RequestBody(
            asyncSequence: AsyncThrowingStream<ByteBuffer, any Error> {
                let (isSecond, next) = rest.withLock { ($0.count == pieces.count - 1, $0.popFirst()) }
                if isSecond { try await deed() }
                return next.map { ByteBuffer(string: $0) }
            })
    }

    private func post(_ body: RequestBody, _ headers: HTTPFields = [:]) -> Request {
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        return Request(
            head: HTTPRequest(
                method: .post, scheme: "http", authority: "safer.example.org", path: "/look", headerFields: headers),
            body: body)
    }

    @Test(
        "a form that dribbles in is given up, and its sender told so", arguments: [RouteClass.publicForm, .signInForm])
    func dribbling(kind: RouteClass) async throws {
        let time = Mutex(Duration.zero)
        let doorway = Doorway(Limits(), elapsed: { time.withLock(\.self) })
        let slow = post(body(["email=", "a", "b"]) { time.withLock { $0 = .seconds(31) } })
        await #expect(throws: FormError.tooSlow) {
            try await doorway.pass(slow, as: kind, visit: Visit(path: "/")) { _ in Response(status: .ok) }
        }
    }

    @Test("a form without files that is sent where files are taken is given up when it dribbles in, too")
    func dribblingUpload() async throws {
        let time = Mutex(Duration.zero)
        let patience = Patience(elapsed: { time.withLock(\.self) })
        let slow = post(body(["name=", "a", "b"]) { time.withLock { $0 = .seconds(31) } })
        await #expect(throws: FormError.tooSlow) {
            _ = try await Form(slow, visit: Visit(path: "/"), patience: patience)
        }
        #expect(ErrorPage(FormError.tooSlow).headers[.connection] == "close")
    }

    @Test("what is no HTTP is for the server to refuse, and no fault of ours")
    func noHTTP() async throws {
        let site = Site(
            name: "Safer Testham", isSecure: false, assets: try Assets(), navigation: [], now: { Scratch.noon })
        try await Scratch.sqlite.database([.ofMembership]) { database in
            var kit = Kit(site: site, sessions: SessionStore(database, permissions: []))
            kit.routes.visitors(.post, "/look") { _, _ in .redirect(to: "/look") }
            let responder = kit.responder()
            let broken = post(body(["a=", "b"]) { throw HTTPParserError.invalidChunkSize })
            await #expect(throws: HTTPParserError.self) {
                _ = try await responder.respond(
                    to: broken,
                    context: WebContext(source: .init(channel: EmbeddedChannel(), logger: Logger(label: "tests"))))
            }
        }
    }

    @Test(
        "a stranger’s form is small",
        arguments: [(RouteClass.signInForm, 512 << 10), (.publicForm, 512 << 10), (.memberForm, 2 << 20)])
    func small(kind: RouteClass, most: Int) async throws {
        let doorway = Doorway(Limits(), elapsed: { .zero })
        for (size, isTaken) in [(most, true), (most + 1, false)] {
            let form = post(RequestBody(buffer: ByteBuffer(repeating: UInt8(ascii: "a"), count: size)))
            do {
                let visit: Visit = kind == .memberForm ? .member(SessionToken()) : Visit(path: "/")
                _ = try await doorway.pass(form, as: kind, visit: visit) { _ in Response(status: .ok) }
                #expect(isTaken)
            } catch is FormError {
                #expect(!isTaken)
            }
        }
    }

    @Test("S36: a form half sent before its sender was signed out is not done after it")
    func halfSent() async throws {
        try await Scratch.sqlite.database([.ofMembership]) { database in
            let permission = Permission("look", "Look at it.", heldBy: .officer)
            let sessions = SessionStore(database, permissions: [permission])
            try await FirstOfficerStore(database, identities: .seeded(2)).seat(
                from: Day(Scratch.noon), at: Scratch.noon)
            // Every look at this clock finds a second gone.
            let time = Mutex(Duration.zero)
            let entrance = Entrance(
                Limits(),
                elapsed: {
                    time.withLock {
                        $0 += .seconds(1)
                        return $0
                    }
                })
            let done = Mutex(0)
            let site = Site(
                name: "Safer Testham", isSecure: false, assets: try Assets(), navigation: [], now: { Scratch.noon })
            var kit = Kit(site: site, sessions: sessions, entrance: entrance)
            kit.routes.members(.post, "/look", may: permission) { _, _ in
                done.withLock { $0 += 1 }
                return .redirect(to: "/look")
            }
            let responder = kit.responder()
            for isSignedOut in [false, true] {
                let token = try #require(try await sessions.begin(for: FirstOfficerStore.person, at: Scratch.noon))
                let found = try #require(try await sessions.session(with: token, at: Scratch.noon))
                let proof = AntiForgery.token(for: token, of: found.member.id).replacing("+", with: "%2B")
                let form = body(["\(AntiForgery.field)=\(proof)", "&name=x"]) {
                    if isSignedOut { try await sessions.end(token, of: found.member, at: Scratch.noon) }
                }
                let response = try await responder.respond(
                    to: post(form, [.cookie: "frankpledge=\(token.text)", .origin: "http://safer.example.org"]),
                    context: WebContext(source: .init(channel: EmbeddedChannel(), logger: Logger(label: "tests"))))
                #expect(response.status == (isSignedOut ? .unauthorized : .seeOther))
            }
            #expect(done.withLock(\.self) == 1)
        }
    }
}
