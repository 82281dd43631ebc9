import ScratchDatabases
import Storage
import Testing

@testable import Membership

@Suite("Whoever has a password from another partnership is invited to sign in with it")
struct InvitedElsewhereTests {
    @Test(
        "somebody with a password is invited to sign in with it, which no invitation replaces",
        arguments: Scratch.engines)
    func invitedWithPassword(scratch: Scratch) async throws {
        try await SigningInDesk.open(scratch) { desk in
            let neighbour = try await Neighbour(desk)
            let token = try await neighbour.invite()
            #expect(try await neighbour.links.link(with: token, at: SigningInTests.noon)?.isForSigningIn == true)
            await #expect(throws: SignInRefusal.hasPassword) {
                try await neighbour.passwords.choose(
                    SigningInTests.wrong, by: token, from: desk.caller(), at: SigningInTests.noon)
            }
            for (password, invitation) in [
                (SigningInTests.wrong, token), (SigningInTests.right, nil), (SigningInTests.right, SessionToken()),
            ] {
                await #expect(throws: SignInRefusal.notRecognised) { try await neighbour.enter(password, invitation) }
            }
            #expect(try await neighbour.state() == .invited)

            let entrance = try await neighbour.enter(SigningInTests.right, token)

            #expect(try await neighbour.session(entrance.session)?.member.id == desk.ada)
            #expect(try await neighbour.state() == .active)
            #expect(try await neighbour.links.link(with: token, at: SigningInTests.noon) == nil)
            #expect(try await desk.enter().browser != nil, "her password is what it was")
        }
    }

    @Test("an invitation is accepted by both steps where there are two, and not by one", arguments: Scratch.engines)
    func invitedWithSecondStep(scratch: Scratch) async throws {
        try await SigningInDesk.open(scratch) { desk in
            let neighbour = try await Neighbour(desk)
            let (_, codes) = try await desk.setSecondStep()
            let token = try await neighbour.invite()

            let half = try await neighbour.enter(SigningInTests.right, token)

            #expect(half.owesCode)
            #expect(try await neighbour.state() == .invited)
            #expect(
                try await neighbour.links.link(with: token, at: SigningInTests.noon) != nil, "it is not used up yet")
            let whole = try await neighbour.signIn.enter(
                codes[0].text, for: half.session, from: desk.caller(), at: SigningInTests.noon)
            #expect(try await neighbour.session(whole.session)?.means == .code)
            #expect(try await neighbour.state() == .active)
            #expect(try await neighbour.links.link(with: token, at: SigningInTests.noon) == nil)
        }
    }

    @Test("whoever is invited and has forgotten their password gets a new one by email", arguments: Scratch.engines)
    func invitedAndForgotten(scratch: Scratch) async throws {
        try await SigningInDesk.open(scratch) { desk in
            let (neighbour, sent) = (try await Neighbour(desk), Sent())
            _ = try await neighbour.office.person("New", "new@example.org", as: .invited)
            for email in ["ada@example.org", "new@example.org"] {
                try await neighbour.links.makeReset(forOwnerOf: email, from: desk.caller(), at: SigningInTests.noon) {
                    _, link, token in
                    sent.add(link.email.description, token)
                }
            }
            #expect(sent.all.map(\.email) == ["ada@example.org"], "whoever has no password yet has their invitation")
            let token = try #require(sent.all.first?.token)
            _ = try await neighbour.passwords.choose(
                SigningInTests.wrong, by: token, from: desk.caller(), at: SigningInTests.noon)
            #expect(try await neighbour.state() == .active)
            await #expect(throws: SignInRefusal.notRecognised) { try await desk.enter(SigningInTests.right) }
        }
    }
}
