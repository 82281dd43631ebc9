import Hummingbird
import Membership
import NIOCore

/// Who is asking, and for what page: filled in before any route is reached.
public struct Visit: Sendable {
    /// Who is signed in, and how well that is known; nil for a visitor.
    public internal(set) var session: Session?
    /// What the browser showed to be known again, whether or not it is good for anything.
    public internal(set) var token: SessionToken?
    public internal(set) var path: String
    /// From where somebody asks.
    public internal(set) var caller: Caller
    /// Whether a program on this very machine asks, and for nobody else.
    var isFromThisMachine = false

    init(
        session: Session? = nil, token: SessionToken? = nil, path: String,
        caller: Caller = Caller(address: "", browser: "", known: nil)
    ) {
        (self.session, self.token, self.path, self.caller) = (session, token, path, caller)
    }

    public var member: Member? { session?.member }

    /// Whose session it is now, where time went by since the request began.
    var lookUp: @Sendable () async throws -> Session? = { nil }

    /// What is new for the member, where a page is about to show it.
    var inbox: Inbox.Shown?

    /// A fresh token for a form on this page; nil for a visitor, who has no authority to borrow.
    var antiForgeryToken: String? {
        guard let token, let session else { return nil }
        return AntiForgery.token(for: token, of: session.member.id)
    }
}

/// What travels with every request.
public struct WebContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    var visit: Visit
    /// The other end of the connection; nil where there is none, as in tests.
    let peer: SocketAddress?

    public init(source: Source) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress
        visit = Visit(path: "")
    }

    /// For a page that is asked for while another answer is made.
    init(within context: MemberContext) {
        coreContext = .init(source: context)
        peer = nil
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
    public private(set) var visit: Visit
    public private(set) var session: Session

    public var member: Member { session.member }

    public init(context: WebContext) throws {
        guard let session = context.visit.session else { throw TurnedAway.unknown }
        coreContext = context.coreContext
        visit = context.visit
        self.session = session
    }
}

extension MemberContext {
    /// The same, with what is so now.
    ///
    /// - Throws: ``TurnedAway/unknown`` where the session has ended meanwhile.
    func lookedUpAgain() async throws -> MemberContext {
        guard let session = try await visit.lookUp() else { throw TurnedAway.unknown }
        var again = self
        again.visit.session = session
        again.session = session
        return again
    }
}

/// Why somebody was not let in.
public enum TurnedAway: Error, Hashable, Sendable {
    /// Nobody is signed in: sign in first.
    case unknown
    /// Signed in, but this is not for this member.
    case notPermitted
    /// Signed in, and not for this member but in an emergency: where they break the glass for it.
    case breakable(Address)
    /// This asks for a second step of signing in, and there was none (S27).
    case needsCode
    /// This is dangerous, and it was not proved lately who sits at the browser (S38).
    case needsProof
    /// The form was not made here for this person, or has gone stale.
    case forgery
}
