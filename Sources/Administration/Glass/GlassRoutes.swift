import Foundation
import Hummingbird
import Membership
import Storage
import Web

/// `/break-glass`, where somebody takes a permission for a while in an emergency, and `/broken-glass`, where those who
/// oversee it see who did and what they opened.
public struct GlassRoutes: Sendable {
    private let database: Database
    private let identities: Identities
    private let permissions: Set<Permission>
    private let sendsMail: Bool

    /// Where it is broken, and where one’s own is ended, for every page.
    public static func desk(
        _ database: Database, identities: Identities, permissions: Set<Permission>, now: @escaping @Sendable () -> Date
    ) -> GlassDesk {
        let store = GlassStore(database, identities: identities, permissions: permissions)
        return GlassDesk(at: "/break-glass", endedAt: "/break-glass/end") { address, session, permission in
            try await store.note(address, openedIn: session, for: permission, at: now())
        }
    }

    /// - Parameters:
    ///   - permissions: all that the program declares.
    ///   - sendsMail: whether letters leave the house, with addresses that lead here.
    public init(_ database: Database, identities: Identities, permissions: Set<Permission>, sendsMail: Bool) {
        (self.database, self.identities, self.permissions) = (database, identities, permissions)
        self.sendsMail = sendsMail
    }

    public func add(to routes: inout Routes) {
        let site = routes.site
        let store = GlassStore(
            database, identities: identities, permissions: permissions,
            news: GlassNotices(
                identities: identities,
                mail: sendsMail
                    ? .init(
                        from: site.name, overseeing: site.outside("/broken-glass"), account: site.outside("/account"))
                    : nil))
        routes.members(.get, "/break-glass", may: .breakGlass, asksForProof: true) { request, context in
            let typed = BreakGlassPage.Typed(
                permission: request.asked("for") ?? "", next: request.asked("next") ?? "")
            return .page(try await page(typed, store, context, at: site.now()).page(for: context.visit))
        }
        routes.members(.post, "/break-glass", may: .breakGlass, asksForProof: true) { form, context in
            try await breakGlass(form, store, context, at: site.now())
        }
        // Whoever may no longer break it may still end what they broke.
        routes.members(.post, "/break-glass/end", may: .keepOwnAccount) { _, context in
            for glass in context.member.brokenGlass {
                do {
                    try await store.end(glass.id, by: context.member, at: site.now())
                } catch GlassRefusal.isOver {}
            }
            return .redirect(to: ("/account" as Address).asking(["done": AccountPage.Done.glassEnded.rawValue]))
        }
        addOversight(of: store, to: &routes)
    }

    /// What officers see of it.
    private func addOversight(of store: GlassStore, to routes: inout Routes) {
        let site = routes.site
        routes.members(.get, "/broken-glass", may: .overseeGlass) { request, context in
            let page = PageOfMany(request.asked("page"), size: 20, total: try await store.count())
            return .page(
                BrokenGlassPage(
                    all: try await store.all(page.size, after: page.offset), at: page, now: site.now()
                ).page(for: context.visit))
        }
        routes.members(.post, "/broken-glass/{glass}/end", may: .overseeGlass) { _, context in
            guard let id = context.parameters.get("glass").flatMap({ ID<BrokenGlass>($0) }) else {
                throw HTTPError(.notFound)
            }
            do {
                try await store.end(id, by: context.member, at: site.now())
            } catch GlassRefusal.isOver {
            } catch GlassRefusal.notHere {
                throw HTTPError(.notFound)
            }
            return .redirect(to: "/broken-glass")
        }
    }

    private func page(
        _ typed: BreakGlassPage.Typed, _ store: GlassStore, _ context: MemberContext, at time: Date,
        _ refusals: Refusals? = nil
    ) async throws -> BreakGlassPage {
        try await BreakGlassPage(
            typed: typed, breakable: store.breakable(by: context.member),
            witnesses: store.witnesses(besides: context.member.id, at: time), sendsMail: sendsMail, refusals: refusals)
    }

    private func breakGlass(
        _ form: Form, _ store: GlassStore, _ context: MemberContext, at time: Date
    ) async throws -> Reply {
        let typed = BreakGlassPage.Typed(form)
        do {
            let permission = store.breakable(by: context.member).first { $0.name == typed.permission }
            let span = Int(typed.minutes).flatMap { BrokenGlass.Span(rawValue: $0) }
            var refusals = Refusals()
            if permission == nil { refusals.add("Choose what to open", field: "permission") }
            if span == nil { refusals.add("Choose for how long", field: "minutes") }
            if typed.reason.isEmpty { refusals.add(GlassRefusal.noReason.reason, field: "reason") }
            guard let permission, let span, refusals.all.isEmpty else { throw refusals }
            try await store.breakGlass(
                for: permission, span, because: typed.reason, in: context.session, at: time)
            return .redirect(to: Address(untrusted: typed.next) ?? "/home")
        } catch let refusals as Refusals {
            return try await again(typed, store, context, at: time, refusals)
        } catch let refusal as GlassRefusal {
            let field: String? = [.noReason, .reasonIsLong].contains(refusal) ? "reason" : nil
            return try await again(typed, store, context, at: time, Refusals(refusal.reason, field: field))
        }
    }

    private func again(
        _ typed: BreakGlassPage.Typed, _ store: GlassStore, _ context: MemberContext, at time: Date,
        _ refusals: Refusals
    ) async throws -> Reply {
        let page = try await page(typed, store, context, at: time, refusals)
        return .page(page.page(for: context.visit), status: .unprocessableContent)
    }
}
