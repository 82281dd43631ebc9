import Membership
import Storage
import Web

/// `/` and `/home`.
struct HomeRoutes: Sendable {
    let who: WhoIsWho
    let desk: any HomeDesk
    let recent: any RecentDesk

    func add(to routes: inout Routes) {
        let profile = who.profile
        routes.visitors(.get, "/") { _, _ in
            .page(WelcomePage(profile: profile).page)
        }
        routes.members(.get, "/home", may: .seeHome) { request, context in
            let member = context.member
            let setUp = member.may(.keepStructure) ? try await who.setUp().due : nil
            return try await .page(
                HomePage(
                    profile: profile, tasks: [setUp].compactMap(\.self) + desk.tasks(for: member),
                    figures: desk.figures(for: member), highlights: desk.highlights(for: member),
                    recent: recent.latest(for: context.session), hasSeat: !member.roles.isEmpty,
                    today: who.today.description
                ).page.afterSaving(request))
        }
    }
}
