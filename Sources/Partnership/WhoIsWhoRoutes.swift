import Foundation
import Membership
import Press
import Storage
import Web

/// `/partnership` and all below: who is who, and who may do what.
public struct WhoIsWhoRoutes: Sendable {
    private let database: Database
    private let identities: Identities
    private let profile: Profile
    private let permissions: Set<Permission>
    private let sendsMail: Bool
    private let papers: StructurePapers

    /// - Parameters:
    ///   - permissions: all that the program declares.
    ///   - sendsMail: whether letters leave the house, with addresses that lead here.
    ///   - accent: the partnership's own colour; nil is the house's.
    public init(
        _ database: Database, identities: Identities, profile: Profile, permissions: Set<Permission>, sendsMail: Bool,
        press: Press, accent: Accent? = nil
    ) {
        self.database = database
        self.identities = identities
        self.profile = profile
        self.permissions = permissions
        self.sendsMail = sendsMail
        papers = StructurePapers(press, accent: accent?.hex)
    }

    public func add(to routes: inout Routes) {
        let who = WhoIsWho(
            database, identities: identities, profile: profile, permissions: permissions, sendsMail: sendsMail,
            now: routes.site.now)
        BodyRoutes(who: who, papers: papers).add(to: &routes)
        SeatRoutes(who: who).add(to: &routes)
        SeatingRoutes(who: who).add(to: &routes)
        AgencyRoutes(who: who).add(to: &routes)
        PeopleRoutes(who: who, files: database.files, permissions: permissions, sendsMail: sendsMail)
            .add(to: &routes)
        if sendsMail {
            InvitationRoutes(
                who: who, links: SignInLinkStore(database, identities: identities), identities: identities
            ).add(to: &routes)
        }
        routes.members(.get, "/partnership/set-up", may: .keepStructure) { _, _ in
            .page(
                SetUpPage(
                    area: try await who.area.area(), agencies: try await who.agencies.agencies(),
                    people: try await who.people.people(), structure: try await who.bodies.structure(),
                    today: who.today
                ).page)
        }
    }
}
