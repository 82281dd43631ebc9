import Foundation
import HTTPTypes
import HummingbirdTesting
import ScratchDatabases
import Storage
import Testing

@testable import App
@testable import Membership

@Suite("Whoever is signed out while they write finds their words again when they sign in, and nobody else does")
struct SignedOutMeanwhileTests {
    private static let password = "kettle harbour nineteen"
    private static let typed = [
        ("name", "Safer <Testham> & kept"), ("district", "Testham"), ("plan-year", "2026/27"), ("accent", ""),
    ]

    /// An officer with a password, whose session has just ended with a form open.
    private func signedOut(
        _ house: House, email: String = "ada@example.org"
    ) async throws -> (browser: Browser, token: String, who: WhoIsWhoHouse) {
        let who = try await WhoIsWhoHouse(house)
        let (_, browser) = try await entered(house, who, email)
        let token = try #require(try await browser.token())
        house.clock.move(hours: 2)
        return (browser, token, who)
    }

    private func entered(
        _ house: House, _ who: WhoIsWhoHouse, _ email: String
    ) async throws -> (ID<Person>, Browser) {
        let (identities, now) = (house.installation.identities, house.clock.now)
        let details = PersonDetails(name: "Officer \(email)", email: EmailAddress(email), agency: nil)
        let person = try #require(
            try await PersonStore(house.database, identities: identities).add([details], by: .commandLine(), at: now)
                .first)
        try await who.seat(person, as: .officer)
        let link = try await SignInLinkStore(house.database, identities: identities)
            .make(.invitation, for: person, by: .commandLine(), at: now)
        let browser = house.visitor
        try await browser.send(["token": link.text, "password": Self.password], to: "/password")
        return (person, browser)
    }

    private func save(
        _ browser: Browser, _ token: String, _ fields: [(String, String)] = typed,
        to address: String = "/partnership/details",
        _ headers: HTTPFields = [.referer: "http://localhost/partnership/details", .origin: "http://localhost"]
    ) async throws -> TestResponse {
        try await browser.sendBare([("form-token", token)] + fields, to: address, headers)
    }

    private func kept(_ answer: TestResponse) -> String? {
        answer.text.firstMatch(of: /name="kept-form" value="([^"]+)"/).map { String($0.output.1) }
    }

    private func formToken(_ answer: TestResponse) throws -> String {
        String(try #require(answer.text.firstMatch(of: /name="form-token" value="([^"]+)"/)).output.1)
    }

    private func signIn(
        _ browser: Browser, _ kept: String, email: String = "ada@example.org", password: String = password
    ) async throws -> TestResponse {
        try await browser.sendBare(
            [("email", email), ("password", password), ("next", "/partnership/details"), ("kept-form", kept)],
            to: "/sign-in")
    }

    @Test("the words come back in the form, not saved yet, and are saved when they are sent again")
    func again() async throws {
        try await House.open { house in
            let (browser, token, _) = try await signedOut(house)

            let out = try await save(browser, token)
            #expect(out.status == .unauthorized && out.reading.contains("nothing you typed is lost"))
            #expect(!out.text.contains("kept</") && !out.text.contains("&amp; kept"), "it is closed")
            let first = try #require(kept(out))
            let slip = try await signIn(browser, first, password: "a slip of the pen")
            #expect(slip.status == .unprocessableContent && kept(slip) == first)
            let signedIn = try await signIn(browser, first)
            #expect(signedIn.status == .ok && signedIn.reading.contains("You are signed in again"))
            #expect(signedIn.headers[.cacheControl] == "no-store")
            let form = try await browser.sendBare(
                [("form-token", try formToken(signedIn)), ("kept-form", first)], to: "/form-again")

            #expect(form.status == .ok)
            #expect(form.text.contains("value=\"Safer &lt;Testham&gt; &amp; kept\""), "\(form.reading)")
            #expect(form.reading.contains("Not saved yet") && form.text.contains("value=\"2026/27\""))
            #expect(form.headers[.cacheControl] == "no-store")
            #expect(try await house.visitor.get("/").reading.contains("Safer <Testham>") == false)
            // As the browser sends the form that came back: with what it carries unseen.
            let carried = form.text.matches(of: /name="(was-[a-z-]+)" value="([^"]*)"/).map {
                (String($0.output.1), String($0.output.2))
            }
            let saved = try await save(browser, try formToken(form), Self.typed + carried)
            #expect(saved.status == .seeOther)
            #expect(try await house.visitor.get("/").reading.contains("Safer <Testham> & kept"))
        }
    }

    @Test("somebody else who signs in there is not shown them, whichever way they ask")
    func another() async throws {
        try await House.open { house in
            let (browser, token, who) = try await signedOut(house)
            let closed = try #require(kept(try await save(browser, token)))
            _ = try await entered(house, who, "bob@example.org")

            let bob = try await signIn(browser, closed, email: "bob@example.org")
            #expect(bob.status == .seeOther && bob.location == "/partnership/details")
            let asked = try await browser.send(["kept-form": closed], to: "/form-again")
            #expect(asked.status == .gone && !asked.text.contains("kept\""))
            #expect(try await browser.get("/partnership/details").text.contains("&amp; kept") == false)
        }
    }

    @Test("with a second step they come back after the code, and not before")
    func secondStep() async throws {
        try await House.open { house in
            let (identities, now) = (house.installation.identities, house.clock.now)
            let (_, first) = try await entered(house, try await WhoIsWhoHouse(house), "ada@example.org")
            let sessions = SessionStore(house.database, permissions: Program.permissions)
            let secret = try #require(
                first.cookieSent?.split(separator: "=").last.flatMap { SessionToken(String($0)) })
            let session = try #require(try await sessions.session(with: secret, at: now))
            let steps = SecondFactorStore(house.database, identities: identities)
            let oneTime = try await steps.propose(in: session, at: now)
            let (codes, renewed) = try await steps.confirm(
                oneTime.code(at: OneTimeSecret.step(at: now)), in: session, at: now)
            let browser = Browser(house.client, cookie: "frankpledge=\(renewed.text)")
            let token = try #require(try await browser.token())
            house.clock.move(hours: 2)

            let closed = try #require(kept(try await save(browser, token)))
            let half = try await signIn(browser, closed)
            #expect(half.reading.contains("Enter your code") && kept(half) == closed)
            let early = try await browser.sendBare([("kept-form", closed)], to: "/form-again")
            #expect(early.status == .unauthorized)
            let wrong = try await browser.sendBare([("code", "000000"), ("kept-form", closed)], to: "/sign-in/code")
            #expect(wrong.status == .unprocessableContent && kept(wrong) == closed)
            let whole = try await browser.sendBare(
                [("code", codes[0].text), ("kept-form", closed)], to: "/sign-in/code")
            #expect(whole.reading.contains("You are signed in again"))
            let form = try await browser.sendBare(
                [("form-token", try formToken(whole)), ("kept-form", closed)], to: "/form-again")
            #expect(form.text.contains("&amp; kept\""))
        }
    }

    @Test("a form from elsewhere, of another session, too long, about signing in, or without words, is not kept")
    func notKept() async throws {
        try await House.open { house in
            let (browser, token, _) = try await signedOut(house)
            let foreign = try #require(try await house.officer().token())
            let long = [("name", String(repeating: "a", count: 300_000))]
            for answer in [
                try await save(
                    browser, token, Self.typed, to: "/partnership/details", [.origin: "https://evil.example"]),
                try await save(browser, token, Self.typed, to: "/partnership/details", [.secFetchSite: "cross-site"]),
                try await save(browser, token, long), try await save(browser, token, [("name", "")]),
                try await save(browser, token, [("password", "old secret"), ("new", "x")], to: "/account/password"),
                try await browser.sendBare(Self.typed, to: "/partnership/details"),
            ] {
                #expect(answer.status == .unauthorized)
                #expect(kept(answer) == nil && answer.reading.contains("Sign in first"))
            }
            let other = try #require(kept(try await save(browser, foreign)))
            #expect(try await signIn(browser, other).status == .seeOther, "it opens for nobody")
        }
    }

    @Test("what was changed on the way, or is too old, opens nothing; a file is to be chosen again")
    func stale() async throws {
        try await House.open { house in
            let (browser, token, _) = try await signedOut(house)
            let closed = try #require(kept(try await save(browser, token)))
            for wrong in ["", "x", String(closed.dropLast(8)), "AAAA" + closed.dropFirst(4)] {
                #expect(try await signIn(house.visitor, wrong).status == .seeOther)
            }
            let upload = try await browser.give([StreetFile("2014-01", burglaries: 3).file], token: token)
            #expect(upload.status == .unauthorized && upload.reading.contains("choose the file again"))
            house.clock.move(hours: 12)
            #expect(try await signIn(house.visitor, closed).status == .seeOther)
        }
    }

    @Test("where the form is not there any more, the words are shown to be copied")
    func fallback() async throws {
        try await House.open { house in
            let (browser, token, _) = try await signedOut(house)
            let out = try await save(
                browser, token, [("purpose", "A purpose & a half")], to: "/partnership/details",
                [.referer: "http://localhost/partnership/no-such-page"])
            let closed = try #require(kept(out))
            let signedIn = try await signIn(browser, closed)
            let words = try await browser.sendBare(
                [("form-token", try formToken(signedIn)), ("kept-form", closed)], to: "/form-again")
            #expect(words.reading.contains("What you had typed") && words.reading.contains("A purpose & a half"))
        }
    }
}
