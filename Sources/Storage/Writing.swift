/// What a body of ``Database/write(_:_:)`` is given: questions and changes, all in one transaction with its entry.
public final class Writing: Reading {
    /// The changes told of with ``changed(_:from:to:)``, for the entry.
    private(set) var changes: [Entry.Change] = []

    /// Runs a statement.
    ///
    /// - Returns: the number of rows that were changed.
    /// - Throws: ``DatabaseFault``
    @discardableResult
    public func run(_ sql: SQL) throws -> Int {
        try connection.run(sql)
    }

    /// Runs a body whose deeds are undone if it throws, leaving the rest of the transaction as it was. Needed where
    /// a store expects a ``DatabaseFault/constraint(_:_:)`` and means to go on after it.
    ///
    /// - Throws: what `body` throws.
    public func attempt<Result>(_ body: () throws -> Result) throws -> Result {
        try connection.attempt(body)
    }

    /// Adds many rows by the engine's quickest way, one in memory at a time.
    ///
    /// - Parameters:
    ///   - elements: what the rows are made from.
    ///   - values: the row for an element: a value for each of `columns`, in their order.
    /// - Returns: the number of rows that were added.
    /// - Throws: ``DatabaseFault``, or what `values` throws.
    @discardableResult
    public func insert<Element>(
        _ elements: some Sequence<Element>,
        into table: StaticString,
        columns: [StaticString],
        values: (Element) throws -> [any SQLConvertible]
    ) throws -> Int {
        try connection.insert(into: SQLName(table), columns: columns.map(SQLName.init)) { add in
            for element in elements { try add(values(element).map { $0.sqlValue }) }
        }
    }

    /// Adds to the entry what became of a named field, where that is only known inside the transaction.
    /// Named fields only: never the text of a note.
    public func changed(_ field: String, from before: (any SQLConvertible)?, to after: (any SQLConvertible)?) {
        changes.append(Entry.Change(field, from: before, to: after))
    }
}
