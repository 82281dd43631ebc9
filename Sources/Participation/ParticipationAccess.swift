import Membership

extension Permission {
    /// Entering what the public brings, with how to reach whoever brought it.
    public static let keepSubmissions = Permission(
        "keep submissions",
        "Enter questions, deputations and petitions of the public, see how to reach who brought them, and accept or reject them.",
        heldBy: .clerk, .officer)
    /// Laying questions and answers before everybody.
    public static let publishSubmissions = Permission(
        "publish submissions", "Publish what the public brought before a meeting, and what was answered.",
        heldBy: .clerk, .officer, asksForCode: true)

    /// The permissions of this slice.
    public static let ofParticipation: Set<Permission> = [.keepSubmissions, .publishSubmissions]
}
