import ScratchDatabases
import Storage

@testable import Membership
@testable import Web

extension Visit {
    static let ada = Identities.seeded(5).new(Person.self, at: Scratch.noon)

    /// Somebody who is signed in by this secret.
    static func member(
        _ token: SessionToken, as known: Member? = nil, path: String = "/", session: UInt64 = 5
    ) -> Visit {
        let identities = Identities.seeded(session)
        let member = known ?? Member(id: ada, name: "Ada Byron", roles: [], of: [])
        return Visit(
            session: Session(
                id: identities.new(at: Scratch.noon), member: member, means: .password, provedAt: Scratch.noon),
            token: token, path: path)
    }
}
