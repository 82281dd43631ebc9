import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Testing

@testable import App

@Suite("A session is one browser’s, and ends")
struct SessionTests {
    private func signedIn(_ options: [String: String] = [:]) async throws -> String {
        try await House.open(options) { house in
            let token = await house.nextSignIn()
            let answer = try await house.visitor.send(["token": token], to: "/sign-in/once")
            return try #require(answer.headers[.setCookie])
        }
    }

    @Test("over plain HTTP, on this machine, the cookie is kept from scripts and other sites")
    func plainCookie() async throws {
        let cookie = try await signedIn()
        #expect(cookie.wholeMatch(of: /frankpledge=[0-9a-f]{64}; .*/) != nil)
        let parts = Set(cookie.split(separator: ";").dropFirst().map { $0.trimmingPrefix(" ").lowercased() })
        #expect(parts == ["max-age=43200", "path=/", "httponly", "samesite=lax"])
    }

    @Test("over HTTPS the cookie is bound to this very host and travels no other way")
    func secureCookie() async throws {
        let cookie = try await signedIn(["address": "https://safer.example.org"])
        #expect(cookie.wholeMatch(of: /__Host-frankpledge=[0-9a-f]{64}; .*/) != nil)
        let parts = Set(cookie.split(separator: ";").dropFirst().map { $0.trimmingPrefix(" ").lowercased() })
        #expect(parts == ["max-age=43200", "path=/", "httponly", "secure", "samesite=lax"])
    }

    @Test("over HTTPS a cookie of the plain name is nobody’s")
    func otherName() async throws {
        try await House.open(["address": "https://safer.example.org"]) { house in
            let officer = try await house.officer()
            #expect(try await officer.get("/home").status == .unauthorized)
            let secure = "__Host-" + (officer.cookieSent ?? "")
            #expect(try await Browser(house.client, cookie: secure).get("/home").status == .ok)
        }
    }

    @Test("a session ends after twelve hours, whatever happened meanwhile")
    func twelveHours() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            for _ in 0..<23 {
                house.clock.move(hours: 0.5)
                #expect(try await officer.get("/home").status == .ok)
            }
            house.clock.move(hours: 0.499)
            #expect(try await officer.get("/home").status == .ok)
            house.clock.move(hours: 0.001)
            #expect(try await officer.get("/home").status == .unauthorized)
        }
    }

    @Test("signing out ends the session at once, also for whoever copied the cookie, and no other")
    func signOut() async throws {
        try await House.open { house in
            let (officer, elsewhere) = (try await house.officer(), try await house.officer())
            let copied = officer.cookieSent
            let answer = try await officer.send(to: "/sign-out")
            #expect(answer.status == .seeOther)
            #expect(answer.location == "/")
            #expect(answer.headers[.setCookie]?.lowercased().contains("max-age=0") == true)
            #expect(officer.cookieSent == nil)
            #expect(try await Browser(house.client, cookie: copied).get("/home").status == .unauthorized)
            #expect(try await elsewhere.get("/home").status == .ok)
        }
    }

    @Test("a cookie that was made up, cut short or changed is nobody’s")
    func madeUp() async throws {
        try await House.open { house in
            let cookie = try #require(try await house.officer().cookieSent)
            let changed = cookie.dropLast() + (cookie.hasSuffix("0") ? "1" : "0")
            for cookie in [
                "frankpledge=", "frankpledge=x", "frankpledge", "=", String(cookie.dropLast()), String(changed),
                cookie + "0",
                "other" + cookie, cookie.replacing("frankpledge=", with: "frankpledge=+"),
            ] {
                let answer = try await Browser(house.client, cookie: cookie).get("/home")
                #expect(answer.status == .unauthorized, "\(cookie)")
            }
        }
    }

    @Test("signing in again gives a new session: an old cookie is never taken over")
    func rotated() async throws {
        try await House.open { house in
            let browser = house.forger
            let before = browser.cookieSent
            try await browser.send(["token": await house.nextSignIn()], to: "/sign-in/once")
            #expect(browser.cookieSent != before)
            #expect(try await browser.get("/home").status == .ok)
        }
    }

    @Test("whoever steals the data folder finds nothing there to sign in with")
    func stolenFolder() async throws {
        try await House.open { house in
            let oneTime = await house.nextSignIn()
            let browser = house.visitor
            try await browser.send(["token": oneTime], to: "/sign-in/once")
            let next = await house.nextSignIn()
            let session = try #require(browser.cookieSent?.split(separator: "=").last)
            for text in [oneTime, next, String(session)] {
                let token = try #require(SessionToken(text))
                let forms = [Data(text.utf8), Data(token.bytes), Data(Data(token.bytes).base64EncodedString().utf8)]
                for (file, bytes) in try everyByte(in: house.folder) {
                    for form in forms { #expect(bytes.range(of: form) == nil, "\(file)") }
                }
            }
        }
    }
}

extension House {
    /// The one-time address that works now.
    func nextSignIn() async -> String {
        let (stream, teller) = AsyncStream.makeStream(of: String.self)
        await signIn.announce { teller.yield($0.text) }
        return await stream.first { _ in true } ?? ""
    }
}
