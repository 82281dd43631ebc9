import HTTPTypes
import Hummingbird
import Membership

/// Reading a page.
public enum Get: Sendable {
    case get
}

/// Sending a form.
public enum Post: Sendable {
    case post
}

/// The only way to put a page at an address. Every route says who may use it: `visitors` or `members(…, may:)`, and
/// there is no third. One that receives a form is given a `Form`, which exists only once its token was found good.
public struct Routes {
    /// One route as it was declared, for the list of who may do what.
    public struct Declaration: Sendable, Hashable {
        public enum Audience: Sendable, Hashable {
            case visitors
            case members(Permission)
        }

        public let method: HTTPRequest.Method
        public let path: String
        public let audience: Audience
        /// Whether it must have been proved lately who sits at the browser.
        public var asksForProof = false
    }

    public private(set) var declarations: [Declaration] = []
    public let site: Site
    private let router: Router<WebContext>

    public init(on router: Router<WebContext>, site: Site) {
        self.router = router
        self.site = site
    }

    /// A page for everybody.
    public mutating func visitors(
        _: Get, _ path: String, use handler: @escaping @Sendable (Request, VisitorContext) async throws -> Reply
    ) {
        declarations.append(Declaration(method: .get, path: path, audience: .visitors))
        let site = site
        router.get(RouterPath(path)) { request, context in
            let context = VisitorContext(context: context)
            return try await handler(request, context).response(
                to: request, context: context, visit: context.visit, site: site)
        }
    }

    /// A form for everybody.
    public mutating func visitors(
        _: Post, _ path: String, use handler: @escaping @Sendable (Form, VisitorContext) async throws -> Reply
    ) {
        declarations.append(Declaration(method: .post, path: path, audience: .visitors))
        let site = site
        router.post(RouterPath(path)) { request, context in
            let context = VisitorContext(context: context)
            let form = try await Form(request, visit: context.visit, origin: site.origin)
            return try await handler(form, context).response(
                to: request, context: context, visit: context.visit, site: site)
        }
    }

    /// A page for the members who hold a permission.
    ///
    /// - Parameter asksForProof: whether it must have been proved lately who sits at the browser (S38).
    public mutating func members(
        _: Get, _ path: String, may permission: Permission, asksForProof: Bool = false,
        use handler: @escaping @Sendable (Request, MemberContext) async throws -> Reply
    ) {
        declarations.append(
            Declaration(method: .get, path: path, audience: .members(permission), asksForProof: asksForProof))
        let site = site
        router.get(RouterPath(path)) { request, context in
            let context = try MemberContext(context: context)
            try site.admit(context.session, for: permission, asksForProof: asksForProof)
            return try await handler(request, context).response(
                to: request, context: context, visit: context.visit, site: site)
        }
    }

    /// A form for the members who hold a permission.
    ///
    /// - Parameters:
    ///   - asksForProof: whether it must have been proved lately who sits at the browser (S38).
    ///   - files: where files sent with it are kept; without it a form with files is refused.
    public mutating func members(
        _: Post, _ path: String, may permission: Permission, asksForProof: Bool = false, files: FileReceiver? = nil,
        use handler: @escaping @Sendable (Form, MemberContext) async throws -> Reply
    ) {
        declarations.append(
            Declaration(method: .post, path: path, audience: .members(permission), asksForProof: asksForProof))
        let site = site
        router.post(RouterPath(path)) { request, context in
            let context = try MemberContext(context: context)
            try site.admit(context.session, for: permission, asksForProof: asksForProof)
            let form = try await Form(request, visit: context.visit, origin: site.origin, files: files)
            let reply = try await form.answered(once: context) { try await handler(form, context) }
            return try await reply.response(
                to: request, context: context, visit: context.visit, site: site)
        }
    }
}

extension Site {
    /// Lets a member in, or says what is wanting.
    ///
    /// - Throws: ``TurnedAway``
    fileprivate func admit(
        _ session: Session, for permission: Permission, asksForProof: Bool
    ) throws(TurnedAway) {
        guard session.member.may(permission) else { throw .notPermitted }
        guard !permission.asksForCode || session.isStrong else { throw .needsCode }
        guard !asksForProof || session.isProved(at: now()) else { throw .needsProof }
    }
}
