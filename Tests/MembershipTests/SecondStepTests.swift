import Foundation
import ScratchDatabases
import Storage
import Testing

@testable import Membership

@Suite("A second step is set up, changed and taken away by whoever has the telephone, and by nobody who saw a password")
struct SecondStepTests {
    private static let noon = SigningInTests.noon

    private func code(of secret: OneTimeSecret, at time: Date = noon) -> String {
        secret.code(at: OneTimeSecret.step(at: time))
    }

    @Test(
        "a secret that was shown is one session’s, and nobody’s after ten minutes, a new password, or the session’s end",
        arguments: Scratch.engines)
    func proposal(scratch: Scratch) async throws {
        try await SigningInDesk.open(scratch) { desk in
            let steps = desk.secondSteps
            let (here, there) = (try await desk.enter().session, try await desk.enter().session)
            let owner = try #require(try await desk.session(here))
            let thief = try #require(try await desk.session(there))
            let seen = try await steps.propose(in: thief, at: Self.noon)
            #expect(try await steps.propose(in: thief, at: Self.noon + 60) == seen, "looking again shows the same")
            #expect(try await steps.proposal(in: owner, at: Self.noon) == nil)
            let own = try await steps.propose(in: owner, at: Self.noon)
            #expect(own != seen)
            await #expect(throws: SignInRefusal.beginAgain) {
                _ = try await steps.confirm(code(of: seen), in: thief, at: Self.noon)
            }

            let late = Self.noon + 10 * 60
            #expect(try await steps.proposal(in: owner, at: late - 1) == own)
            #expect(try await steps.proposal(in: owner, at: late) == nil)
            #expect(try await steps.proposal(in: owner, at: Self.noon - 1) == nil, "a clock set back adds nothing")
            await #expect(throws: SignInRefusal.beginAgain) {
                _ = try await steps.confirm(code(of: own, at: late), in: owner, at: late)
            }

            let again = try await steps.propose(in: owner, at: late)
            #expect(again != own)
            _ = try await desk.passwords.change(SigningInTests.right, to: SigningInTests.wrong, in: owner, at: late)
            #expect(try await steps.proposal(in: owner, at: late) == nil)
        }
    }

    @Test("a reset, and signing out, drop what was shown", arguments: Scratch.engines)
    func dropped(scratch: Scratch) async throws {
        try await SigningInDesk.open(scratch) { desk in
            func proposals() async throws -> Int {
                try await desk.office.database.read { try $0.value("SELECT count(*) AS n FROM second_factor") } ?? 0
            }
            let (one, two) = (try await desk.enter().session, try await desk.enter().session)
            let session = try #require(try await desk.session(one))
            let other = try #require(try await desk.session(two))
            _ = try await desk.secondSteps.propose(in: session, at: Self.noon)
            try await desk.office.sessions.endOthers(than: other, at: Self.noon)
            #expect(try await proposals() == 0)

            _ = try await desk.secondSteps.propose(in: other, at: Self.noon)
            let link = try await desk.links.make(.reset, for: desk.ada, by: desk.office.actor, at: Self.noon)
            _ = try await desk.passwords.choose(SigningInTests.wrong, by: link, from: desk.caller(), at: Self.noon)
            #expect(try await proposals() == 0)
        }
    }

    @Test(
        "with a second step set up, or another password, a copy of the cookie from before is worth nothing",
        arguments: Scratch.engines)
    func elevated(scratch: Scratch) async throws {
        try await SigningInDesk.open(scratch) { desk in
            let copied = try await desk.enter().session
            let session = try #require(try await desk.session(copied))
            let new = try await desk.passwords.change(
                SigningInTests.right, to: SigningInTests.wrong, in: session, at: Self.noon)
            #expect(try await desk.session(copied) == nil)
            let renewed = try #require(try await desk.session(new))
            #expect(renewed.id == session.id)

            let secret = try await desk.secondSteps.propose(in: renewed, at: Self.noon)
            let set = try await desk.secondSteps.confirm(code(of: secret), in: renewed, at: Self.noon)
            #expect(try await desk.session(new) == nil)
            #expect(try await desk.session(set.token)?.means == .code)
        }
    }

    @Test(
        "new recovery codes and taking the step away ask for a code each, and whoever guesses waits",
        arguments: Scratch.engines)
    func changed(scratch: Scratch) async throws {
        try await SigningInDesk.open(scratch) { desk in
            let (secret, codes) = try await desk.setSecondStep()
            let token = try await desk.enterCode(codes[0].text, for: desk.enter().session)
            let session = try #require(try await desk.session(token))
            let steps = desk.secondSteps
            for wrong in ["", "000000", codes[0].text, code(of: secret)] {
                await #expect(throws: SignInRefusal.codeIsWrong) {
                    _ = try await steps.renewCodes(by: wrong, in: session, at: Self.noon)
                }
            }
            await #expect(throws: SignInRefusal.codeIsWrong) {
                try await steps.remove(by: "111111", in: session, at: Self.noon)
            }
            await #expect(throws: SignInRefusal.wait(2)) {
                try await steps.remove(by: codes[1].text, in: session, at: Self.noon)
            }
            #expect(try await steps.secondFactor(of: desk.ada)?.recoveryCodesLeft == 9)

            let later = Self.noon + 60
            let new = try await steps.renewCodes(by: code(of: secret, at: later), in: session, at: later)
            #expect(try await steps.secondFactor(of: desk.ada)?.recoveryCodesLeft == 10)
            try await steps.remove(by: new[0].text, in: session, at: later)
            #expect(try await steps.secondFactor(of: desk.ada) == nil)
            #expect(try await desk.session(token, at: later)?.means == .password)
            await #expect(throws: SignInRefusal.beginAgain) {
                try await steps.remove(by: new[1].text, in: session, at: later)
            }
        }
    }
}
