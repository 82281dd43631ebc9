import Foundation
import Membership
import Storage
import Web

/// `/partnership` and all below: who is who, and who may do what.
public struct WhoIsWhoRoutes: Sendable {
    private let database: Database
    private let identities: Identities
    private let profile: Profile
    private let permissions: Set<Permission>

    /// - Parameter permissions: all that the program declares.
    public init(_ database: Database, identities: Identities, profile: Profile, permissions: Set<Permission>) {
        self.database = database
        self.identities = identities
        self.profile = profile
        self.permissions = permissions
    }

    public func add(to routes: inout Routes) {
        let who = WhoIsWho(
            database, identities: identities, profile: profile, permissions: permissions, now: routes.site.now)
        BodyRoutes(who: who).add(to: &routes)
        SeatRoutes(who: who).add(to: &routes)
        SeatingRoutes(who: who).add(to: &routes)
        AgencyRoutes(who: who).add(to: &routes)
        PeopleRoutes(who: who, files: database.files, permissions: permissions).add(to: &routes)
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
