import Administration
import Membership
import Partnership
import Web

/// What the members' first page shows of what was done lately.
struct HomeFromActivity: RecentDesk {
    let log: ActivityLog

    private static let most = 6

    func latest(for session: Session) async throws -> RecentDeeds {
        let (items, isOwn) = try await log.latest(Self.most, for: session)
        let more =
            isOwn
            ? Mention(at: "/account/activity", titled: "All that you did")
            : Mention(at: "/activity", titled: "All activity")
        return RecentDeeds(
            isOwn ? "What you did lately" : "Recent activity",
            items.map { .init($0.sentence, at: $0.at, path: $0.thing?.path) }, more: more)
    }
}
