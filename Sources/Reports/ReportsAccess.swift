import Membership

extension Permission {
    /// Reading reports while they are written: what is published is read by everybody, elsewhere.
    public static let readReports = Permission(
        "read reports", "Read reports to committees while they are written.",
        heldBy: Role.allCases.filter { $0 != .administrator && $0 != .caseworker })
    /// Beginning a report, writing it, and asking for what it needs.
    public static let writeReports = Permission(
        "write reports", "Write reports to committees, and ask officers what they imply.",
        heldBy: .officer, .analyst, .clerk)

    /// The permissions of this slice.
    public static let ofReports: Set<Permission> = [.readReports, .writeReports]
}
