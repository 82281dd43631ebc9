import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import App

@Suite("Everybody can read what is kept of them, and whom to turn to")
struct PrivacyTests {
    @Test("the pages on privacy and accessibility are open to everybody, and every page leads to them")
    func open() async throws {
        try await House.open { house in
            let front = try await house.visitor.get("/").text
            #expect(front.contains("href=\"/privacy\"") && front.contains("href=\"/accessibility\""))
            let privacy = try await house.visitor.get("/privacy").reading
            #expect(privacy.contains("Testham Community Safety Partnership") && privacy.contains("ico.org.uk"))
            #expect(privacy.contains("Ask any of them, or an officer of the partnership."))
            let accessibility = try await house.visitor.get("/accessibility").reading
            #expect(accessibility.contains("Equality and Human Rights Commission"))
            #expect(accessibility.contains("prepared on 26 November 2026"))
        }
    }

    @Test("whom to turn to stands there where whoever runs the site said so, and an email address can be pressed")
    func contact() async throws {
        for (contact, told) in [
            ("safer@example.org", "<a href=\"mailto:safer@example.org\">safer@example.org</a>"),
            ("the town hall, 01843 000000 <b>", "the town hall, 01843 000000 &lt;b&gt;"),
        ] {
            try await House.open(["contact": contact]) { house in
                for page in ["/privacy", "/accessibility"] {
                    let text = try await house.visitor.get(page).text
                    #expect(text.contains(told), "\(page)")
                }
            }
        }
    }

    @Test("the cookies are told by the names that they have, and there are no others")
    func cookies() async throws {
        for (options, prefix) in [([:], ""), (["address": "https://safer.example.org"], "__Host-")] {
            try await House.open(options) { house in
                let page = try await house.visitor.get("/privacy")
                let reading = page.reading
                #expect(reading.contains("\(prefix)frankpledge-browser"))
                #expect(page.headers[.setCookie] == nil, "none is set for whoever only looks")
            }
        }
    }
}
