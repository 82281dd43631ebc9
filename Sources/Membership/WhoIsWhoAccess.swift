import Storage

extension Permission {
    /// Who is who: agencies, bodies, seats, and the people in them.
    public static let seeWhoIsWho = Permission(
        "see who is who", "See the agencies, the bodies, and who sits where.", heldBy: Role.allCases)
    /// Who takes part, and in which seats: what permissions come from.
    public static let keepPeople = Permission(
        "keep people", "Enter people, seat them, and suspend or end their membership.", heldBy: .officer,
        .administrator, asksForCode: true)
}

extension SearchAudience {
    /// The holders of a permission.
    public init(_ permission: Permission) {
        self.init(permission.name)
    }
}

extension EntryReaders {
    /// The holders of a permission.
    public static func holders(of permission: Permission) -> EntryReaders { .holders(permission.name) }
}

extension EntryPlace {
    /// Where a thing is to be seen by the holders of a permission.
    public init(openedBy permission: Permission, _ path: @escaping @Sendable (_ address: String) -> String) {
        self.init(openedBy: permission.name, path)
    }
}
