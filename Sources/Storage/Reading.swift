/// What a body of ``Database/read(_:)`` is given: questions, and nothing that changes a record.
///
/// It is one moment's view: what others write meanwhile is not seen. It ends with the body.
public class Reading {
    /// Whose records the database was opened for. Bind it in every query of a table that carries it.
    public let partnership: ID<Tenant>
    let connection: any Connection

    init(_ connection: any Connection, of partnership: ID<Tenant>) {
        self.connection = connection
        self.partnership = partnership
    }

    /// All the rows of a query.
    ///
    /// - Throws: ``DatabaseFault``
    public func rows(_ sql: SQL) throws -> [Row] {
        try connection.rows(sql)
    }

    /// The first row of a query, or `nil` if there is none.
    ///
    /// - Throws: ``DatabaseFault``
    public func row(_ sql: SQL) throws -> Row? {
        try connection.rows(sql).first
    }

    /// The first column of the first row, or `nil` if there is no row.
    ///
    /// - Throws: ``DatabaseFault``; ``RowFault`` if the column holds something else.
    public func value<Wanted: SQLConvertible>(_ sql: SQL, as wanted: Wanted.Type = Wanted.self) throws -> Wanted? {
        guard let row = try row(sql), let column = row.columns.names.first else { return nil }
        return try row(column) as Wanted
    }

    /// Passes over the rows of a query one at a time, for results too large to hold.
    ///
    /// - Throws: ``DatabaseFault``, or what `body` throws, which ends the pass.
    public func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        try connection.each(sql, body)
    }
}
