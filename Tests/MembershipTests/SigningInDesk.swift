import Foundation
import Storage
import Testing

@testable import Membership

/// An office whose Ada has a password, and the stores she signs in by.
struct SigningInDesk {
    let office: Office
    let ada: ID<Person>
    let signIn: SignInStore
    let passwords: PasswordStore
    let secondSteps: SecondFactorStore
    let links: SignInLinkStore

    func caller(_ address: String = "192.0.2.1", known: SessionToken? = nil) -> Caller {
        Caller(address: address, browser: "Firefox on Linux", known: known)
    }

    func enter(
        _ password: Password = SigningInTests.right, email: String = "ada@example.org",
        from address: String = "192.0.2.1", known: SessionToken? = nil, at time: Date = SigningInTests.noon
    ) async throws -> SignInStore.Entrance {
        try await signIn.signIn(email, password, from: caller(address, known: known), at: time)
    }

    func enterCode(
        _ code: String, for half: SessionToken, from address: String = "192.0.2.1", known: SessionToken? = nil,
        at time: Date = SigningInTests.noon
    ) async throws -> SessionToken {
        try await signIn.enter(code, for: half, from: caller(address, known: known), at: time).session
    }

    func session(_ token: SessionToken, at time: Date = SigningInTests.noon) async throws -> Session? {
        try await office.sessions.session(with: token, at: time)
    }

    /// The codes of a second step that was set up in a new session.
    func setSecondStep(at time: Date = SigningInTests.noon) async throws -> (OneTimeSecret, [RecoveryCode]) {
        let session = try #require(try await session(enter(at: time).session, at: time))
        let secret = try await secondSteps.propose(to: session.member, at: time)
        let code = secret.code(at: OneTimeSecret.step(at: time))
        return (secret, try await secondSteps.confirm(code, in: session, at: time))
    }
}
