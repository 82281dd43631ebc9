import Membership

extension Permission {
    /// How one signs in oneself, and where.
    static let keepOwnAccount = Permission(
        everybodys: "keep own account", "See and change how they sign in themselves.")

    /// The permissions of this slice.
    public static let ofAdministration: Set<Permission> = Permission.ofGlass.union([.keepOwnAccount])
}
