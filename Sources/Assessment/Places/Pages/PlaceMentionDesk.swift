import DataRegister
import Membership
import Web

/// Where something of the partnership's own speaks of a place.
public struct PlaceMentionLine: Sendable {
    let title: String
    let detail: String
    let address: Address

    public init(_ title: String, detail: String, at address: Address) {
        (self.title, self.detail, self.address) = (title, detail, address)
    }
}

/// Where it is asked who speaks of a place: this capability knows none of the others.
public protocol PlaceMentionDesk: Sendable {
    /// - Parameter member: only what they may read is told.
    /// - Throws: what reading the records throws.
    func mentions(of place: Place, for member: Member) async throws -> [PlaceMentionLine]
}
