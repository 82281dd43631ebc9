import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Synchronization
import Testing

@testable import App

@Suite("The officer signs in with a one-time address")
struct SignInTests {
    /// What was told to whoever runs the program.
    private final class Terminal: Sendable {
        private let said = Mutex<[SessionToken]>([])
        var tokens: [SessionToken] { said.withLock(\.self) }
        func say(_ token: SessionToken) { said.withLock { $0.append(token) } }
    }

    private func told(_ house: House) async -> Terminal {
        let terminal = Terminal()
        await house.signIn.announce(terminal.say)
        return terminal
    }

    @Test("opening the address shows a button and does not use it up")
    func opening() async throws {
        try await House.open { house in
            let terminal = await told(house)
            let token = try #require(terminal.tokens.first).text
            for _ in 0..<3 {
                let page = try await house.visitor.get("/sign-in/\(token)")
                #expect(page.status == .ok)
                #expect(page.headers[.setCookie] == nil)
                #expect(page.text.contains("<form method=\"post\" action=\"/sign-in/once\">"))
                #expect(page.text.contains("value=\"\(token)\""))
            }
            #expect(try await house.visitor.ask(.head, "/sign-in/\(token)").status == .ok)
            #expect(terminal.tokens.count == 1)
            #expect(try await house.visitor.send(["token": token], to: "/sign-in/once").status == .seeOther)
        }
    }

    @Test("the address is kept by no browser and no proxy")
    func notKept() async throws {
        try await House.open { house in
            let page = try await house.visitor.get("/sign-in/\(SessionToken().text)")
            #expect(page.headers[.cacheControl] == "no-store")
        }
    }

    @Test("pressing the button signs in one browser, once, and the next address is told")
    func once() async throws {
        try await House.open { house in
            let terminal = await told(house)
            let token = try #require(terminal.tokens.first).text
            let browser = house.visitor
            let answer = try await browser.send(["token": token], to: "/sign-in/once")
            #expect(answer.status == .seeOther)
            #expect(answer.location == "/home")
            #expect(try await browser.get("/home").status == .ok)

            let late = house.visitor
            let refusal = try await late.send(["token": token], to: "/sign-in/once")
            #expect(refusal.status == .forbidden)
            #expect(refusal.headers[.setCookie] == nil)
            #expect(refusal.reading.contains("This address has been used"))
            #expect(try await late.get("/home").status == .unauthorized)

            #expect(terminal.tokens.count == 2)
            let next = try #require(terminal.tokens.last).text
            #expect(next != token)
            #expect(try await late.send(["token": next], to: "/sign-in/once").status == .seeOther)
            #expect(try await late.get("/home").status == .ok)
            #expect(try await browser.get("/home").status == .ok, "the first browser stays signed in")
        }
    }

    @Test("a guessed address signs nobody in and does not use up the right one", arguments: ["", "x", "0", "\0"])
    func guessed(guess: String) async throws {
        try await House.open { house in
            let terminal = await told(house)
            for guess in [guess, SessionToken().text] {
                #expect(try await house.visitor.send(["token": guess], to: "/sign-in/once").status == .forbidden)
            }
            #expect(terminal.tokens.count == 1)
            let token = try #require(terminal.tokens.first).text
            #expect(try await house.visitor.send(["token": token], to: "/sign-in/once").status == .seeOther)
        }
    }

    @Test("an address nobody used for a day no longer works, and a new one is told")
    func stale() async throws {
        try await House.open { house in
            let terminal = await told(house)
            let token = try #require(terminal.tokens.first).text
            house.clock.move(hours: 24)
            #expect(try await house.visitor.send(["token": token], to: "/sign-in/once").status == .forbidden)
            #expect(terminal.tokens.count == 2)
            house.clock.move(hours: 23.9)
            let next = try #require(terminal.tokens.last).text
            #expect(try await house.visitor.send(["token": next], to: "/sign-in/once").status == .seeOther)
        }
    }

    @Test("where the officer’s membership was ended, the address says so, is not told, and no new one is promised")
    func retired() async throws {
        try await House.open { house in
            let terminal = await told(house)
            let token = try #require(terminal.tokens.first).text
            let people = PersonStore(house.database, identities: house.installation.identities)
            let other = try await WhoIsWhoHouse(house).somebody(as: .officer)
            let sessions = SessionStore(house.database, permissions: Program.permissions)
            let secret = try #require(try await sessions.begin(for: other, at: house.clock.now))
            let officer = try #require(try await sessions.session(with: secret, at: house.clock.now)).member
            try await people.move(FirstOfficerStore.person, by: .leave, as: officer, at: house.clock.now)

            let opened = try await house.visitor.get("/sign-in/\(token)")
            let sent = try await house.visitor.send(["token": token], to: "/sign-in/once")

            for answer in [opened, sent] {
                #expect(answer.status == .gone)
                #expect(answer.reading.contains("One-time addresses no longer work here"))
                #expect(!answer.reading.contains("A new one was printed"))
            }
            #expect(terminal.tokens.count == 1)
            let again = Terminal()
            await house.program.first.signIn.announce(
                where: { (try? await sessions.takesPart($0, at: house.clock.now)) ?? true }
            ) { _, token, _ in again.say(token) }
            #expect(again.tokens.isEmpty)
        }
    }

    @Test("whoever is signed in is led past the address")
    func already() async throws {
        try await House.open { house in
            let answer = try await house.officer().get("/sign-in/\(SessionToken().text)")
            #expect(answer.status == .seeOther)
            #expect(answer.location == "/home")
        }
    }
}
