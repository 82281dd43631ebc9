import Foundation
import GRDB

/// One connection to SQLite, used on one lane.
final class SQLiteConnection: ReadingConnection, WritingConnection {
    let dialect = Dialect.sqlite
    /// How much of a backup is copied between two looks at the clock: four megabytes.
    private static let pagesAtATime: CInt = 1_024
    private let queue: DatabaseQueue
    private let isWriter: Bool
    /// The connection inside ``perform(_:)``.
    private var current: GRDB.Database?
    /// The writer's first failure of the disk: after it the connection is not to be trusted.
    private(set) var failure: DatabaseFault?

    init(_ queue: DatabaseQueue, isWriter: Bool) {
        self.queue = queue
        self.isWriter = isWriter
    }

    /// A new file that this connection alone writes.
    ///
    /// - Throws: ``DatabaseFault``
    convenience init(makingFileAt path: String) throws {
        do {
            self.init(try DatabaseQueue(path: path), isWriter: true)
        } catch let error as GRDB.DatabaseError {
            throw DatabaseFault(error)
        }
    }

    /// Closes the connection. The writer first takes all of the log into the file; where the disk has failed, or fails
    /// now, that is left to SQLite's recovery when the file is next opened.
    ///
    /// - Throws: `GRDB.DatabaseError`
    func close() throws {
        if isWriter {
            queue.inDatabase { db in
                let isEmptied = failure == nil && (try? db.checkpoint(.truncate)) != nil
                if !isEmptied { SQLiteSettings.leaveCheckpointing(db) }
            }
        }
        try queue.close()
    }

    /// Runs a body in a transaction that is on the disk when this returns.
    ///
    /// - Throws: ``DatabaseFault``, or what the body throws; after a failure of the disk, that failure each time.
    func transaction<Result>(_ body: () throws -> Result) throws -> Result {
        if let failure { throw failure }
        do {
            return try inTransaction(.immediate) {
                let result = try body()
                if let failure { throw failure }
                return result
            }
        } catch {
            throw failure ?? error
        }
    }

    /// Runs a body in a transaction that sees one moment.
    func reading<Result>(_ body: () throws -> Result) throws -> Result {
        try inTransaction(.deferred, body)
    }

    private func inTransaction<Result>(
        _ kind: GRDB.Database.TransactionKind, _ body: () throws -> Result
    ) throws -> Result {
        try perform { db in
            var result: Result?
            try db.inTransaction(kind) {
                result = try body()
                return .commit
            }
            guard let result else { throw DatabaseFault.closed }
            return result
        }
    }

    /// Copies the file as it is at this moment to a new one, which is on the disk when this returns.
    ///
    /// - Parameter watch: hears how many pages are copied, of how many; when it throws, the copying ends.
    /// - Returns: how many rows each table has.
    func backUp(to path: String, watch: @escaping (Int, Int) throws -> Void) throws -> [String: Int] {
        // The transaction's moment is that of its first question. As long as it is open, it is the copy's too: without
        // one, SQLite would begin anew whenever somebody has written between two steps.
        let counts = try reading {
            let counts = try rowCounts()
            try copyPages(to: path, watch: watch)
            return counts
        }
        try syncFile(path)
        forgetBytes(of: path)
        return counts
    }

    private func copyPages(to path: String, watch: @escaping (Int, Int) throws -> Void) throws {
        do {
            let copy = try DatabaseQueue(path: path)
            try copy.inDatabase { target in
                try current?.backup(to: target, pagesPerStep: Self.pagesAtATime) { progress in
                    try watch(progress.completedPageCount, progress.totalPageCount)
                }
                // As one file, without a log beside it.
                try target.execute(sql: "PRAGMA journal_mode = DELETE")
            }
            try copy.close()
        } catch let error as GRDB.DatabaseError {
            // Of the two files, only the new one is written.
            let isOfTheCopy = [.SQLITE_FULL, .SQLITE_CANTOPEN].contains(error.resultCode)
            throw isOfTheCopy ? MovingFault.file(path, reason: error.reasonOfTheDisk) : DatabaseFault(error)
        }
    }

    /// There is one writer, and other processes are kept off.
    func claim(_ partnership: ID<Tenant>) {}

    /// Runs a body with the connection at hand, and no transaction begun.
    private func perform<Result>(_ body: (GRDB.Database) throws -> Result) throws -> Result {
        do {
            return try queue.inDatabase { db in
                current = db
                defer { current = nil }
                return try body(db)
            }
        } catch let error as GRDB.DatabaseError {
            throw noted(error)
        }
    }

    func rows(_ sql: SQL) throws -> [Row] {
        var rows: [Row] = []
        try select(sql, reusing: true) { rows.append($0) }
        return rows
    }

