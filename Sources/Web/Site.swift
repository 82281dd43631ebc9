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
    public let assets: Assets
    /// The time now: passed in, so that tests can choose it.
    public let now: @Sendable () -> Date
    let items: [Navigation]

    public init(
        name: String, notice: String? = nil, attributions: [String] = [], isSecure: Bool, assets: Assets,
        navigation: [Navigation], now: @escaping @Sendable () -> Date
    ) {
        self.name = name
        self.notice = notice
        self.attributions = attributions
        self.isSecure = isSecure
        self.assets = assets
        self.now = now
        items = navigation
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
