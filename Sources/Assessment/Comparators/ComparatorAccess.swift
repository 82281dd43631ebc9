import Membership

extension Permission {
    /// Saying with whom the partnership's district is compared.
    public static let keepComparators = Permission(
        "keep comparators", "Say which districts the partnership’s own is compared with.", heldBy: .officer, .analyst)
}
