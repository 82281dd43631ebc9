/// One connection to PostgreSQL, used on one lane. It is opened when it is first needed, and opened again when it was
/// lost: libpq then looks for the host that can be written to, which may by now be another.
final class PostgreSQLConnection: ReadingConnection, WritingConnection {
    let dialect = Dialect.postgreSQL
    private let address: PostgreSQLAddress
    private let isRehearsal: Bool
    private var link: PostgreSQLLink?
    private var cursors = 0

    /// - Parameter isRehearsal: whether all transactions are steps within one that is never committed. For tests.
    init(_ address: PostgreSQLAddress, isRehearsal: Bool = false) {
        self.address = address
        self.isRehearsal = isRehearsal
    }

    // MARK: Transactions

    /// Runs a body in a transaction that sees one moment and can't write.
    ///
    /// - Throws: ``DatabaseFault``, or what the body throws.
    func reading<Result>(_ body: () throws -> Result) throws -> Result {
        try transaction(
            begin: isRehearsal
                ? "SAVEPOINT reading; SET LOCAL transaction_read_only = on"
                : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
            // Only going back to the savepoint makes the transaction writable again.
            end: isRehearsal ? "ROLLBACK TO SAVEPOINT reading; RELEASE SAVEPOINT reading" : "COMMIT",
            undo: isRehearsal ? "ROLLBACK TO SAVEPOINT reading; RELEASE SAVEPOINT reading" : "ROLLBACK", body)
    }

    /// Runs a body in a transaction that is on the disk when this returns.
    ///
    /// - Throws: ``DatabaseFault``, or what the body throws.
    func transaction<Result>(_ body: () throws -> Result) throws -> Result {
        try transaction(
            begin: isRehearsal ? "SAVEPOINT writing" : "BEGIN",
            end: isRehearsal ? "RELEASE SAVEPOINT writing" : "COMMIT",
            undo: isRehearsal ? "ROLLBACK TO SAVEPOINT writing; RELEASE SAVEPOINT writing" : "ROLLBACK", body)
    }

    private func transaction<Result>(
        begin: String, end: String, undo: String, _ body: () throws -> Result
    ) throws -> Result {
        let link = try begun(begin)
        let result: Result
        do {
            result = try body()
        } catch {
            // If this fails, the connection is lost, and the server undoes what it had begun.
            if (try? link.command(undo)) == nil { self.link = nil }
            throw error
        }
        try finish(link, end)
        return result
    }

    /// Begins a transaction. A connection that was lost while nobody used it is only found out now, and since nothing has
    /// been done yet, it is opened again.
    private func begun(_ begin: String) throws -> PostgreSQLLink {
        do {
            let link = try opened()
            try link.command(begin)
            return link
        } catch let error as PostgreSQLError where error.isOfTheConnection && !isRehearsal {
            self.link = nil
        } catch let error as PostgreSQLError {
            throw noted(error)
        }
        do {
            let link = try opened()
            try link.command(begin)
            return link
        } catch let error as PostgreSQLError {
            throw noted(error)
        }
    }

    private func finish(_ link: PostgreSQLLink, _ end: String) throws {
        do {
            // A transaction in which a statement failed is undone, and the server calls that a success.
            guard try link.command(end) != "ROLLBACK" else {
                throw DatabaseFault.statement("a statement failed and the program went on", sql: end)
            }
            // S120: a commit that gave up waiting for the standby succeeds with a warning, and is lost with the primary.
            if end == "COMMIT", let warning = link.warning { throw DatabaseFault.unknownOutcome(warning) }
        } catch let error as PostgreSQLError {
            let fault = noted(error)
            if end == "COMMIT", case .unreachable(let reason) = fault { throw DatabaseFault.unknownOutcome(reason) }
            throw fault
        }
    }

    func attempt<Result>(_ body: () throws -> Result) throws -> Result {
        _ = try command("SAVEPOINT attempt")
        do {
            let result = try body()
            _ = try command("RELEASE SAVEPOINT attempt")
            return result
        } catch {
            if link?.isOpen == true { _ = try command("ROLLBACK TO SAVEPOINT attempt; RELEASE SAVEPOINT attempt") }
            throw error
        }
    }

    // MARK: Statements

    func rows(_ sql: SQL) throws -> [Row] {
        try using(sql) { link, statement in try link.run(statement).rows }
    }

    func run(_ sql: SQL) throws -> Int {
        try using(sql) { link, statement in try link.run(statement).changed }
    }

