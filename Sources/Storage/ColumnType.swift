/// The types a column can have. Each engine has its own name for them; see ``Dialect/name(of:)``.
public enum ColumnType: String, Sendable, CaseIterable {
    /// A typed identifier, ``ID``: a UUID in lower case.
    case id
    /// A moment, UTC, to the microsecond.
    case timestamp
    /// A calendar day, written `2016-02-09`.
    case date
    case text
    case integer
    case real
    case boolean
    case bytes
    /// A ``JSON`` document. An engine may lay it out anew: never hash it.
    case json
}
