/// What keeps the records: SQLite or PostgreSQL. Internal, so that no store can reach past ``Database``.
protocol Engine: RecordsReader {
    var health: Health { get }
    /// How many changes wait to be saved.
    var waitingWrites: Int { get }

    /// Waits until the records can no longer be written, and says why; `nil` if the waiting task is cancelled first.
    func untilWritingStops() async -> String?

    /// Runs a body that changes a partnership's records: on the disk when this returns; undone when it throws. It sees
    /// all that was written before, and nothing else changes the partnership's records meanwhile.
    func write<Result: Sendable>(for partnership: ID<Tenant>, _ body: @escaping Work<Result>) async throws -> Result

    /// Writes all records of one moment to a new SQLite file, which is on the disk when this returns.
    ///
    /// - Parameter watch: hears how much is done, of how much; when it throws, the copying ends.
    /// - Returns: how many rows each table has.
    func backUp(
        to path: String, migrations: [Migrations], watch: @escaping @Sendable (Int, Int) throws -> Void
    ) async throws -> [String: Int]

    /// Waits for what is under way, then lets go of the records.
    func close() async
}

extension Engine {
    /// Where nothing waits in line.
    var waitingWrites: Int { 0 }

    /// Where a server keeps the records, it looks after their disk.
    func untilWritingStops() async -> String? {
        await AsyncStream<String> { _ in }.first { _ in true }
    }
}

/// What records are read from, by several at once.
protocol RecordsReader: Sendable {
    /// Runs a body on a connection that can't write, seeing one moment of the records throughout.
    func read<Result: Sendable>(_ body: @escaping Work<Result>) async throws -> Result
}

/// What is done with a connection. Synchronous: a transaction never waits for anything but the database.
typealias Work<Result> = @Sendable (any Connection) throws -> Result

/// One connection, lent to one piece of work at a time.
protocol Connection: AnyObject {
    var dialect: Dialect { get }
    func rows(_ sql: SQL) throws -> [Row]
    func each(_ sql: SQL, _ body: (Row) throws -> Void) throws
    /// Passes over the rows of a query without copying them. Meanwhile the body asks nothing of this connection.
    func lend(_ sql: SQL, _ body: (LentRow) throws -> Void) throws
    /// Runs a statement; the number of rows it changed.
    func run(_ sql: SQL) throws -> Int
    /// Runs statements one after another, where nobody asks how many rows each changed.
    func run(all statements: [SQL]) throws
    /// Runs a body; if it throws, what it did is undone and the transaction goes on.
    func attempt<Result>(_ body: () throws -> Result) throws -> Result
    /// Keeps other writers off a partnership's records until the transaction ends, where there can be others.
    func claim(_ partnership: ID<Tenant>)
    /// Adds the rows that the body hands over, each a value for every column; how many there were. Meanwhile the body
    /// asks nothing of this connection.
    func insert(
        into table: SQLName, columns: [SQLName], _ body: (_ add: ([Value]) throws -> Void) throws -> Void
    ) throws -> Int
    /// The tables there are, those first that others refer to, and their columns.
    func tables() throws -> [Table]
}

extension Connection {
    /// How many rows each table has.
    func rowCounts() throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for table in try tables() {
            let row = try rows(SQL(verbatim: "SELECT count(*) AS number FROM \(table.name.text)")).first
            counts[table.name.word] = try row?("number")
        }
        return counts
    }

    /// How much of the disk the records take, about.
    func bytesTaken() throws -> Int {
        let sql = SQL.dialects(
            sqlite: "SELECT page_count * page_size AS number FROM pragma_page_count, pragma_page_size",
            postgreSQL: "SELECT pg_database_size(current_database()) AS number")
        return try rows(sql).first.map { try $0("number") } ?? 0
    }
}

/// A table of the records, by its names alone.
struct Table: Hashable {
    let name: SQLName
    let columns: [SQLName]
}

/// A connection that can read by itself.
protocol ReadingConnection: Connection, SendableMetatype {
    /// Runs a body in a transaction that sees one moment and can't write.
    func reading<Result>(_ body: () throws -> Result) throws -> Result
}

/// A connection that can write.
protocol WritingConnection: Connection, SendableMetatype {
    /// Runs a body in a transaction that is on the disk when this returns, and undone if it throws.
    func transaction<Result>(_ body: () throws -> Result) throws -> Result
    /// Lets rows refer to rows that come later in the transaction.
    func deferReferences() throws
}

/// Whether the records can be changed.
public enum Health: Sendable, Hashable {
    case sound
    /// The disk failed a write. Reading goes on; nothing is written until the program is started again.
    case readOnly(because: String)
}
