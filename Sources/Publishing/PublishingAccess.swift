import Membership

extension Permission {
    /// Laying a document before everybody, or taking it away again.
    public static let publish = Permission(
        "publish", "Publish the partnership’s documents, and withdraw what should not have been published.",
        heldBy: .officer, asksForCode: true)

    /// The permissions of this module.
    public static let ofPublishing: Set<Permission> = [.publish]
}
