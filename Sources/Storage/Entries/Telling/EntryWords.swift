/// How entries are told: the kinds of thing they are about, what is done to them, and what their fields are called. Each
/// slice says so for its own, and the program puts them together.
public struct EntryWords: Sendable {
    public private(set) var kinds: [EntryKind]
    public private(set) var tellings: [Telling]
    private var fields: [String: EntryField]

    public init(kinds: [EntryKind] = [], tellings: [Telling], fields: [EntryField] = []) {
        self.kinds = kinds
        self.tellings = tellings
        self.fields = Dictionary(fields.map { ($0.name, $0) }) { $1 }
    }

    public static func + (one: EntryWords, other: EntryWords) -> EntryWords {
        var words = one
        words.kinds += other.kinds
        words.tellings += other.tellings
        words.fields.merge(other.fields) { $1 }
        return words
    }

    /// The same, with where the things of some kinds are to be seen.
    public func placed(_ places: [String: EntryPlace]) -> EntryWords {
        var words = self
        words.kinds = kinds.map { kind in
            var kind = kind
            kind.place = places[kind.kind] ?? kind.place
            return kind
        }
        return words
    }

    public func kind(_ name: String) -> EntryKind? {
        kinds.first { $0.kind == name }
    }

    public func telling(of sort: EntrySort) -> Telling? {
        tellings.first { $0.sort == sort }
    }

    /// A field that nobody says more of is called what it is called in the entry.
    public func field(_ name: String) -> EntryField {
        fields[name] ?? EntryField(name, name.prefix(1).uppercased() + name.dropFirst())
    }
}

/// A kind of thing that entries are about.
public struct EntryKind: Sendable {
    /// As entries name it: “seat”.
    public let kind: String
    /// As people choose among them: “Seats”.
    public let many: String
    /// The kind it is chosen with, where that is another: a member is a person.
    public let family: String
    /// What stands for the name of one that is no longer there.
    public let missing: String
    /// The names of those that are there, by how entries address them.
    public let names: @Sendable (_ db: Reading, _ addresses: [String]) throws -> [String: String]
    public internal(set) var place: EntryPlace?

    public init(
        _ kind: StaticString, _ many: StaticString, in family: StaticString? = nil,
        missing: StaticString = "that is no longer there",
        names: @escaping @Sendable (_ db: Reading, _ addresses: [String]) throws -> [String: String] = { _, _ in [:] }
    ) {
        self.kind = "\(kind)"
        self.many = "\(many)"
        self.family = "\(family ?? kind)"
        self.missing = "\(missing)"
        self.names = names
    }
}

/// Where a thing is to be seen, and by whom.
public struct EntryPlace: Sendable {
    /// The name of the permission that opens it.
    public let permission: String
    /// Within the site.
    public let path: @Sendable (_ address: String) -> String

    public init(openedBy permission: String, _ path: @escaping @Sendable (_ address: String) -> String) {
        self.permission = permission
        self.path = path
    }
}

/// What a field of an entry is called, and how its values are read.
public struct EntryField: Sendable {
    public let name: String
    public let label: String
    /// The kind of thing whose identifier the value is.
    public let naming: String?
    /// Whether it is told even where it stayed as it was.
    public let isAlwaysTold: Bool

    public init(_ name: String, _ label: String, naming: String? = nil, isAlwaysTold: Bool = false) {
        self.name = name
        self.label = label
        self.naming = naming
        self.isAlwaysTold = isAlwaysTold
    }
}
