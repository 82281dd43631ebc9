import Foundation
import HTTPTypes
import HummingbirdTesting
import Storage
import Testing

@testable import App
@testable import Membership

@Suite("A person signs in with a password, and looks after how")
struct AccountTests {
    private static let password = "kettle harbour nineteen"

    /// Ada, invited, in an officer's seat, with the link that is hers.
    private func invited(_ house: House) async throws -> (person: ID<Person>, link: String) {
        let who = try await WhoIsWhoHouse(house)
        let identities = house.installation.identities
        let people = PersonStore(house.database, identities: identities)
        let details = PersonDetails(name: "Ada Lovelace", email: EmailAddress("ada@example.org"), agency: nil)
        let ada = try #require(
            try await people.add([details], by: .commandLine(), at: house.clock.now).first)
        try await who.seat(ada, as: .officer)
        let token = try await SignInLinkStore(house.database, identities: identities)
            .make(.invitation, for: ada, by: .commandLine(), at: house.clock.now)
        return (ada, token.text)
    }

    /// Ada's browser, signed in by her invitation.
    private func ada(_ house: House) async throws -> Browser {
        let (browser, link) = (house.visitor, try await invited(house).link)
        let answer = try await browser.send(["token": link, "password": Self.password], to: "/password")
        #expect(answer.status == .seeOther)
        return browser
    }

    @Test("an invitation is opened as often as one likes, and chooses a password once")
    func invitation() async throws {
        try await House.open { house in
            let link = try await invited(house).link
            let browser = house.visitor
            for _ in 0..<2 {
                let page = try await browser.get("/invitation/\(link)")
                #expect(page.reading.contains("Welcome, Ada Lovelace"))
                #expect(page.headers[.cacheControl] == "no-store")
            }
            let weak = try await browser.send(["token": link, "password": "testham12345"], to: "/password")
            #expect(weak.status == .unprocessableContent)
            #expect(!weak.text.contains("testham12345"))
            let chosen = try await browser.send(["token": link, "password": Self.password], to: "/password")
            #expect(chosen.location == "/home")
            #expect(try await browser.get("/home").status == .ok)
            #expect(try await house.visitor.get("/invitation/\(link)").status == .gone)
        }
    }

    @Test("signing in leads to where one meant to go, and never out of the site")
    func next() async throws {
        try await House.open { house in
            _ = try await ada(house)
            for (next, leads) in [
                ("/partnership/people", "/partnership/people"), ("", "/home"), ("//evil.example", "/home"),
                ("https://evil.example", "/home"), ("/\\evil.example", "/home"),
            ] {
                let answer = try await house.visitor.send(
                    ["email": "Ada@Example.org ", "password": Self.password, "next": next], to: "/sign-in")
                #expect(answer.location == leads)
            }
        }
    }

    @Test("a wrong password, an unknown address and no address are answered alike")
    func alike() async throws {
        try await House.open { house in
            _ = try await ada(house)
            var answers: Set<String> = []
            for email in ["ada@example.org", "eve@example.org"] {
                let answer = try await house.visitor.send(["email": email, "password": "no"], to: "/sign-in")
                #expect(answer.status == .unprocessableContent)
                #expect(answer.headers[.setCookie] == nil)
                answers.insert(answer.reading)
            }
            #expect(answers.count == 1)
        }
    }

    @Test("after too many wrong tries the page says how long to wait")
    func wait() async throws {
        try await House.open { house in
            _ = try await ada(house)
            let browser = house.visitor
            for _ in 0..<5 {
                try await browser.send(["email": "ada@example.org", "password": "no"], to: "/sign-in")
            }
            let answer = try await browser.send(
                ["email": "ada@example.org", "password": Self.password], to: "/sign-in")
            #expect(answer.status == .tooManyRequests)
            #expect(answer.reading.contains("Wait 2 seconds"))
            house.clock.move(hours: 0.001)
            let later = try await browser.send(
                ["email": "ada@example.org", "password": Self.password], to: "/sign-in")
            #expect(later.status == .seeOther)
        }
    }

    @Test("who may do what is changed only after a second step, and a second step is set up in one’s account")
    func secondStep() async throws {
        try await House.open { house in
            let browser = try await ada(house)
            let refused = try await browser.get("/partnership/people/new")
            #expect(refused.status == .forbidden)
            #expect(refused.reading.contains("Set up the second step"))
            let there = "/account/second-step?next=%2Fpartnership%2Fpeople%2Fnew"
            #expect(refused.text.contains("href=\"\(there)\""))

            let entries = try await house.database.read { try $0.entries(1).first?.number }
            #expect(try await !browser.get("/account/second-step").text.contains("qr-code"))
            #expect(
                try await house.database.read { try $0.entries(1).first?.number } == entries, "looking writes nothing")
            let next = "/partnership/people/new"
            #expect(try await browser.send(["next": next], to: "/account/second-step/secret").location == there)
            let page = try await browser.get(there)
            #expect(page.text.contains("name=\"next\" value=\"\(next)\""))
            let secret = try #require(page.text.firstMatch(of: /<code>([A-Z2-7 ]+)<\/code>/)?.output.1)
            #expect(page.text.contains("<svg class=\"qr-code\""))
            let code = try OneTimeSecret(typed: String(secret)).code(at: OneTimeSecret.step(at: house.clock.now))
            #expect(
                try await browser.send(["code": "000000"], to: "/account/second-step").status == .unprocessableContent)
            let codes = try await browser.send(["code": code, "next": next], to: "/account/second-step")
            #expect(codes.reading.contains("Your recovery codes"))
            #expect(codes.text.contains("href=\"\(next)\""), "they go on to the page that asked for it")
            try await onlyNewFormsAreGood(before: page, after: codes, in: browser)
            #expect(try await browser.get("/partnership/people/new").status == .ok)

            let recovery = try #require(codes.text.firstMatch(of: /[A-Z2-7]{4}(-[A-Z2-7]{4}){3}/)?.output.0)
            let other = house.visitor
            let first = try await other.send(
                ["email": "ada@example.org", "password": Self.password], to: "/sign-in")
            #expect(first.location == "/sign-in/code")
            #expect(try await other.get("/home").status == .unauthorized)
            let second = try await other.send(["code": String(recovery)], to: "/sign-in/code")
            #expect(second.location == "/home")
            #expect(
                try await other.get("/account/activity").reading.contains(
                    "You took the second step of signing in Entry"))
            #expect(try await other.get("/partnership/people/new").status == .ok)
        }
    }

    /// What was open before the second step belongs to a cookie that is worth nothing any more.
    private func onlyNewFormsAreGood(before: TestResponse, after: TestResponse, in browser: Browser) async throws {
        for (page, status) in [(before, HTTPResponse.Status.forbidden), (after, .ok)] {
            let token = try #require(page.text.firstMatch(of: /name="form-token" value="([^"]+)"/)?.output.1)
            let answer = try await browser.sendBare([("form-token", String(token))], to: "/account/presence")
            #expect(answer.status == status)
        }
    }

    @Test("after a quarter of an hour the second step is changed only once the password was entered again")
    func proof() async throws {
        try await House.open { house in
            let browser = try await ada(house)
            house.clock.move(hours: 0.3)
            let away = try await browser.get("/account/second-step")
            #expect(away.location == "/account/proof?next=%2Faccount%2Fsecond-step")
            #expect(try await browser.send(to: "/account/second-step/removal").status == .forbidden)
            let wrong = try await browser.send(
                ["password": "no", "next": "/account/second-step"], to: "/account/proof")
            #expect(wrong.status == .unprocessableContent)
            let back = try await browser.send(
                ["password": Self.password, "next": "/account/second-step"], to: "/account/proof")
            #expect(back.location == "/account/second-step")
            #expect(try await browser.get("/account/second-step").status == .ok)
        }
    }

    @Test("a person sees where they are signed in, and signs out everywhere else")
    func sessions() async throws {
        try await House.open { house in
            let (browser, other) = (try await ada(house), house.visitor)
            try await other.send(["email": "ada@example.org", "password": Self.password], to: "/sign-in")
            #expect(try await other.get("/home").status == .ok)
            #expect(try await browser.get("/account").reading.contains("This one"))
            try await browser.send(to: "/account/sessions/others/end")
            #expect(try await other.get("/home").status == .unauthorized)
            #expect(try await browser.get("/home").status == .ok)
        }
    }

    @Test("a changed password signs out everywhere else; the old one is asked for")
    func change() async throws {
        try await House.open { house in
            let (browser, other) = (try await ada(house), house.visitor)
            try await other.send(["email": "ada@example.org", "password": Self.password], to: "/sign-in")
            let new = "four green unlikely elephants"
            let wrong = try await browser.send(
                ["password": "no", "new-password": new], to: "/account/password")
            #expect(wrong.status == .unprocessableContent)
            let right = try await browser.send(
                ["password": Self.password, "new-password": new], to: "/account/password")
            #expect(right.location == "/account?done=password")
            #expect(try await other.get("/home").status == .unauthorized)
            let again = try await house.visitor.send(["email": "ada@example.org", "password": new], to: "/sign-in")
            #expect(again.status == .seeOther)
        }
    }

    @Test("without a mail server nobody is promised a letter")
    func withoutMail() async throws {
        try await House.open { house in
            let page = try await house.visitor.get("/sign-in/forgotten")
            #expect(!page.text.contains("action=\"/sign-in/forgotten\""))
            #expect(try await !house.visitor.get("/sign-in").text.contains("/sign-in/forgotten"))
        }
    }
}
