import Hummingbird
import Membership
import Storage
import Web

/// `/committees/actions`: what meetings gave somebody to do, and is not done.
struct ActionRoutes: Sendable {
    let desk: MinutesDesk

    func add(to routes: inout Routes) {
        routes.members(.get, "/committees/actions", may: .readMinutes) { _, context in .page(try await page(context)) }
        routes.members(.post, "/committees/actions/{meeting}/{action}", may: .takeMinutes) { form, context in
            let open = try await desk.openActions(for: context.member)
            guard
                let action = open.first(where: {
                    $0.meeting.description == context.parameters.get("meeting")
                        && $0.action.id == context.parameters.get("action")
                })
            else { throw HTTPError(.notFound) }
            var check = Check(form)
            let words = check.text("words", longest: 1_000)
            let refusals = check.refusals
            guard refusals.all.isEmpty else {
                return .page(try await page(context, refusals), status: .unprocessableContent)
            }
            try await desk.actions.finish(
                action.action.id, of: action.meeting, saying: words, by: context.member.actor, at: desk.now())
            return .redirect(to: "/committees/actions")
        }
    }

    private func page(_ context: MemberContext, _ refusals: Refusals? = nil) async throws -> Page {
        ActionsPage(
            open: try await desk.openActions(for: context.member), today: desk.today(),
            mayFinish: context.member.may(.takeMinutes), visit: context.visit, refusals: refusals
        ).page
    }
}
