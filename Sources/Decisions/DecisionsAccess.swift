import Membership

extension Permission {
    /// Seeing what was decided and what is to be decided, as far as it is published.
    public static let readDecisions = Permission(
        "read decisions", "See the register of decisions and the forward plan from within.",
        heldBy: Role.allCases.filter { $0 != .administrator })
    /// Writing records of decisions and notices for the forward plan, and entering what became of a call-in.
    public static let keepDecisions = Permission(
        "keep decisions",
        "Write records of decisions and notices for the forward plan, with what is kept from the public.",
        heldBy: .clerk, .officer)
    /// Laying a decision or a notice before everybody, and telling them of a call-in.
    public static let publishDecisions = Permission(
        "publish decisions", "Publish decisions and the forward plan, and tell everybody of a call-in.",
        heldBy: .clerk, .officer, asksForCode: true)

    /// The permissions of this slice.
    public static let ofDecisions: Set<Permission> = [.readDecisions, .keepDecisions, .publishDecisions]
}
