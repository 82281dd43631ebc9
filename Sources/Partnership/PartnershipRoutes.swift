import Membership
import Press
import Storage
import Web

/// `/`, `/home`, and `/partnership` with all below.
public struct PartnershipRoutes: Sendable {
    private let database: Database
    private let identities: Identities
    private let profile: Profile
    private let permissions: Set<Permission>
    private let home: any HomeDesk
    private let recent: any RecentDesk
    private let districts: any DistrictDesk
    private let sendsMail: Bool
    private let papers: StructurePapers
    private let changed: @Sendable () async throws -> Void

    /// - Parameters:
    ///   - permissions: all that the program declares.
    ///   - home: what the first page shows of other capabilities.
    ///   - recent: what was done lately.
    ///   - districts: which there are data about.
    ///   - sendsMail: whether letters leave the house, with addresses that lead here.
    ///   - accent: the partnership's own colour; nil is the house's.
    ///   - changed: puts what the partnership says of itself on every page.
    public init(
        _ database: Database, identities: Identities, profile: Profile, permissions: Set<Permission>,
        home: any HomeDesk, recent: any RecentDesk, districts: any DistrictDesk, sendsMail: Bool,
        press: Press, accent: Accent? = nil, changed: @escaping @Sendable () async throws -> Void
    ) {
        self.database = database
        self.identities = identities
        self.profile = profile
        self.permissions = permissions
        self.home = home
        self.recent = recent
        self.districts = districts
        self.sendsMail = sendsMail
        papers = StructurePapers(press, accent: accent?.hex)
        self.changed = changed
    }

    public func add(to routes: inout Routes) {
        let who = WhoIsWho(
            database, identities: identities, profile: profile, permissions: permissions, sendsMail: sendsMail,
            now: routes.site.now)
        HomeRoutes(who: who, desk: home, recent: recent, permissions: permissions).add(to: &routes)
        BodyRoutes(who: who, papers: papers).add(to: &routes)
        SeatRoutes(who: who).add(to: &routes)
        SeatingRoutes(who: who).add(to: &routes)
        AgencyRoutes(who: who).add(to: &routes)
        PeopleRoutes(who: who, permissions: permissions, sendsMail: sendsMail).add(to: &routes)
        PeopleFileRoutes(who: who, files: database.files).add(to: &routes)
        if sendsMail {
            InvitationRoutes(
                who: who, links: SignInLinkStore(database, identities: identities), identities: identities
            ).add(to: &routes)
        }
        DetailsRoutes(profiles: OwnProfileStore(database), desk: districts, who: who, changed: changed).add(to: &routes)
        routes.members(.get, "/partnership/set-up", may: .keepStructure) { request, _ in
            .page(try await who.setUp().page.afterSaving(request))
        }
    }
}
