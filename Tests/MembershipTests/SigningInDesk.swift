import Foundation
import ScratchDatabases
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

    static func open(_ scratch: Scratch, _ body: (SigningInDesk) async throws -> Void) async throws {
        try await Office.open(scratch) { office in
            let (database, identities) = (office.database, Identities.seeded(31))
            let workers = PasswordWorkers(cost: .init(memory: 64, passes: 1))
            let desk = SigningInDesk(
                office: office, ada: try await office.person("Ada Byron", "ada@example.org", as: .invited),
                signIn: SignInStore(database, identities: identities, workers: workers),
                passwords: PasswordStore(database, identities: identities, workers: workers),
                secondSteps: SecondFactorStore(database, identities: identities),
                links: SignInLinkStore(database, identities: identities))
            let invitation = try await desk.links.make(
                .invitation, for: desk.ada, by: office.actor, at: SigningInTests.noon)
            _ = try await desk.passwords.choose(
                SigningInTests.right, by: invitation, from: desk.caller(), at: SigningInTests.noon)
            try await body(desk)
        }
    }

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
        let secret = try await secondSteps.propose(in: session, at: time)
        let code = secret.code(at: OneTimeSecret.step(at: time))
        return (secret, try await secondSteps.confirm(code, in: session, at: time).codes)
    }
}

/// Another partnership in the same records, which invites Ada too.
struct Neighbour {
    let office: Office
    let signIn: SignInStore
    let passwords: PasswordStore
    let links: SignInLinkStore
    private let desk: SigningInDesk

    init(_ desk: SigningInDesk) async throws {
        self.desk = desk
        office = try await desk.office.neighbour()
        _ = try await office.person("Ada Byron", "ada@example.org", as: .invited)
        let (database, identities) = (office.database, Identities.seeded(32))
        let workers = PasswordWorkers(cost: .init(memory: 64, passes: 1))
        signIn = SignInStore(database, identities: identities, workers: workers)
        passwords = PasswordStore(database, identities: identities, workers: workers)
        links = SignInLinkStore(database, identities: identities)
    }

    func invite() async throws -> SessionToken {
        try await links.make(.invitation, for: desk.ada, by: office.actor, at: SigningInTests.noon)
    }

    func enter(_ password: Password, _ invitation: SessionToken?) async throws -> SignInStore.Entrance {
        try await signIn.signIn(
            "ada@example.org", password, accepting: invitation, from: desk.caller(), at: SigningInTests.noon)
    }

    func state() async throws -> MembershipState? { try await office.people.person(desk.ada)?.state }

    func session(_ token: SessionToken) async throws -> Session? {
        try await office.sessions.session(with: token, at: SigningInTests.noon)
    }
}
