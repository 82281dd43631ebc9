import Foundation
import Membership
import Web

extension Permission {
    /// The officers' first page.
    public static let seeHome = Permission("see home", "Open the officers’ first page.")
}

/// `/` and `/home`.
public struct PartnershipRoutes: Sendable {
    private let profile: Profile
    private let desk: any HomeDesk

    public init(profile: Profile, desk: any HomeDesk) {
        self.profile = profile
        self.desk = desk
    }

    public func add(to routes: inout Routes) {
        let (profile, desk, now) = (profile, desk, routes.site.now)
        routes.visitors(.get, "/") { _, _ in
            .page(WelcomePage(profile: profile).page)
        }
        routes.members(.get, "/home", may: .seeHome) { _, _ in
            let today = profile.exampleDay ?? now().formatted(.iso8601.year().month().day())
            return try await .page(
                HomePage(
                    profile: profile, tasks: desk.tasks(), figures: desk.figures(), highlights: desk.highlights(),
                    today: today
                ).page)
        }
    }
}
