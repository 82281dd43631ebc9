import Membership
import Storage
import Web

/// A sort of thing that search finds, as people name it, and where one of them is.
public struct FoundKind: Sendable {
    public let kind: SearchDocument.Kind
    let one: String
    let many: String
    let address: @Sendable (_ subject: String) -> Address

    /// - Parameters:
    ///   - one: “Agency”.
    ///   - many: “Agencies”.
    ///   - address: where the one with this identifier is.
    public init(
        _ kind: SearchDocument.Kind, _ one: String, _ many: String, at address: @escaping @Sendable (String) -> Address
    ) {
        (self.kind, self.one, self.many, self.address) = (kind, one, many, address)
    }

    /// Those of who is who.
    public static let ofWhoIsWho = [
        FoundKind(.person, "Person", "People") { "/partnership/people/\($0)" },
        FoundKind(.agency, "Agency", "Agencies") { "/partnership/agencies/\($0)" },
        FoundKind(.body, "Body", "Bodies") { "/partnership/bodies/\($0)" },
        FoundKind(.seat, "Seat", "Seats") { "/partnership/seats/\($0)" },
    ]
}
