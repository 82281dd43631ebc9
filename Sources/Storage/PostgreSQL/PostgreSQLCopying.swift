/// What passes over many rows.
extension PostgreSQLConnection {
    /// The rows come through a cursor, a thousand at a time, so that the body may ask other questions meanwhile.
    func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        let cursor = nextCursor()
        _ = try ask(SQL(verbatim: "DECLARE \(cursor) NO SCROLL CURSOR FOR ") + sql, isOnce: true)
        defer { _ = try? command("CLOSE \(cursor)") }
        while true {
            let rows = try rows(SQL(verbatim: "FETCH 1000 FROM \(cursor)"))
            guard !rows.isEmpty else { return }
            for row in rows { try body(row) }
        }
    }

    /// By `COPY`: the rows are sent as they are made.
    func insert(
        into table: SQLName, columns: [SQLName], _ body: (_ add: ([Value]) throws -> Void) throws -> Void
    ) throws -> Int {
        let names = columns.map(\.text).joined(separator: ", ")
        return try attempt {
            try settle()
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
    ///
    /// - Returns: how many rows each table has.
    func backUp(
        to path: String, migrations: [Migrations], watch: (Int, Int) throws -> Void
    ) throws -> [String: Int] {
        let target = try SQLiteConnection(makingFileAt: path)
        do {
            let counts = try reading {
                try RecordsCopy(migrations: migrations, source: self, target: target, targetDialect: .sqlite)
                    .run(progress: watch)
            }
            try target.close()
            try syncFile(path)
            forgetBytes(of: path)
            return counts
        } catch {
            try? target.close()
            if case .writingStopped(let reason) = error as? DatabaseFault {
                throw MovingFault.file(path, reason: reason)
            }
            throw error
        }
    }
}
