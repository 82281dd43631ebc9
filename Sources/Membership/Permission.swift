/// What a member may do, declared beside the code it guards.
///
///     extension Permission {
///         static let importData = Permission("import data", "Give the partnership new data files.")
///     }
public struct Permission: Hashable, Sendable {
    /// In lower case, as lists of who may do what print it.
    public let name: String
    /// What it allows, as a sentence a person reads when it is given to them.
    public let sentence: String

    public init(_ name: StaticString, _ sentence: StaticString) {
        self.name = "\(name)"
        self.sentence = "\(sentence)"
    }
}
