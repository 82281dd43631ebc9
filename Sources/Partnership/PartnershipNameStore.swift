import Storage

/// What the partnerships of an installation are called, for whoever looks at records without opening them.
public enum PartnershipNameStore {
    /// By their identifiers.
    ///
    /// - Throws: `DatabaseFault`
    @Sendable
    public static func names(in db: Reading) throws -> [ID<Tenant>: String] {
        let named = try db.rows("SELECT id, profile FROM partnership_profile").map { row in
            (try row("id") as ID<Tenant>, try (row("profile") as JSON<Profile>).content.name)
        }
        return Dictionary(named) { first, _ in first }
    }
}
