import Foundation
import ScratchDatabases
import Storage
import Synchronization
import Testing

@testable import Membership

@Suite("Signing in: who knows the password is let in, and nobody learns more by trying")
struct SigningInTests {
    static let right = Password(typed: "kettle harbour nineteen")
    static let wrong = Password(typed: "kettle harbour twenty")
    static let noon = Office.noon

    private func open(_ scratch: Scratch, _ body: (SigningInDesk) async throws -> Void) async throws {
        try await SigningInDesk.open(scratch, body)
    }

    @Test("an invitation sets a password and confirms the membership, once and for a day", arguments: Scratch.engines)
    func invitation(scratch: Scratch) async throws {
        try await open(scratch) { desk in
            let bo = try await desk.office.person("Bo", "bo@example.org", as: .invited)
            let token = try await desk.links.make(.invitation, for: bo, by: desk.office.actor, at: Self.noon)
            #expect(try await desk.links.link(with: token, at: Self.noon)?.name == "Bo")
            #expect(try await desk.links.link(with: token, at: Self.noon + 24 * 60 * 60) == nil)
            let entrance = try await desk.passwords.choose(Self.right, by: token, from: desk.caller(), at: Self.noon)
            #expect(try await desk.session(entrance.session)?.member.id == bo)
            #expect(try await desk.office.people.person(bo)?.state == .active)
            await #expect(throws: SignInRefusal.linkIsSpent) {
                try await desk.passwords.choose(Self.right, by: token, from: desk.caller(), at: Self.noon)
            }
        }
    }

    @Test(
        "the right password signs in, in any case of the address; anything else is told the same",
        arguments: Scratch.engines)
    func signIn(scratch: Scratch) async throws {
        try await open(scratch) { desk in
            let entrance = try await desk.enter(email: "ADA@Example.org")
            #expect(try await desk.session(entrance.session)?.member.name == "Ada Byron")
            #expect(try await desk.session(entrance.session)?.means == .password)
            for (email, password) in [
                ("ada@example.org", Self.wrong), ("eve@example.org", Self.right), ("", Self.right), ("ada", Self.right),
            ] {
                await #expect(throws: SignInRefusal.notRecognised) { try await desk.enter(password, email: email) }
            }
            try await desk.office.people.move(desk.ada, by: .suspend, as: desk.office.officer, at: Self.noon)
            await #expect(throws: SignInRefusal.notRecognised) { try await desk.enter() }
            #expect(try await desk.session(entrance.session) == nil)
        }
    }

    @Test(
        "a thousand wrong tries from everywhere do not keep the owner out of a known browser",
        arguments: Scratch.engines)
    func throttled(scratch: Scratch) async throws {
        try await open(scratch) { desk in
            let known = try #require(try await desk.enter().browser)
            var waited = 0
            for number in 0..<1000 {
                do {
                    _ = try await desk.enter(Self.wrong, from: "198.51.100.\(number % 250)")
                } catch SignInRefusal.wait {
                    waited += 1
                } catch SignInRefusal.notRecognised {}
            }
            #expect(waited > 950)
            await #expect(throws: SignInRefusal.self) { try await desk.enter(from: "203.0.113.9") }
            let entrance = try await desk.enter(known: known)
            #expect(entrance.browser == nil)
            // Whoever has no known browser is let in half a minute after the attack.
            _ = try await desk.enter(from: "203.0.113.9", at: Self.noon + 30)
        }
    }

    @Test("trying many accounts from one address makes that address wait, and no other", arguments: Scratch.engines)
    func sprayed(scratch: Scratch) async throws {
        try await open(scratch) { desk in
            for number in 0..<60 {
                _ = try? await desk.enter(Self.wrong, email: "person\(number)@example.org", from: "198.51.100.7")
            }
            await #expect(throws: SignInRefusal.self) { try await desk.enter(from: "198.51.100.7") }
            _ = try await desk.enter()
        }
    }

    @Test(
        "with a second step the password grants nothing until a code comes, and each code once",
        arguments: Scratch.engines)
    func code(scratch: Scratch) async throws {
        try await open(scratch) { desk in
            let (secret, _) = try await desk.setSecondStep()
            let later = Self.noon + 60
            let code = secret.code(at: OneTimeSecret.step(at: later))
            let entrance = try await desk.enter(at: later)
            #expect(entrance.owesCode)
            #expect(try await desk.session(entrance.session, at: later) == nil)
            await #expect(throws: SignInRefusal.codeIsWrong) {
                try await desk.enterCode("000000", for: entrance.session, at: later)
            }
            let token = try await desk.enterCode(code, for: entrance.session, at: later)
            #expect(token != entrance.session)
            #expect(try await desk.session(token, at: later)?.isStrong == true)
            await #expect(throws: SignInRefusal.beginAgain) {
                try await desk.enterCode(code, for: entrance.session, at: later)
            }
            let again = try await desk.enter(at: later)
            await #expect(throws: SignInRefusal.codeIsWrong) {
                try await desk.enterCode(code, for: again.session, at: later)
            }
        }
    }

    @Test("a recovery code gets in once; new ones end the old", arguments: Scratch.engines)
    func recovery(scratch: Scratch) async throws {
        try await open(scratch) { desk in
            let (_, codes) = try await desk.setSecondStep()
            #expect(Set(codes.map(\.text)).count == 10)
            let token = try await desk.enterCode(codes[3].text, for: desk.enter().session, at: Self.noon)
            #expect(try await desk.secondSteps.secondFactor(of: desk.ada)?.recoveryCodesLeft == 9)
            let next = try await desk.enter().session
            await #expect(throws: SignInRefusal.codeIsWrong) {
                try await desk.enterCode(codes[3].text, for: next, at: Self.noon)
            }
            let session = try #require(try await desk.session(token))
            let new = try await desk.secondSteps.renewCodes(by: codes[5].text, in: session, at: Self.noon)
            await #expect(throws: SignInRefusal.codeIsWrong) {
                try await desk.enterCode(codes[4].text, for: next, at: Self.noon)
            }
            _ = try await desk.enterCode(new[0].text, for: next, at: Self.noon)
        }
    }

    @Test("guessing codes makes the guesser wait", arguments: Scratch.engines)
    func guessedCodes(scratch: Scratch) async throws {
        try await open(scratch) { desk in
            _ = try await desk.setSecondStep()
            let half = try await desk.enter().session
            for number in 0..<5 {
                _ = try? await desk.enterCode("11111\(number)", for: half, at: Self.noon)
            }
            await #expect(throws: SignInRefusal.wait(2)) {
                try await desk.enterCode("222222", for: half, at: Self.noon)
            }
        }
    }

    @Test(
        "whoever has the password and tries codes makes the owner wait nowhere they took both steps before",
        arguments: Scratch.engines)
    func guessedElsewhere(scratch: Scratch) async throws {
        try await open(scratch) { desk in
            let (secret, codes) = try await desk.setSecondStep()
            let half = try await desk.enter()
            #expect(half.browser == nil, "a password alone makes no browser known")
            let entrance = try await desk.signIn.enter(
                codes[0].text, for: half.session, from: desk.caller(), at: Self.noon)
            let known = try #require(entrance.browser)
            let stolen = try await desk.enter(from: "198.51.100.7").session
            var waited = 0
            for number in 0..<200 {
                do {
                    _ = try await desk.enterCode("1\(10_000 + number)", for: stolen, from: "198.51.100.\(number % 250)")
                } catch SignInRefusal.wait { waited += 1 } catch SignInRefusal.codeIsWrong {}
            }
            #expect(waited > 150)
            let later = Self.noon + 60
            let code = secret.code(at: OneTimeSecret.step(at: later))
            let own = try await desk.enter(known: known, at: later).session
            _ = try await desk.enterCode(code, for: own, known: known, at: later)
        }
    }

    @Test(
        "a reset does not pass by the second step, ends every session, and is told the same to anybody",
        arguments: Scratch.engines)
    func reset(scratch: Scratch) async throws {
        try await open(scratch) { desk in
            let open = try await desk.enter().session
            _ = try await desk.setSecondStep()
            let sent = Sent()
            for email in ["ada@example.org", "eve@example.org", "nobody", ""] {
                try await desk.links.makeReset(forOwnerOf: email, from: desk.caller(), at: Self.noon) {
                    _, link, token in
                    sent.add(link.email.description, token)
                }
            }
            #expect(sent.all.map(\.email) == ["ada@example.org"])
            let token = try #require(sent.all.first?.token)
            #expect(try await desk.links.link(with: token, at: Self.noon + 30 * 60) == nil)
            let entrance = try await desk.passwords.choose(Self.wrong, by: token, from: desk.caller(), at: Self.noon)
            #expect(entrance.owesCode)
            #expect(try await desk.session(open) == nil)
            await #expect(throws: SignInRefusal.notRecognised) { try await desk.enter(Self.right) }
            #expect(try await desk.enter(Self.wrong).owesCode)
        }
    }

    @Test("changing the password asks for the old one and ends every other session", arguments: Scratch.engines)
    func change(scratch: Scratch) async throws {
        try await open(scratch) { desk in
            let (here, there) = (try await desk.enter().session, try await desk.enter().session)
            let session = try #require(try await desk.session(here))
            await #expect(throws: SignInRefusal.passwordIsWrong) {
                _ = try await desk.passwords.change(Self.wrong, to: Self.right, in: session, at: Self.noon)
            }
            let new = try await desk.passwords.change(Self.right, to: Self.wrong, in: session, at: Self.noon)
            #expect(try await desk.session(new) != nil)
            #expect(try await desk.session(here) == nil, "nor has whoever copied the cookie a way in")
            #expect(try await desk.session(there) == nil)
            _ = try await desk.enter(Self.wrong)
        }
    }

    @Test("what is dangerous is done within a quarter of an hour of a proof", arguments: Scratch.engines)
    func proof(scratch: Scratch) async throws {
        try await open(scratch) { desk in
            let token = try await desk.enter().session
            let later = Self.noon + 20 * 60
            let session = try #require(try await desk.session(token, at: later))
            #expect(session.isProved(at: Self.noon))
            #expect(!session.isProved(at: later))
            #expect(!session.isProved(at: Self.noon - 1), "a clock that was set back proves nothing")
            try await desk.passwords.prove(Self.right, in: session, at: later)
            #expect(try await desk.session(token, at: later)?.isProved(at: later) == true)
        }
    }

    @Test("a person sees where they are signed in, and ends what they choose", arguments: Scratch.engines)
    func sessions(scratch: Scratch) async throws {
        try await open(scratch) { desk in
            // The first is the one in which the password was chosen.
            let (one, two) = (try await desk.enter().session, try await desk.enter().session)
            let session = try #require(try await desk.session(two))
            let open = try await desk.office.sessions.open(of: desk.ada, at: Self.noon)
            #expect(open.count == 3)
            #expect(open.allSatisfy { $0.browser == "Firefox on Linux" })
            let other = try #require(open.first { $0.id != session.id })
            try await desk.office.sessions.end(other.id, of: desk.office.officer, at: Self.noon)
            #expect(
                try await desk.office.sessions.open(of: desk.ada, at: Self.noon).count == 3, "nobody ends another’s")
            try await desk.office.sessions.endOthers(than: session, at: Self.noon)
            #expect(try await desk.session(one) == nil)
            #expect(try await desk.session(two) != nil)
        }
    }

    @Test("no secret is stored as it is, and every try is an entry", arguments: Scratch.engines)
    func stored(scratch: Scratch) async throws {
        try await open(scratch) { desk in
            let entrance = try await desk.enter()
            _ = try? await desk.enter(Self.wrong)
            _ = try? await desk.enter(Self.right, email: "eve@example.org")
            let acts = try await desk.office.database.read { try $0.entries(3) }
            #expect(acts.map(\.act) == ["signed in", "signed in", "signed in"])
            #expect(acts.map { $0.refusal != nil } == [true, true, false])
            let stored: [[UInt8]] = try await desk.office.database.read { db in
                try db.rows("SELECT token_hash FROM session UNION SELECT token_hash FROM known_browser").map {
                    try $0("token_hash")
                }
            }
            #expect(!stored.isEmpty && !stored.contains(entrance.session.bytes))
        }
    }
}

/// Letters as they would have gone out.
final class Sent: Sendable {
    private let letters = Mutex<[(email: String, token: SessionToken)]>([])
    var all: [(email: String, token: SessionToken)] { letters.withLock(\.self) }
    func add(_ email: String, _ token: SessionToken) { letters.withLock { $0.append((email, token)) } }
}
