/// One row of a result. Called like a function, it gives what the place wants:
///
/// ```swift
/// try Release(id: row("id"), name: row("name"), supersededAt: row("superseded_at"))
/// ```
public struct Row: Sendable {
    /// The names of a result's columns, shared by its rows.
    final class Columns: Sendable {
        let names: [String]

        init(_ names: [String]) {
            self.names = names
        }

        func place(of name: String) -> Int? { names.firstIndex(of: name) }
    }

    let columns: Columns
    let values: [Value]

    /// The value in a column, as the type that is wanted.
    ///
    /// Compiled where it is called, for the type that is wanted there: pages read thousands of values.
    ///
    /// - Throws: ``RowFault`` if the result has no such column, or holds something else in it.
    @inlinable
    public func callAsFunction<Wanted: SQLConvertible>(_ column: String) throws(RowFault) -> Wanted {
        let found = try value(in: column)
        guard let wanted = Wanted(sqlValue: found) else {
            throw .wrongKind(column, wanted: "\(Wanted.self)", found: found.kind)
        }
        return wanted
    }

    @usableFromInline
    func value(in column: String) throws(RowFault) -> Value {
        guard let place = columns.place(of: column) else {
            throw .noSuchColumn(column, columns: columns.names)
        }
        return values[place]
    }
}

/// A row did not hold what the program expected: a fault of ours, never of the reader's.
public enum RowFault: Error, Hashable, CustomStringConvertible {
    case noSuchColumn(String, columns: [String])
    case wrongKind(String, wanted: String, found: String)

    public var description: String {
        switch self {
        case .noSuchColumn(let column, let columns):
            "There is no column ‘\(column)’ in the result, which has \(columns.joined(separator: ", "))."
        case .wrongKind(let column, let wanted, let found):
            "The column ‘\(column)’ holds \(found), where \(wanted) was wanted."
        }
    }
}
