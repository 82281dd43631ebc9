import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import App

@Suite("Whatever goes wrong, the page says what to do next")
struct ErrorPageTests {
    @Test(
        "an unknown address says so, in the frame of the site, with a way on",
        arguments: [
            "/nothing", "/assets/0000000000000000/frankpledge.css", "/assets/../../etc/passwd", "/sign-on",
            "/%2e%2e/%2e%2e", "/methods/nothing", "/healthz.css",
        ])
    func notFound(address: String) async throws {
        try await House.open { house in
            let page = try await house.visitor.get(address)
            #expect(page.status == .notFound)
            #expect(page.reading.contains("Page not found"))
            #expect(page.text.contains("<a class=\"button button--secondary\" href=\"/\""))
            #expect(page.reading.contains("Testham Community Safety Partnership"))
        }
    }

    @Test(
        "an identifier that is none, or is of nothing, is not found",
        arguments: [
            "/data/releases/x", "/data/releases/00000000-0000-7000-8000-000000000001", "/data/releases/x/file",
            "/data/releases/00000000-0000-7000-8000-000000000001/file", "/data/imports/x", "/data/imports/x/progress",
            "/data/releases/..%2f..%2f..%2fetc%2fpasswd/file", "/assessment/nowhere",
            "/assessment/nowhere/assessment.json",
            "/assessment/nowhere/charts/all-crime.svg", "/assessment/nowhere/assessment.pdf", "/assessment/%00",
        ])
    func nothingThere(address: String) async throws {
        try await House.open { house in
            let answer = try await house.officer().get(address)
            #expect(answer.status == .notFound)
        }
    }

    @Test("a method that no page has is answered, with the way on")
    func method() async throws {
        try await House.open { house in
            for method in [HTTPRequest.Method.put, .delete, .patch, .options, .trace, HTTPRequest.Method("BREW")] {
                let answer = try await house.officer().ask(try #require(method), "/home")
                #expect([404, 405].contains(answer.status.code), "\(method?.rawValue ?? "")")
                #expect(answer.text.contains("</html>"))
            }
        }
    }

    @Test("a visitor at an officer’s page is told how to sign in")
    func signInFirst() async throws {
        try await House.open { house in
            let page = try await house.visitor.get("/home")
            #expect(page.status == .unauthorized)
            #expect(page.text.contains("href=\"/sign-in?next=%2Fhome\""))
        }
    }

    @Test(
        "a program that asks for JSON is told in JSON",
        arguments: [
            ("/nothing", 404), ("/home", 401), ("/data/import", 401),
        ])
    func json(address: String, status: Int) async throws {
        try await House.open { house in
            let answer = try await house.visitor.get(address, [.accept: "application/json"])
            #expect(answer.status.code == status)
            #expect(answer.headers[.contentType] == "application/json; charset=utf-8")
            let said = try answer.json()
            #expect(Set(said.keys) == ["error", "advice"])
            let browser = try await house.visitor.get(address, [.accept: "text/html,application/json;q=0.9"])
            #expect(browser.headers[.contentType] == "text/html; charset=utf-8")
        }
    }

    @Test("no error tells of the inside: neither files, nor types, nor SQL")
    func noInternals() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            var answers: [TestResponse] = []
            for address in ["/nothing", "/home'--", "/data/releases/'", "/assessment/%27%20OR%201=1"] {
                answers += [try await house.visitor.get(address), try await officer.get(address)]
            }
            // The records closed under the running program: every page that asks them fails.
            await house.installation.close()
            for address in ["/home", "/data", "/data/import"] { answers.append(try await officer.get(address)) }
            for answer in answers {
                #expect(answer.status.code >= 400)
                #expect(answer.text.contains("</html>"))
                let inside = /\.swift|SELECT |sqlite|GRDB|Fault|Error Domain|Optional\(|scratch-|0x[0-9a-f]{6}/
                #expect(answer.reading.firstMatch(of: inside) == nil, "\(answer.reading)")
            }
        }
    }

    @Test("the health of the program can be asked by a machine")
    func health() async throws {
        try await House.open { house in
            let answer = try await house.visitor.get("/healthz")
            #expect(answer.status == .ok)
            #expect(try answer.json()["records"] as? String == "sound")
        }
    }
}
