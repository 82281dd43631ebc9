import Storage

/// Somebody who is signed in: a person in a partnership, with what their seats let them do today.
public struct Member: Sendable, Hashable {
    public let id: ID<Person>
    /// As it stands on the page and in every entry.
    public let name: String
    /// The roles of the seats they hold, or substitute in, today.
    public let roles: Set<Role>
    private let permissions: Set<Permission>

    /// - Parameter declared: all that the program declares; a member has those that a role of theirs holds.
    init(id: ID<Person>, name: String, roles: Set<Role>, of declared: Set<Permission>) {
        self.id = id
        self.name = name
        self.roles = roles
        permissions = declared.filter { $0.isHeld(by: roles) }
    }

    public func may(_ permission: Permission) -> Bool {
        permissions.contains(permission)
    }

    /// As entries name this member.
    public var actor: Entry.Actor { .member(id, name: name) }
}
