/// Something that is done, by its name: each slice declares its own, so that all of them can be listed.
///
/// ```swift
/// extension Act {
///     static let releaseAccepted = Act("release accepted", "A data file was read and its figures taken in.")
/// }
/// ```
public struct Act: Hashable, Sendable, CustomStringConvertible {
    /// What happened, in lower case: “release accepted”. It stands in records: never reuse one for something else.
    public let name: String
    /// A sentence that tells a reader what the name means.
    public let sentence: String

    public init(_ name: StaticString, _ sentence: StaticString) {
        self.name = name.description
        self.sentence = sentence.description
    }

    public var description: String { name }
}

extension Act {
    /// Written on the installation's own chain for each migration.
    public static let migrationApplied = Act(
        "migration applied", "A new version of the program changed how the records are laid out.")

    /// The acts of this module.
    public static let ofStorage: [Act] = [.migrationApplied, .searchMadeAnew, .jobTriedAgain]
}
