import Foundation
import Membership
import Storage

/// The stores of who is who, and the day it is: what its routes share.
struct WhoIsWho: Sendable {
    let profile: Profile
    let area: AreaStore
    let agencies: AgencyStore
    let liaison: LiaisonStore
    let people: PersonStore
    let bodies: BodyStore
    let seats: SeatStore
    let seating: SeatingStore
    let changes: LastChanges
    let partnership: ID<Tenant>
    let now: @Sendable () -> Date

    /// - Parameters:
    ///   - permissions: all that the program declares.
    ///   - sendsMail: whether letters leave the house.
    init(
        _ database: Database, identities: Identities, profile: Profile, permissions: Set<Permission>,
        sendsMail: Bool, now: @escaping @Sendable () -> Date
    ) {
        self.profile = profile
        self.now = now
        partnership = database.partnership
        changes = LastChanges(database: database, now: now)
        area = AreaStore(database)
        agencies = AgencyStore(database, identities: identities)
        liaison = LiaisonStore(database, identities: identities)
        people = PersonStore(
            database, identities: identities, permissions: permissions,
            news: AccountNotices(identities: identities, from: profile.name, sendsMail: sendsMail))
        let news = SeatingNotices(identities: identities)
        bodies = BodyStore(database, identities: identities, news: news)
        seats = SeatStore(database, identities: identities, news: news)
        seating = SeatingStore(database, identities: identities, permissions: permissions, news: news)
    }

    var today: Day { profile.today(at: now()) }

    /// What is entered first, and how far it is.
    func setUp() async throws -> SetUpPage {
        try await SetUpPage(
            profile: profile, area: area.area(), agencies: agencies.agencies(), people: people.people(),
            structure: bodies.structure(), today: today)
    }

    /// What the law asks and the records do not show.
    func gaps() async throws -> [StatutoryGap] {
        try await StatutoryGap.all(
            area: area.area(), agencies: agencies.agencies(), structure: bodies.structure(), on: today)
    }
}
