/// One row of a result as it lies in the memory of the database's own library, lent until the next one is asked for.
/// Nothing is copied: for passes over so many rows that copying is what they would cost.
struct LentRow {
    /// The value in one column.
    enum Field {
        case null
        case integer(Int64)
        /// UTF-8, as the records have it: nobody has looked whether it is.
        case text(UnsafeRawBufferPointer)
        case bytes(UnsafeRawBufferPointer)
        /// A moment, where the engine has a type of its own for that: microseconds since 1970.
        case moment(Int64)
        /// What no column of a lent row is meant to hold.
        case other

        /// The kind of value, for messages. Never the value itself, which may be about a person.
        var kind: String {
            switch self {
            case .null: "nothing"
            case .integer: "a whole number"
            case .text: "text"
            case .bytes: "bytes"
            case .moment: "a moment"
            case .other: "something else"
            }
        }
    }

    /// In the order of the columns that were asked for.
    let fields: UnsafeBufferPointer<Field>

    /// - Throws: ``RowFault``
    func integer(_ place: Int, _ column: StaticString) throws(RowFault) -> Int {
        guard case .integer(let number) = fields[place] else { throw fault(place, column, "a whole number") }
        return Int(number)
    }

    /// - Throws: ``RowFault``
    func text(_ place: Int, _ column: StaticString) throws(RowFault) -> UnsafeRawBufferPointer {
        guard case .text(let text) = fields[place] else { throw fault(place, column, "text") }
        return text
    }

    /// - Throws: ``RowFault``
    func textIfAny(_ place: Int, _ column: StaticString) throws(RowFault) -> UnsafeRawBufferPointer? {
        if case .null = fields[place] { return nil }
        return try text(place, column)
    }

    /// - Throws: ``RowFault``
    func bytes(_ place: Int, _ column: StaticString) throws(RowFault) -> UnsafeRawBufferPointer {
        guard case .bytes(let bytes) = fields[place] else { throw fault(place, column, "bytes") }
        return bytes
    }

    /// That a value is not what was wanted.
    func fault(_ place: Int, _ column: StaticString, _ wanted: String) -> RowFault {
        .wrongKind("\(column)", wanted: wanted, found: fields[place].kind)
    }
}
