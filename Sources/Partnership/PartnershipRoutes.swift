import Membership
import Storage
import Web

/// `/` and `/home`.
public struct PartnershipRoutes: Sendable {
    private let profile: Profile
    private let desk: any HomeDesk
    private let recent: any RecentDesk

    public init(profile: Profile, desk: any HomeDesk, recent: any RecentDesk) {
        self.profile = profile
        self.desk = desk
        self.recent = recent
    }

    public func add(to routes: inout Routes) {
        let (profile, desk, recent, now) = (profile, desk, recent, routes.site.now)
        routes.visitors(.get, "/") { _, _ in
            .page(WelcomePage(profile: profile).page)
        }
        routes.members(.get, "/home", may: .seeHome) { _, context in
            let member = context.member
            let today = profile.today(at: now()).description
            return try await .page(
                HomePage(
                    profile: profile, tasks: desk.tasks(for: member), figures: desk.figures(for: member),
                    highlights: desk.highlights(for: member), recent: recent.latest(for: context.session),
                    hasSeat: !member.roles.isEmpty,
                    today: today
                ).page)
        }
    }
}
