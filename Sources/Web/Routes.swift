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
        /// What it counts as, where much is asked at once.
        public var kind: RouteClass
    }

    /// What is sent within this is as good as sent at once.
    private static let shortly = Duration.milliseconds(500)

    public private(set) var declarations: [Declaration] = []
    public let site: Site
    /// Shows forms again to those who were signed out meanwhile.
    public let formAgain: FormAgain
    private let router: Router<WebContext>
    private let doorway: Doorway

    init(on router: Router<WebContext>, site: Site, doorway: Doorway) {
        (self.router, self.site, self.doorway) = (router, site, doorway)
        formAgain = FormAgain(site: site)
    }

    /// A page for everybody.
    ///
    /// - Parameter kind: what it counts as, where much is asked at once.
    public mutating func visitors(
        _: Get, _ path: String, as kind: RouteClass = .publicPage,
        use handler: @escaping @Sendable (Request, VisitorContext) async throws -> Reply
    ) {
        declarations.append(Declaration(method: .get, path: path, audience: .visitors, kind: kind))
        let (site, doorway) = (site, doorway)
        router.get(RouterPath(path)) { request, context in
            let context = VisitorContext(context: context)
            return try await doorway.pass(request, as: kind, visit: context.visit) { request in
                try await handler(request, context).response(
                    to: request, context: context, visit: context.visit, site: site)
            }
        }
    }

    /// A form for everybody.
    ///
    /// - Parameter kind: what it counts as, where much is asked at once.
    public mutating func visitors(
        _: Post, _ path: String, as kind: RouteClass = .publicForm,
        use handler: @escaping @Sendable (Form, VisitorContext) async throws -> Reply
    ) {
        declarations.append(Declaration(method: .post, path: path, audience: .visitors, kind: kind))
        let (site, doorway) = (site, doorway)
        router.post(RouterPath(path)) { request, context in
            let context = VisitorContext(context: context)
            return try await doorway.pass(request, as: kind, visit: context.visit) { request in
                let form = try await Form(
                    request, visit: context.visit, origin: site.origin, patience: doorway.patience)
                return try await handler(form, context).response(
                    to: request, context: context, visit: context.visit, site: site)
            }
        }
    }

    /// A page for the members who hold a permission.
    ///
    /// - Parameters:
    ///   - asksForProof: whether it must have been proved lately who sits at the browser (S38).
    ///   - kind: what it counts as, where much is asked at once.
    public mutating func members(
        _: Get, _ path: String, may permission: Permission, asksForProof: Bool = false,
        as kind: RouteClass = .memberPage,
        use handler: @escaping @Sendable (Request, MemberContext) async throws -> Reply
    ) {
        declarations.append(
            Declaration(
                method: .get, path: path, audience: .members(permission), asksForProof: asksForProof, kind: kind))
        let (site, doorway) = (site, doorway)
        router.get(RouterPath(path)) { request, context in
            try await doorway.pass(request, as: kind, visit: context.visit) { request in
                let context = try MemberContext(context: context)
                try await site.admit(
                    context.session, for: permission, asksForProof: asksForProof, to: request)
                return try await handler(request, context).response(
                    to: request, context: context, visit: context.visit, site: site)
            }
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
        let kind: RouteClass = files == nil ? .memberForm : .upload
        declarations.append(
            Declaration(
                method: .post, path: path, audience: .members(permission), asksForProof: asksForProof, kind: kind))
        let (site, doorway) = (site, doorway)
        router.post(RouterPath(path)) { request, context in
            let begun = doorway.time
            return try await doorway.pass(request, as: kind, visit: context.visit) { request in
                guard context.visit.session != nil || context.visit.token == nil else {
                    throw await SignedOutMeanwhile(
                        request, visit: context.visit, site: site, takesFiles: files != nil, patience: doorway.patience)
                }
                var context = try MemberContext(context: context)
                try await site.admit(
                    context.session, for: permission, asksForProof: asksForProof, to: request)
                let form = try await Form(
                    request, visit: context.visit, origin: site.origin, files: files, patience: doorway.patience)
                // Whoever lost their right while the form was under way has lost it (S36).
                if doorway.time - begun > Self.shortly {
                    context = try await context.lookedUpAgain()
                    try await site.admit(
                        context.session, for: permission, asksForProof: asksForProof, to: request)
                }
                let now = context
                let reply = try await form.answered(once: now) { try await handler(form, now) }
                return try await reply.response(
                    to: request, context: context, visit: context.visit, site: site)
            }
        }
    }
}

extension Site {
    /// Lets a member in, or says what is wanting. What they open after breaking the glass is noted before they see it.
    ///
    /// - Throws: ``TurnedAway``; where it cannot be noted, why not.
    fileprivate func admit(
        _ session: Session, for permission: Permission, asksForProof: Bool, to request: Request
    ) async throws {
        let member = session.member
        guard member.holds(permission) || glass != nil && member.may(permission) else {
            guard let way = glass?.wayIn(to: permission, for: member) else { throw TurnedAway.notPermitted }
            throw TurnedAway.breakable(way)
        }
        guard session.may(permission) else { throw TurnedAway.needsCode }
        guard !asksForProof || session.isProved(at: now()) else { throw TurnedAway.needsProof }
        try await glass?.watch(request, session, permission)
    }
}
