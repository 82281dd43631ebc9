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

    /// - Parameter address: how people reach the site.
    public init(
        name: String, notice: String? = nil, attributions: [String] = [], isSecure: Bool, address: String? = nil,
        sourceCode: String? = nil, assets: Assets, navigation: [Navigation], now: @escaping @Sendable () -> Date
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
    }

    /// Scheme, host and port, and nothing after them (RFC 6454, 6.2): a port that goes without saying is not said.
    static func origin(of address: String) -> String? {
        guard let parts = URLComponents(string: address), let scheme = parts.scheme?.lowercased(),
            let host = parts.host?.lowercased(), !host.isEmpty
        else { return nil }
        let port = parts.port.flatMap { $0 == (scheme == "https" ? 443 : 80) ? nil : ":\($0)" }
        return "\(scheme)://\(host)\(port ?? "")"
    }

    func navigation(for member: Member) -> [Navigation] {
        items.filter { member.may($0.permission) }
    }
}

/// A place in the main navigation, for those who may go there.
public struct Navigation: Sendable {
    let title: String
    let address: Address
    let permission: Permission

    public init(_ title: String, at address: Address, for permission: Permission) {
        self.title = title
        self.address = address
        self.permission = permission
    }
}
