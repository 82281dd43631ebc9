import Membership

extension Permission {
    /// Opening the papers of the meetings one sits in, and keeping notes on them that nobody else reads. Officers and clerks
    /// have these papers where they are made: it is for those who come to decide.
    public static let readOwnPapers = Permission(
        "read own papers", "Read the papers of the meetings they sit in, and keep private notes on them.",
        heldBy: .chair, .member, .strategicLead, .operationalLead)

    /// The permissions of this slice.
    public static let ofMyPapers: Set<Permission> = [.readOwnPapers]
}
