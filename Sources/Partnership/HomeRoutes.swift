import Membership
import Storage
import Web
import Wording

/// `/` and `/home`.
struct HomeRoutes: Sendable {
    let who: WhoIsWho
    let desk: any HomeDesk
    let recent: any RecentDesk
    /// All that the program declares.
    let permissions: Set<Permission>

    func add(to routes: inout Routes) {
        let profile = who.profile
        routes.visitors(.get, "/") { _, _ in
            .page(
                WelcomePage(
                    profile: profile, publications: try await desk.published(), meetings: try await desk.meetings()
                ).page)
        }
        routes.members(.get, "/home", may: .seeHome) { request, context in
            let member = context.member
            let setUp = member.may(.keepStructure) ? try await who.setUp().due : nil
            let secondStep = HomeTask(secondStepOf: context.session, permissions)
            return try await .page(
                HomePage(
                    profile: profile, tasks: [secondStep, setUp].compactMap(\.self) + desk.tasks(for: member),
                    figures: desk.figures(for: member), highlights: desk.highlights(for: member),
                    recent: recent.latest(for: context.session), hasSeat: !member.roles.isEmpty,
                    year: YearSteps(
                        steps: profile.keyDates, done: desk.done(of: profile.keyDates),
                        called: desk.called(for: profile.keyDates, from: who.today)), today: who.today
                ).page.afterSaving(request))
        }
    }
}

extension HomeTask {
    /// That what somebody’s seat lets them do stays shut until they have a second step of signing in; nil for whoever has one,
    /// or needs none.
    init?(secondStepOf session: Session, _ permissions: Set<Permission>) {
        guard !session.isStrong else { return nil }
        let shut = permissions.filter { $0.asksForCode && session.member.holds($0) }.map(\.name).sorted()
        guard !shut.isEmpty else { return nil }
        self.init(
            "Set up your second step of signing in",
            detail:
                "Without it what your seat lets you do is only partly open. Shut are: \(shut.joined(separator: "; ")). It takes "
                + "two minutes and a telephone.",
            state: Tag("To do", .waiting), at: ("/account/second-step" as Address).asking(["next": "/home"]))
    }
}
