import Hummingbird
import Membership
import Notices
import Storage
import Web

/// `/notices`, what a member is told, and `/account/notices`, how they want to hear of it.
public struct NoticeRoutes: Sendable {
    private let notices: NoticeStore
    private let people: PersonStore
    private let sendsMail: Bool

    /// - Parameter sendsMail: whether the site sends any mail.
    public init(_ database: Database, identities: Identities, sendsMail: Bool) {
        notices = NoticeStore(database)
        people = PersonStore(database, identities: identities)
        self.sendsMail = sendsMail
    }

    public func add(to routes: inout Routes) {
        let now = routes.site.now
        routes.members(.get, "/notices", may: .readNotices, use: list)
        routes.members(.post, "/notices/read", may: .readNotices) { form, context in
            guard let last = ID<PersonalNotice>(form["last"]) else { throw Refusals("Load the page again") }
            try await notices.markRead(of: context.member.id, upTo: last, by: context.member.actor, at: now())
            return .redirect(to: "/notices")
        }
        routes.members(.get, "/account/notices", may: .readNotices) { request, context in
            let choice = try await notices.choice(of: context.member.id)
            let isSaved = request.uri.queryParameters["saved"] == "yes"
            return .page(try await choicePage(context, choice.rawValue).page(for: context.visit, isSaved: isSaved))
        }
        routes.members(.post, "/account/notices", may: .readNotices) { form, context in
            guard let choice = NoticeChoice(rawValue: form["choice"]) else {
                let page = try await choicePage(context, form["choice"])
                return page.refused(Refusals("Choose when you want a letter", field: "choice"), for: context.visit)
            }
            try await notices.choose(choice, for: context.member.id, by: context.member.actor, at: now())
            return .redirect(to: "/account/notices?saved=yes")
        }
    }

    private func list(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let (all, unread) = try await notices.count(of: context.member.id)
        let asked = request.uri.queryParameters["page"].map(String.init)
        let page = PageOfMany(asked, size: 30, total: all)
        let shown = try await notices.notices(of: context.member.id, page.size, after: page.offset)
        return .page(NoticesPage(notices: shown, unread: unread, at: page).page(for: context.visit))
    }

    private func choicePage(_ context: MemberContext, _ choice: String) async throws -> NoticeChoicePage {
        let email = try await people.person(context.member.id)?.details.email
        return NoticeChoicePage(choice: choice, email: email, sendsMail: sendsMail)
    }
}
