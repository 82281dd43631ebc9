import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import NIOCore
import ScratchDatabases
import Storage
import Synchronization
import Testing

@testable import App

/// Somebody’s browser: it keeps the cookie it is given and sends it along. It follows no redirect, so that a test sees it.
final class Browser: Sendable {
    private let client: any TestClientProtocol
    private let cookie: Mutex<String?>

    init(_ client: any TestClientProtocol, cookie: String? = nil) {
        self.client = client
        self.cookie = Mutex(cookie)
    }

    /// The cookie as it goes out: `name=value`.
    var cookieSent: String? { cookie.withLock(\.self) }

    @discardableResult
    func ask(
        _ method: HTTPRequest.Method, _ address: String, _ headers: HTTPFields = [:], body: [UInt8]? = nil
    ) async throws -> TestResponse {
        var headers = headers
        if headers[.cookie] == nil { headers[.cookie] = cookieSent }
        let response = try await client.executeRequest(
            uri: address, method: method, headers: headers, body: body.map { ByteBuffer(bytes: $0) })
        if let set = response.headers[.setCookie] {
            let kept = set.prefix { $0 != ";" }
            cookie.withLock { $0 = kept.hasSuffix("=") ? nil : String(kept) }
        }
        return response
    }

    @discardableResult
    func get(_ address: String, _ headers: HTTPFields = [:]) async throws -> TestResponse {
        try await ask(.get, address, headers)
    }

    /// Sends a form as a page of the site would: with the token where there is one.
    @discardableResult
    func send(
        _ fields: KeyValuePairs<String, String> = [:], to address: String, _ headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        var pairs = fields.map { ($0.key, $0.value) }
        if let token = try await token() { pairs.insert(("form-token", token), at: 0) }
        return try await sendBare(pairs, to: address, headers)
    }

    /// Sends a form with these fields and no others.
    @discardableResult
    func sendBare(
        _ pairs: [(String, String)], to address: String, _ headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        let body = pairs.map { "\($0.0.encoded)=\($0.1.encoded)" }.joined(separator: "&")
        return try await ask(.post, address, headers, body: Array(body.utf8))
    }

    /// The token that stands in the forms of this person’s pages; nil for a visitor.
    func token() async throws -> String? {
        let page = try await get("/accessibility").text
        return page.firstMatch(of: /name="form-token" value="([^"]+)"/).map { String($0.output.1) }
    }

    /// A file that is given.
    struct File: Sendable {
        let name: String
        let bytes: [UInt8]

        init(_ name: String, _ bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }

        init(_ name: String, _ text: String) {
            self.init(name, Array(text.utf8))
        }
    }

    /// Gives files as the page for importing does.
    func give(
        _ files: [File], as kind: String = "police", token: String? = nil, to address: String = "/data/import"
    ) async throws -> TestResponse {
        try await give(files, [("kind", kind)], token: token, to: address)
    }

    /// Gives files with a form’s other answers.
    func give(
        _ files: [File], _ answers: [(String, String)], token: String? = nil, to address: String
    ) async throws -> TestResponse {
        let own = try await self.token()
        let boundary = "----FrankpledgeTests5d1f"
        var body: [UInt8] = []
        for (name, value) in [("form-token", token ?? own ?? "")] + answers {
            body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8
        }
        for file in files {
            body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(file.name)\"\r\n".utf8
            body += "Content-Type: text/csv\r\n\r\n".utf8
            body += file.bytes + Array("\r\n".utf8)
        }
        body += "--\(boundary)--\r\n".utf8
        return try await ask(
            .post, address, [.contentType: "multipart/form-data; boundary=\(boundary)"], body: body)
    }
}

extension House {
    /// Somebody who is not signed in.
    var visitor: Browser { Browser(client) }

    /// The officer, signed in.
    func officer() async throws -> Browser {
        try await somebody(FirstOfficerStore.person)
    }

    /// A person who takes part, signed in.
    func somebody(_ person: ID<Person>, by means: Session.Means = .address) async throws -> Browser {
        let sessions = SessionStore(database, permissions: Program.permissions)
        let token = try #require(try await sessions.begin(for: person, by: means, at: clock.now))
        return Browser(client, cookie: "frankpledge=\(token.text)")
    }

    /// The officer of another partnership in the same records, signed in there.
    func neighbour() async throws -> Browser {
        let theirs = database.opened(for: Identities.seeded(77).new(Tenant.self, at: clock.now))
        try await FirstOfficerStore(theirs, identities: .seeded(78)).seat(from: Day(clock.now), at: clock.now)
        let sessions = SessionStore(theirs, permissions: Program.permissions)
        let token = try #require(try await sessions.begin(for: FirstOfficerStore.person, at: clock.now))
        return Browser(client, cookie: "frankpledge=\(token.text)")
    }

    /// A person who broke the glass for all that they can, for half an hour, signed in.
    func glassBreaker(_ person: ID<Person>) async throws -> Browser {
        let (identities, now) = (installation.identities, clock.now)
        let sessions = SessionStore(database, permissions: Program.permissions)
        let token = try #require(try await sessions.begin(for: person, by: .code, at: now))
        let session = try #require(try await sessions.session(with: token, at: now))
        let glass = GlassStore(database, identities: identities, permissions: Program.permissions)
        for permission in glass.breakable(by: session.member) {
            try await glass.breakGlass(
                for: permission, .halfAnHour, because: "A test of the glass.", in: session, at: now)
        }
        return Browser(client, cookie: "frankpledge=\(token.text)")
    }

    /// Somebody who made a cookie up.
    var forger: Browser { Browser(client, cookie: "frankpledge=\(SessionToken().text)") }
}

extension TestResponse {
    var text: String { String(buffer: body) }
    var bytes: [UInt8] { Array(body.readableBytesView) }
    var location: String { headers[.location] ?? "" }

    /// What the page says, as it is read: without markup and with its blanks in order.
    var reading: String {
        text.replacing(/<[^>]*>/, with: " ").replacing("&#39;", with: "'").replacing("&quot;", with: "\"")
            .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The body as JSON.
    func json() throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(bytes))
        return try #require(object as? [String: Any])
    }
}

extension String {
    /// Percent-encoded, as in a form.
    fileprivate var encoded: String {
        let plain = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        return addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }
}
