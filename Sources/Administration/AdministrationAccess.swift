import Membership

extension Permission {
    /// How one signs in oneself, and where.
    static let keepOwnAccount = Permission(
        everybodys: "keep own account", "See and change how they sign in themselves.")
    /// Who did what. Of each thing only those read it who may see the thing itself.
    public static let readActivity = Permission(
        "read activity", "Read who did what, when and why, of all that they may see.", heldBy: .officer,
        .administrator, asksForCode: true)
    /// How the program does, and who signs in: none of what people work on.
    public static let lookAfterSystem = Permission(
        "look after the system", "See how the program does and who signed in, and try failed jobs again.",
        heldBy: .administrator, asksForCode: true)

    /// The permissions of this slice.
    public static let ofAdministration: Set<Permission> = Permission.ofGlass.union([
        .keepOwnAccount, .readActivity, .lookAfterSystem,
    ])
}
