import Membership

extension Permission {
    /// Opening reports at all. Which of them, each report says: a final one is for all of these, a draft for whoever writes
    /// reports, is named as an author, or is asked to clear part of it (``ReportReach``).
    public static let readReports = Permission(
        "read reports", "Read reports to committees: final ones, and drafts they write or are asked about.",
        heldBy: Role.allCases.filter { $0 != .administrator && $0 != .caseworker })
    /// Beginning a report, writing it, and asking for what it needs.
    public static let writeReports = Permission(
        "write reports", "Write reports to committees, and ask officers what they imply.",
        heldBy: .officer, .analyst, .clerk)
    /// Making a report final, beginning a new draft of it, and withdrawing it.
    public static let finishReports = Permission(
        "finish reports", "Make reports to committees final, open them again, and withdraw them.",
        heldBy: .officer, .clerk)

    /// The permissions of this slice.
    public static let ofReports: Set<Permission> = [.readReports, .writeReports, .finishReports]
}
