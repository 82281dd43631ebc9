import Foundation
import HTTPTypes
import Membership
import ScratchDatabases
import Storage
import Testing

@testable import Web

@Suite("A form is taken only if this site made it for this person")
struct AntiForgeryTests {
    let session = SessionToken()

    @Test("every page’s token is another, and all are good for the session they were made for")
    func fresh() {
        let tokens = (0..<50).map { _ in AntiForgery.token(for: session, of: Visit.ada) }
        #expect(Set(tokens).count == 50)
        #expect(tokens.allSatisfy { AntiForgery.accepts($0, for: session, of: Visit.ada) })
    }

    @Test("nothing of the session stands in the token as it is")
    func masked() throws {
        let bytes = try #require(Data(base64Encoded: AntiForgery.token(for: session, of: Visit.ada)))
        #expect(bytes.count == 64)
        #expect(bytes.range(of: Data(session.bytes)) == nil)
    }

    @Test("another person’s token is refused")
    func foreign() {
        #expect(
            !AntiForgery.accepts(AntiForgery.token(for: SessionToken(), of: Visit.ada), for: session, of: Visit.ada))
    }

    @Test("a token of the same session is no other person’s")
    func otherPerson() {
        let other = Identities.seeded(6).new(Person.self, at: Scratch.noon)
        #expect(!AntiForgery.accepts(AntiForgery.token(for: session, of: Visit.ada), for: session, of: other))
    }

    @Test("a token that was changed in any one bit is refused")
    func tampered() throws {
        let bytes = try #require(Data(base64Encoded: AntiForgery.token(for: session, of: Visit.ada)))
        for place in bytes.indices {
            var changed = bytes
            changed[place] ^= 1 << UInt8(place % 8)
            #expect(!AntiForgery.accepts(changed.base64EncodedString(), for: session, of: Visit.ada))
        }
    }

    @Test("what is no token at all is refused")
    func nonsense() throws {
        let token = AntiForgery.token(for: session, of: Visit.ada)
        let bytes = try #require(Data(base64Encoded: token))
        let nonsense = [
            nil, "", "x", String(token.dropLast(4)), token + token, token + "!", bytes.prefix(63).base64EncodedString(),
            (bytes + [0]).base64EncodedString(), Data(count: 64).base64EncodedString(), session.text,
        ]
        for token in nonsense {
            #expect(!AntiForgery.accepts(token, for: session, of: Visit.ada), "\(token ?? "none")")
        }
    }

    /// What a browser, or a program, says of where a form came from.
    struct Origin: CustomTestStringConvertible {
        let site: String?
        let origin: String?
        let isFromHere: Bool
        var authority: String? = "safer.example.org"
        /// Where people reach the site, if the operator said.
        var own: String?
        var testDescription: String { "\(site ?? "–"), \(origin ?? "–"), at \(authority ?? "–")" }
    }

    @Test(
        "where a form came from decides",
        arguments: [
            Origin(site: nil, origin: nil, isFromHere: true),
            Origin(site: "same-origin", origin: "https://safer.example.org", isFromHere: true),
            Origin(site: "same-origin", origin: nil, isFromHere: true),
            Origin(site: "none", origin: nil, isFromHere: true),
            Origin(site: nil, origin: "http://safer.example.org", isFromHere: true),
            Origin(site: "cross-site", origin: nil, isFromHere: false),
            Origin(site: "same-site", origin: nil, isFromHere: false),
            Origin(site: "cross-site", origin: "https://safer.example.org", isFromHere: false),
            Origin(site: "anything-new", origin: nil, isFromHere: false),
            Origin(site: nil, origin: "https://evil.example", isFromHere: false),
            Origin(site: nil, origin: "null", isFromHere: false),
            Origin(site: nil, origin: "", isFromHere: false),
            Origin(site: nil, origin: "https://safer.example.org.evil.example", isFromHere: false),
            Origin(site: nil, origin: "https://evil.safer.example.org", isFromHere: false),
            Origin(site: nil, origin: "https://safer.example.org:8443", isFromHere: false),
            Origin(site: nil, origin: "ftp://safer.example.org", isFromHere: false),
            Origin(site: nil, origin: "http://127.0.0.1:8080", isFromHere: true, authority: "127.0.0.1:8080"),
            Origin(site: nil, origin: "http://localhost:8080", isFromHere: false, authority: "127.0.0.1:8080"),
            Origin(site: nil, origin: "https://evil.example", isFromHere: false, authority: nil),
            Origin(site: nil, origin: nil, isFromHere: true, authority: nil),
            Origin(
                site: "same-origin", origin: "https://safer.example.org", isFromHere: true,
                authority: "127.0.0.1:8080", own: "https://safer.example.org"),
            Origin(
                site: nil, origin: "http://safer.example.org", isFromHere: false, authority: "127.0.0.1:8080",
                own: "https://safer.example.org"),
            Origin(
                site: nil, origin: "http://safer.example.org", isFromHere: false, own: "https://safer.example.org"),
            Origin(
                site: nil, origin: "http://safer.example.org:8080", isFromHere: true,
                authority: "safer.example.org:8080", own: "http://safer.example.org"),
            Origin(
                site: "cross-site", origin: "https://safer.example.org", isFromHere: false,
                authority: "127.0.0.1:8080", own: "https://safer.example.org"),
            Origin(
                site: nil, origin: "https://evil.example", isFromHere: false, authority: "127.0.0.1:8080",
                own: "https://safer.example.org"),
        ])
    func origins(origin: Origin) {
        var headers = HTTPFields()
        headers[.secFetchSite] = origin.site
        headers[.origin] = origin.origin
        #expect(AntiForgery.isFromHere(headers, authority: origin.authority, own: origin.own) == origin.isFromHere)
    }

    @Test(
        "an address is compared as a browser names it: scheme, host and port",
        arguments: [
            ("https://safer.example.org", "https://safer.example.org"),
            ("https://Safer.Example.org:443/csp/", "https://safer.example.org"),
            ("http://10.0.0.1:8080/", "http://10.0.0.1:8080"), ("http://x.org:443", "http://x.org:443"),
            ("https://", nil), ("safer.example.org", nil),
        ] as [(String, String?)])
    func named(address: String, origin: String?) {
        #expect(Site.origin(of: address) == origin)
    }
}
