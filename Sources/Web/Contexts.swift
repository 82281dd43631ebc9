import Hummingbird
import Membership

/// Who is asking, and for what page: filled in before any route is reached.
public struct Visit: Sendable {
    public var member: Member?
    /// The session's own secret, from which forms' tokens are made; nil for a visitor.
    var session: SessionToken?
    public var path: String
    /// What is new for the member, where a page is about to show it.
    var inbox: Inbox.Shown?

    /// A fresh token for a form on this page; nil for a visitor, who has no authority to borrow.
    var antiForgeryToken: String? {
        session.map { AntiForgery.token(for: $0) }
    }
}

/// What travels with every request.
public struct WebContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    var visit: Visit

    public init(source: Source) {
        coreContext = .init(source: source)
        visit = Visit(path: "")
    }
}

/// What a handler of a public page is given.
public struct VisitorContext: ChildRequestContext {
    public var coreContext: CoreRequestContextStorage
    public let visit: Visit

    public init(context: WebContext) {
        coreContext = context.coreContext
        visit = context.visit
    }
}

/// What a handler of a member's page is given. There is none without a member: for a visitor its initialiser throws.
public struct MemberContext: ChildRequestContext {
    public var coreContext: CoreRequestContextStorage
    public let visit: Visit
    public let member: Member

    public init(context: WebContext) throws {
        guard let member = context.visit.member else { throw TurnedAway.unknown }
        coreContext = context.coreContext
        visit = context.visit
        self.member = member
    }
}

/// Why somebody was not let in.
public enum TurnedAway: Error, Sendable {
    /// Nobody is signed in: sign in first.
    case unknown
    /// Signed in, but this is not for this member.
    case notPermitted
    /// The form was not made here for this person, or has gone stale.
    case forgery
}
