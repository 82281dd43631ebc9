import Storage

/// Somebody who signs in.
public struct Member: Sendable, Hashable {
    public let id: ID<Member>
    /// As it stands on the page and in every entry.
    public let name: String
    private let permissions: Set<Permission>

    init(id: ID<Member>, name: String, permissions: Set<Permission>) {
        self.id = id
        self.name = name
        self.permissions = permissions
    }

    public func may(_ permission: Permission) -> Bool {
        permissions.contains(permission)
    }

    /// As entries name this member.
    public var actor: Entry.Actor { .member(id, name: name) }
}

extension Member {
    /// The one built-in officer, until people and seats are entered. Everything that is declared is theirs to do.
    ///
    /// - Parameter permissions: all that the program declares.
    static func officer(holding permissions: Set<Permission>) -> Member {
        Member(id: officerID, name: "Community safety officer", permissions: permissions)
    }

    private static let officerID: ID<Member> = {
        guard let id = ID<Member>("00000000-0000-7000-8000-000000000001") else {
            preconditionFailure("the officer’s identifier is written wrongly")
        }
        return id
    }()
}
