import Membership

extension Permission {
    /// Reading what was minuted, as far as each may.
    public static let readMinutes = Permission(
        "read minutes", "Read the minutes of the partnership’s meetings, and propose corrections to those you sit in.",
        heldBy: Role.allCases.filter { $0 != .administrator })
    /// Writing minutes while a meeting goes on, sending them round and having them confirmed.
    public static let takeMinutes = Permission(
        "take minutes", "Take the minutes of meetings, circulate them, and enter that they were confirmed.",
        heldBy: .clerk, .officer)
    /// Laying minutes before everybody.
    public static let publishMinutes = Permission(
        "publish minutes", "Publish the minutes of meetings, without what is kept from the public.",
        heldBy: .clerk, .officer, asksForCode: true)

    /// The permissions of this slice.
    public static let ofMinutes: Set<Permission> = [.readMinutes, .takeMinutes, .publishMinutes]
}
