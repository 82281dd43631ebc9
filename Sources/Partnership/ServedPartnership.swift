import Storage

/// A partnership of this installation: whose records are its own, and how browsers ask for its site.
public struct ServedPartnership: Hashable, Sendable {
    public let id: ID<Tenant>
    public let profile: Profile
    /// Nil for the one that answers wherever no other does.
    public let host: HostName?

    public init(id: ID<Tenant>, profile: Profile, host: HostName? = nil) {
        self.id = id
        self.profile = profile
        self.host = host
    }
}