    /// The rows come through a cursor, a thousand at a time, so that the body may ask other questions meanwhile.
    func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        cursors += 1
        let cursor = "cursor_\(cursors)"
        try using(SQL(verbatim: "DECLARE \(cursor) NO SCROLL CURSOR FOR ") + sql) { link, statement in
            var unprepared = statement
            unprepared.isRepeatable = false
            _ = try link.run(unprepared)
        }
        defer { _ = try? command("CLOSE \(cursor)") }
        while true {
            let rows = try rows(SQL(verbatim: "FETCH 1000 FROM \(cursor)"))
            guard !rows.isEmpty else { return }
            for row in rows { try body(row) }
        }
    }

    func lend(_ sql: SQL, _ body: (LentRow) throws -> Void) throws {
        try using(sql) { link, statement in try link.run(statement, isBinary: true).lend(body) }
    }

    /// By `COPY`: the rows are sent as they are made.
    func insert(
        into table: SQLName, columns: [SQLName], _ body: (_ add: ([Value]) throws -> Void) throws -> Void
    ) throws -> Int {
        let names = columns.map(\.text).joined(separator: ", ")
        return try attempt {
            _ = try command("COPY \(table.text) (\(names)) FROM STDIN")
            guard let link else { throw DatabaseFault.closed }
            var copy = CopyText()
            do {
                try body { values in
                    guard values.count == columns.count else {
                        throw DatabaseFault.statement("\(values.count) values for \(columns.count) columns", sql: names)
                    }
                    try copy.append(values)
                    if copy.isFull { try link.send(copy.taken()) }
                }
                try link.send(copy.taken())
            } catch {
                try? link.endCopy(because: "given up")
                throw (error as? PostgreSQLError).map { noted($0) } ?? error
            }
            do {
                try link.endCopy()
            } catch let error as PostgreSQLError {
                throw noted(error)
            }
            return copy.rowCount
        }
    }

    /// By their numbers, which rise as tables are made. Without columns that the server makes of others.
    func tables() throws -> [Table] {
        try rows(
            """
            SELECT relname FROM pg_class WHERE relnamespace = CAST(current_schema() AS regnamespace) AND relkind = 'r'
            ORDER BY oid
            """
        ).map { row in
            let name: String = try row("relname")
            let columns = try rows(
                """
                SELECT column_name FROM information_schema.columns
                WHERE table_schema = current_schema() AND table_name = \(name) AND is_generated = 'NEVER'
                ORDER BY ordinal_position
                """)
            return Table(name: SQLName(of: name), columns: try columns.map { SQLName(of: try $0("column_name")) })
        }
    }

    /// `COPY` looks at references when a whole table is in.
    func deferReferences() {}

    /// Copies the records as they are at this moment to a new SQLite file.
    func backUp(to path: String, migrations: [Migrations]) throws {
        let target = try SQLiteConnection(makingFileAt: path)
        do {
            _ = try reading {
                try RecordsCopy(migrations: migrations, source: self, target: target, targetDialect: .sqlite).run()
            }
            try target.close()
            try syncFile(path)
        } catch {
            try? target.close()
            throw error
        }
    }

    /// Waits for other writers of the partnership, here and in other processes, until the transaction ends.
    func claim(_ partnership: ID<Tenant>) throws {
        _ = try rows(
            """
            SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || ' ' || CAST(\(partnership) AS TEXT), 0))
            """)
    }

    /// Lets the server go.
    func close() {
        link = nil
    }

    private func using<Result>(
        _ sql: SQL, _ body: (PostgreSQLLink, Dialect.Statement) throws -> Result
    ) throws -> Result {
        guard let link else { throw DatabaseFault.closed }
        let statement = Dialect.postgreSQL.render(sql)
        do {
            return try body(link, statement)
        } catch let error as PostgreSQLError {
            throw noted(error, sql: statement.text)
        }
    }

    private func command(_ text: String) throws -> String {
        guard let link else { throw DatabaseFault.closed }
        do {
            return try link.command(text)
        } catch let error as PostgreSQLError {
            throw noted(error, sql: text)
        }
    }

    private func noted(_ error: PostgreSQLError, sql: String = "") -> DatabaseFault {
        if error.isOfTheConnection { link = nil }
        return DatabaseFault(error, sql: sql)
    }

    // MARK: Opening

    private func opened() throws -> PostgreSQLLink {
        if let link, link.isOpen { return link }
        do {
            let link = try PostgreSQLLink(address)
            try link.command(PostgreSQLSettings.session)
            if isRehearsal { try link.command("BEGIN") }
            self.link = link
            return link
        } catch let error as PostgreSQLError {
            throw DatabaseFault(error)
        }
    }
}
