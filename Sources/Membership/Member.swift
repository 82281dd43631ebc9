import Storage

/// Somebody who is signed in: a person in a partnership, with what their seats let them do today.
public struct Member: Sendable, Hashable {
    public let id: ID<Person>
    /// As it stands on the page and in every entry.
    public let name: String
    /// The roles of the seats they hold, or substitute in, today.
    public let roles: Set<Role>
    /// What they opened for a while in an emergency, and is open still.
    public let brokenGlass: [BrokenGlass]
    private let held: Set<Permission>
    private let taken: Set<Permission>

    /// - Parameters:
    ///   - declared: all that the program declares; a member has those that a role of theirs holds.
    ///   - broken: what they broke the glass for. It counts only while they may break it at all, and only for what is
    ///     declared to be broken into.
    init(
        id: ID<Person>, name: String, roles: Set<Role>, of declared: Set<Permission>, broken: [BrokenGlass] = []
    ) {
        self.id = id
        self.name = name
        self.roles = roles
        let held = declared.filter { $0.isHeld(by: roles) }
        let breakable = held.contains(.breakGlass) ? declared.filter { $0.emergency != nil }.subtracting(held) : []
        let named = Set(broken.map(\.permission))
        let taken = breakable.filter { named.contains($0.name) }
        let opened = Set(taken.map(\.name))
        brokenGlass = broken.filter { opened.contains($0.permission) }
        (self.held, self.taken) = (held, taken)
    }

    /// Whether they may do it now: by a seat, or for a while because they broke the glass.
    public func may(_ permission: Permission) -> Bool {
        holds(permission) || taken.contains(permission)
    }

    /// Whether a seat of theirs lets them do it. What lasts is decided by this, and not by what was opened for an hour.
    public func holds(_ permission: Permission) -> Bool {
        held.contains(permission)
    }

    /// As entries name this member. Whatever they do while the glass is broken says so in its entry.
    public var actor: Entry.Actor {
        .member(id, name: name, while: brokenGlass.map { .init("broken glass", from: String?.none, to: $0.id) })
    }
}
