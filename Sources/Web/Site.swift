import Foundation
import Membership

/// What every page of this installation has in common, decided once at start.
public struct Site: Sendable {
    /// The partnership's name, as it stands at the top of every page.
    public let name: String
    /// Said under the header of every page; an example says that its incidents are generated.
    public let notice: String?
    /// Where the data come from, as their licences ask us to say.
    public let attributions: [String]
    /// Whether people reach the site over HTTPS, so that cookies are kept to it.
    public let isSecure: Bool
    /// Where people reach the site, as a browser names it: `https://safer.example.org`; nil where it has not been told.
    let origin: String?
    /// Where the source of the program is to be had; nil where it has not been told.
    public let sourceCode: String?
    public let assets: Assets
    /// The time now: passed in, so that tests can choose it.
    public let now: @Sendable () -> Date
    let items: [Navigation]
    let search: Navigation?
    let inbox: Inbox?
    let glass: GlassDesk?
    /// Keeps what was typed by those who were signed out meanwhile; without one it is not kept.
    public let keeper: FormKeeper?

    /// - Parameters:
    ///   - address: how people reach the site.
    ///   - search: where what is typed at the top of a page is looked for.
    ///   - inbox: what stands beside a member's name on every page.
    ///   - glass: where a member breaks the glass; without it, breaking it opens nothing.
    ///   - keeper: keeps what was typed by those who were signed out meanwhile.
    public init(
        name: String, notice: String? = nil, attributions: [String] = [], isSecure: Bool, address: String? = nil,
        sourceCode: String? = nil, assets: Assets, navigation: [Navigation], search: Navigation? = nil,
        inbox: Inbox? = nil, glass: GlassDesk? = nil, keeper: FormKeeper? = nil, now: @escaping @Sendable () -> Date
    ) {
        self.name = name
        self.notice = notice
        self.attributions = attributions
        self.isSecure = isSecure
        origin = address.flatMap(Self.origin)
        self.sourceCode = sourceCode
        self.assets = assets
        self.now = now
        items = navigation
        self.search = search
        self.inbox = inbox
        self.glass = glass
        self.keeper = keeper
    }

    /// Scheme, host and port, and nothing after them (RFC 6454, 6.2): a port that goes without saying is not said.
    static func origin(of address: String) -> String? {
        guard let parts = URLComponents(string: address), let scheme = parts.scheme?.lowercased(),
            let host = parts.host?.lowercased(), !host.isEmpty
        else { return nil }
        let port = parts.port.flatMap { $0 == (scheme == "https" ? 443 : 80) ? nil : ":\($0)" }
        return "\(scheme)://\(host)\(port ?? "")"
    }

    /// Whether people were told where they reach the site, so that letters can lead there.
    public var hasAddress: Bool { origin != nil }

    /// A page as a letter names it: with the site before it. Never made from what a request says of its host, which
    /// anybody can write.
    public func outside(_ address: Address) -> String {
        (origin ?? "") + address.text
    }

    func navigation(for member: Member) -> [Navigation] {
        items.filter { member.may($0.permission) }
    }
}

/// Where a member is told things, and how many of them are new.
public struct Inbox: Sendable {
    let title: String
    let address: Address
    let permission: Permission
    private let unread: @Sendable (Member) async throws -> Int

    /// - Parameter unread: how many a member has not read.
    public init(
        _ title: String, at address: Address, for permission: Permission,
        unread: @escaping @Sendable (Member) async throws -> Int
    ) {
        self.title = title
        self.address = address
        self.permission = permission
        self.unread = unread
    }

    /// As a member's page shows it.
    struct Shown: Sendable {
        let title: String
        let address: Address
        /// Nil where it could not be told: no page fails for want of a number in its header (S61).
        let unread: Int?
    }

    /// Nil for whoever may not go there.
    func shown(to member: Member) async -> Shown? {
        guard member.may(permission) else { return nil }
        return Shown(title: title, address: address, unread: try? await unread(member))
    }
}

/// A place in the main navigation, for those who may go there.
public struct Navigation: Sendable {
    let title: String
    let address: Address
    let permission: Permission
    /// Where else its pages are: those whose addresses do not begin with its own.
    let others: [Address]

    public init(_ title: String, at address: Address, and others: [Address] = [], for permission: Permission) {
        self.others = others
        self.title = title
        self.address = address
        self.permission = permission
    }
}
