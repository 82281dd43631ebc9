/// What keeps the records: SQLite today. Internal, so that no store can reach past ``Database``.
protocol Engine: Sendable {
    var health: Health { get }

    /// Runs a body on a connection that can't write, seeing one moment of the records throughout.
    func read<Result: Sendable>(_ body: @escaping Work<Result>) async throws -> Result

    /// Runs a body in a transaction of its own: committed, durably, when this returns; undone when it throws.
    func write<Result: Sendable>(_ body: @escaping Work<Result>) async throws -> Result

    /// Waits for what is under way, then lets go of the records.
    func close() async
}

/// What is done with a connection. Synchronous: a transaction never waits for anything but the database.
typealias Work<Result> = @Sendable (any Connection) throws -> Result

/// One connection, lent to one piece of work at a time.
protocol Connection: AnyObject {
    func rows(_ sql: SQL) throws -> [Row]
    func each(_ sql: SQL, _ body: (Row) throws -> Void) throws
    /// Runs a statement; the number of rows it changed.
    func run(_ sql: SQL) throws -> Int
    /// Runs a body; if it throws, what it did is undone and the transaction goes on.
    func attempt<Result>(_ body: () throws -> Result) throws -> Result
    /// Adds the rows that `next` gives, until it gives `nil`; how many there were.
    func insert(into table: StaticString, columns: [StaticString], next: () throws -> [Value]?) throws -> Int
}

/// Whether the records can be changed.
public enum Health: Sendable, Hashable {
    case sound
    /// The disk failed a write. Reading goes on; nothing is written until the program is started again.
    case readOnly(because: String)
}
