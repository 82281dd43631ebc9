import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import App

@Suite("Every answer tells the browser what it may not do")
struct HeaderTests {
    private func header(_ response: TestResponse, _ name: String) -> String? {
        HTTPField.Name(name).flatMap { response.headers[$0] }
    }

    /// One answer of every kind there is, errors among them, by whom it was asked.
    private func answers(_ house: House) async throws -> [(what: String, response: TestResponse, isOfficer: Bool)] {
        let officer = try await house.officer()
        var answers: [(String, TestResponse, Bool)] = []
        for address in try await SampleRoutes(house).pages + ["/nothing/here", "/assessment/nowhere", "/%00", "/home/"]
        {
            answers.append(("visitor \(address)", try await house.visitor.get(address), false))
            answers.append(("officer \(address)", try await officer.get(address), true))
        }
        answers.append(("no token", try await officer.sendBare([], to: "/data/import"), true))
        answers.append(("empty choice", try await officer.give([]), true))
        answers.append(("spent", try await house.visitor.send(["token": "x"], to: "/sign-in/once"), false))
        answers.append(("method", try await officer.ask(.put, "/home"), true))
        return answers
    }

    @Test("pages, files, pictures and errors alike carry them all")
    func everywhere() async throws {
        try await House.open { house in
            for (what, response, _) in try await answers(house) {
                let policy = header(response, "content-security-policy") ?? ""
                #expect(policy.contains("default-src 'none'"), "\(what)")
                #expect(!policy.contains("unsafe"), "\(what)")
                #expect(header(response, "x-content-type-options") == "nosniff", "\(what)")
                #expect(header(response, "referrer-policy") == "same-origin", "\(what)")
                #expect(header(response, "cross-origin-opener-policy") == "same-origin", "\(what)")
                #expect(header(response, "cross-origin-resource-policy") == "same-origin", "\(what)")
                #expect(header(response, "x-frame-options") == "DENY", "\(what)")
                // What everybody may read is read by programs in other sites’ pages, too (OParl 1.1, 2.7).
                let readers = header(response, "access-control-allow-origin")
                #expect(readers == nil || readers == "*" && what.contains(" /oparl/"), "\(what)")
                #expect(header(response, "strict-transport-security") == nil, "\(what)")
                #expect(header(response, "server") == nil, "\(what)")
            }
        }
    }

    @Test("a page may run only this site’s scripts, be framed by nobody and send its forms nowhere else")
    func policy() async throws {
        try await House.open { house in
            let policy = header(try await house.visitor.get("/"), "content-security-policy") ?? ""
            let rules = Set(policy.split(separator: ";").map { $0.trimmingPrefix(" ") })
            #expect(
                rules.isSuperset(of: [
                    "default-src 'none'", "script-src 'self'", "style-src 'self'", "form-action 'self'",
                    "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'",
                ]))
        }
    }

    @Test("no page has script or style of its own, which the policy would refuse")
    func nothingInline() async throws {
        try await House.open { house in
            for (what, response, _) in try await answers(house)
            where header(response, "content-type")?.hasPrefix("text/html") == true {
                for script in response.text.matches(of: /<script[^>]*>/) {
                    #expect(script.output.contains("src=\"/assets/"), "\(what)")
                }
                #expect(!response.text.contains("<style"), "\(what)")
                #expect(response.text.firstMatch(of: /<[a-z][^>]* (style|on[a-z]+)=/) == nil, "\(what)")
                #expect(response.text.firstMatch(of: /src="(https?:|\/\/|javascript:|data:)/) == nil, "\(what)")
                #expect(response.text.firstMatch(of: /href="(\/\/|javascript:|data:)/) == nil, "\(what)")
                // A link may lead to another site; what a page is made of never comes from one.
                #expect(response.text.firstMatch(of: /<link[^>]* href="https?:/) == nil, "\(what)")
            }
        }
    }

    @Test("what a member sees is kept nowhere; style and scripts are kept for good, by everybody")
    func caching() async throws {
        try await House.open { house in
            for (what, response, isOfficer) in try await answers(house) {
                let cache = header(response, "cache-control")
                if what.contains("/assets/") {
                    #expect(cache == "public, max-age=31536000, immutable", "\(what)")
                } else if isOfficer {
                    #expect(cache == "no-store", "\(what)")
                } else {
                    // What was published may be withdrawn: a copy asks each time.
                    #expect(cache == "no-cache" || cache == "no-store", "\(what)")
                }
            }
        }
    }

    @Test("a page for everybody has a tag by which it is known again; a member’s has none, for it is new each time")
    func tags() async throws {
        try await House.open { house in
            let page = try await house.visitor.get("/methods")
            let tag = try #require(page.headers[.eTag])
            #expect(tag.wholeMatch(of: /W\/"[0-9a-f]{24}"/) != nil, "\(tag)")
            #expect(try await house.visitor.get("/methods", [.ifNoneMatch: tag]).status == .notModified)
            let officer = try await house.officer()
            #expect(try await officer.get("/methods").headers[.eTag] == nil)
            let css = try #require(page.text.firstMatch(of: /\/assets\/[0-9a-f]+\/frankpledge\.css/)).output
            #expect(try await officer.get(String(css)).headers[.eTag] != nil, "what may be kept has one")
        }
    }

    @Test("browsers are told to keep to HTTPS only where people reach the site that way")
    func transport() async throws {
        try await House.open(["address": "https://safer.example.org"]) { house in
            for address in ["/", "/home", "/nothing"] {
                let header = header(try await house.visitor.get(address), "strict-transport-security") ?? ""
                #expect(header == "max-age=31536000; includeSubDomains", "\(address)")
            }
        }
    }

    @Test("asking only for the headers answers as the page would, without it")
    func head() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            for address in try await SampleRoutes(house).pages + ["/nothing/here"] {
                for browser in [house.visitor, officer] {
                    let (get, head) = (try await browser.get(address), try await browser.ask(.head, address))
                    #expect(head.status == get.status, "\(address)")
                    #expect(head.body.readableBytes == 0, "\(address)")
                    #expect(head.headers[.contentType] == get.headers[.contentType], "\(address)")
                }
            }
        }
    }

    @Test("over one real connection, answers without a body leave the next one readable")
    func connection() async throws {
        try await House.open(transport: .live) { house in
            let visitor = house.visitor
            for (method, address, status) in [
                (.head, "/nothing", .notFound), (.get, "/", .ok), (.head, "/home", .unauthorized), (.head, "/", .ok),
                (.get, "/nothing", .notFound), (.put, "/", .methodNotAllowed), (.get, "/healthz", .ok),
            ] as [(HTTPRequest.Method, String, HTTPResponse.Status)] {
                let response = try await visitor.ask(method, address)
                #expect(response.status == status, "\(method) \(address)")
                #expect(header(response, "server") == nil)
                #expect((response.body.readableBytes == 0) == (method == .head), "\(method) \(address)")
            }
        }
    }
}
