import Membership

extension Permission {
    /// The members' first page.
    public static let seeHome = Permission(
        everybodys: "see home", "Open the members’ first page.")
    /// Each finds what they may see, and nothing else.
    public static let search = Permission("search", "Search what one may see.", heldBy: Role.allCases)
    /// What the partnership is made of.
    public static let keepStructure = Permission(
        "keep the structure", "Enter and change agencies, bodies and seats.", heldBy: .officer, .clerk)

    /// What one is told oneself.
    public static let readNotices = Permission(
        everybodys: "read notices", "Read one’s own notices, and choose how to hear of them.")

    /// The permissions of this slice.
    public static let ofPartnership: Set<Permission> = [
        .seeHome, .readNotices, .search, .seeWhoIsWho, .keepStructure, .keepPeople,
    ]
}
