import Storage

extension Permission {
    /// Who is who: agencies, bodies, seats, and the people in them.
    public static let seeWhoIsWho = Permission(
        "see who is who", "See the agencies, the bodies, and who sits where.", heldBy: Role.allCases)
}

extension SearchAudience {
    /// The holders of a permission.
    public init(_ permission: Permission) {
        self.init(permission.name)
    }
}
