/// How an act on a kind of thing is told, and by whom an entry of it may be read.
///
/// ```swift
/// Telling(.appointed, on: "seat", "appointed somebody to the seat", "appoint somebody to the seat", to: …)
/// ```
///
/// reads as “Ada Byron appointed somebody to the seat Chair, Executive Group”, or, where that was refused, as “Ada Byron
/// tried to appoint somebody to the seat Chair, Executive Group, and was refused”. What is told by nobody is read by nobody.
public struct Telling: Sendable, Hashable {
    public let act: Act
    /// The kind of thing it is done to, as entries name it.
    public let kind: String
    /// What was done, up to the name of the thing.
    public let did: String
    /// What was to be done, where it was refused.
    public let sought: String
    /// What was done, where somebody did it to themselves.
    public let didToOneself: String?
    /// Whether the thing is named after the words.
    public let isNamed: Bool
    /// Whether by doing it somebody shows to be the one it is done to, so that it is told as theirs, whoever it was before.
    public let showsWho: Bool
    /// The field that says who “somebody” is in the words, where they have somebody.
    public let somebody: String?
    public let readers: EntryReaders

    public init(
        _ act: Act, on kind: StaticString, _ did: StaticString, _ sought: StaticString,
        toOneself didToOneself: StaticString? = nil, isNamed: Bool = true, showsWho: Bool = false,
        somebody: StaticString? = nil, to readers: EntryReaders
    ) {
        self.act = act
        self.kind = "\(kind)"
        self.did = "\(did)"
        self.sought = "\(sought)"
        self.didToOneself = didToOneself.map { "\($0)" }
        self.isNamed = isNamed
        self.showsWho = showsWho
        self.somebody = somebody.map { "\($0)" }
        self.readers = readers
    }

    public var sort: EntrySort { EntrySort(kind: kind, act: act.name) }
}

/// An act on a kind of thing: what all entries of one sort have in common.
public struct EntrySort: Hashable, Sendable {
    public let kind: String
    public let act: String

    public init(kind: String, act: String) {
        self.kind = kind
        self.act = act
    }
}

/// Who may read entries of a sort. What somebody did themselves they may always know of.
public enum EntryReaders: Sendable, Hashable {
    /// The holders of the permission of this name.
    case holders(String)
    /// Those who look after the system.
    case operators
    /// Nobody among those of a partnership: it lies on the installation's own chain, of which the page of how the program
    /// does tells.
    case installation
    /// Those whom it is about, and nobody else.
    case oneself
    case oneselfAndOperators

    /// Whether it is about somebody's own doings, such as signing in, and nothing that others work on.
    public var isPersonal: Bool { self == .oneself || self == .oneselfAndOperators }
}