    /// The statement is a fresh one, since the body may run the same query while this one is under way.
    func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        try select(sql, reusing: false, body)
    }

    func run(_ sql: SQL) throws -> Int {
        try using(sql) { db, statement in
            let before = db.totalChangesCount
            try statement.execute()
            return statement.isReadonly || db.totalChangesCount == before ? 0 : db.changesCount
        }
    }

    func run(all statements: [SQL]) throws {
        for statement in statements { _ = try run(statement) }
    }

    func attempt<Result>(_ body: () throws -> Result) throws -> Result {
        _ = try run("SAVEPOINT attempt")
        do {
            let result = try body()
            _ = try run("RELEASE SAVEPOINT attempt")
            return result
        } catch {
            // Some errors make SQLite undo the whole transaction, and the savepoint is gone with it.
            if failure == nil, current?.isInsideTransaction == true {
                _ = try run("ROLLBACK TO SAVEPOINT attempt")
                _ = try run("RELEASE SAVEPOINT attempt")
            }
            throw error
        }
    }

    func insert(
        into table: SQLName, columns: [SQLName], _ body: (_ add: ([Value]) throws -> Void) throws -> Void
    ) throws -> Int {
        let names = columns.map(\.text).joined(separator: ", ")
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        let sql = SQL(verbatim: "INSERT INTO \(table.text) (\(names)) VALUES (\(places))")
        return try using(sql, binding: false) { _, statement in
            var count = 0
            try body { values in
                guard values.count == columns.count else {
                    throw DatabaseFault.statement("\(values.count) values for \(columns.count) columns", sql: names)
                }
                try Self.bind(values, to: statement)
                try statement.execute()
                count += 1
            }
            return count
        }
    }

    /// Without the search index, which is made where it is needed, and the number of a row that it goes by.
    func tables() throws -> [Table] {
        try rows(
            """
            SELECT made.name FROM sqlite_schema AS made
            JOIN pragma_table_list AS listed ON listed.name = made.name AND listed.schema = 'main'
            WHERE listed.type = 'table' AND made.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
            ORDER BY made.rowid
            """
        ).map { row in
            let name: String = try row("name")
            let columns = try rows("SELECT name FROM pragma_table_info(\(name)) WHERE name <> 'rowid' ORDER BY cid")
            return Table(name: SQLName(of: name), columns: try columns.map { SQLName(of: try $0("name")) })
        }
    }

    func deferReferences() throws {
        _ = try run("PRAGMA defer_foreign_keys = ON")
    }

    private func select(_ sql: SQL, reusing: Bool, _ body: (Row) throws -> Void) throws {
        try using(sql, reusing: reusing) { _, statement in
            let columns = Row.Columns(statement.columnNames)
            let cursor = try GRDB.Row.fetchCursor(statement)
            // Read by their places from SQLite itself: GRDB's own conversions cost several times as much.
            let row = statement.sqliteStatement
            let places = 0..<CInt(columns.names.count)
            while try cursor.next() != nil {
                let values = places.map { Value(DatabaseValue(sqliteStatement: row, index: $0)) }
                try body(Row(columns: columns, values: values))
            }
        }
    }

    /// Prepares a statement, or finds it prepared, and binds its values.
    func using<Result>(
        _ sql: SQL, reusing: Bool = true, binding: Bool = true,
        _ body: (GRDB.Database, GRDB.Statement) throws -> Result
    ) throws -> Result {
        guard let db = current else { throw DatabaseFault.closed }
        if let failure { throw failure }
        let rendered = Dialect.sqlite.render(sql)
        do {
            let statement =
                reusing && rendered.isRepeatable
                ? try db.cachedStatement(sql: rendered.text) : try db.makeStatement(sql: rendered.text)
            if binding {
                try Self.bind(rendered.values, to: statement)
            }
            return try body(db, statement)
        } catch let error as GRDB.DatabaseError {
            throw noted(error)
        }
    }

    private static func bind(_ values: [Value], to statement: GRDB.Statement) throws {
        for value in values {
            if let obstacle = value.obstacle { throw DatabaseFault.unstorable(obstacle) }
        }
        try statement.setArguments(StatementArguments(values.map(\.databaseValue)))
    }

    /// What SQLite's error means to the caller. A failure of the disk under the writer is remembered.
    private func noted(_ error: GRDB.DatabaseError) -> DatabaseFault {
        guard isWriter, error.isOfTheDisk || error.resultCode == .SQLITE_READONLY else { return DatabaseFault(error) }
        let fault = DatabaseFault.writingStopped(because: error.reasonOfTheDisk)
        failure = failure ?? fault
        return fault
    }
}

extension Value {
    fileprivate init(_ value: DatabaseValue) {
        switch value.storage {
        case .null: self = .null
        case .int64(let number): self = .integer(number)
        case .double(let number): self = .real(number)
        case .string(let text): self = .text(text)
        case .blob(let data): self = .bytes(Array(data))
        }
    }

    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .boolean(let truth): truth.databaseValue
        case .text(let text): text.databaseValue
        case .bytes(let bytes): Data(bytes).databaseValue
        }
    }
}
