/// One connection to PostgreSQL, used on one lane. It is opened when it is first needed, and opened again when it was
/// lost: libpq then looks for the host that can be written to, which may by now be another.
final class PostgreSQLConnection: ReadingConnection, WritingConnection {
    let dialect = Dialect.postgreSQL
    private let address: PostgreSQLAddress
    private let isRehearsal: Bool
    private(set) var link: PostgreSQLLink?
    private var unawaited = UnawaitedMessages()
    /// The message that begins the transaction; while it waits, nothing has been asked in it.
    private var beginning: UnawaitedMessages.Number?
    private var attempts = 0
    private var cursors = 0

    /// - Parameter isRehearsal: whether all transactions are steps within one that is never committed. For tests.
    init(_ address: PostgreSQLAddress, isRehearsal: Bool = false) {
        self.address = address
        self.isRehearsal = isRehearsal
    }

    /// Lets the server go.
    func close() {
        link = nil
    }

    // MARK: Transactions

    /// Runs a body in a transaction that sees one moment and can't write.
    ///
    /// - Throws: ``DatabaseFault``, or what the body throws.
    func reading<Result>(_ body: () throws -> Result) throws -> Result {
        guard !isRehearsal else {
            // Only going back to the savepoint makes the transaction writable again.
            let back = "ROLLBACK TO SAVEPOINT reading; RELEASE SAVEPOINT reading"
            return try rehearse("SAVEPOINT reading; SET LOCAL transaction_read_only = on", end: back, undo: back, body)
        }
        let result = try begun("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body)
        try finishReading()
        return result
    }

    /// Runs a body in a transaction that is on the disk when this returns.
    ///
    /// - Throws: ``DatabaseFault``, or what the body throws.
    func transaction<Result>(_ body: () throws -> Result) throws -> Result {
        guard !isRehearsal else {
            let back = "ROLLBACK TO SAVEPOINT writing; RELEASE SAVEPOINT writing"
            return try rehearse("SAVEPOINT writing", end: "RELEASE SAVEPOINT writing", undo: back, body)
        }
        let result = try begun("BEGIN", body)
        try commit()
        return result
    }

    /// Runs a body in a transaction that begins with the first thing it asks.
    private func begun<Result>(_ begin: String, _ body: () throws -> Result) throws -> Result {
        _ = try opened()
        unawaited.forget()
        beginning = unawaited.add(.command(begin))
        do {
            return try body()
        } catch {
            undo()
            throw error
        }
    }

    /// Undoes what was done. If this fails, the connection is lost, and the server undoes what it had begun.
    private func undo() {
        let isUntouched = unawaited.holds(beginning)
        unawaited.forget()
        guard !isUntouched, let link else { return }
        if (try? link.command("ROLLBACK")) == nil { self.link = nil }
    }

    /// Nobody waits for the end of a transaction that changed nothing.
    private func finishReading() throws {
        guard !unawaited.holds(beginning) else { return unawaited.forget() }
        guard let link, unawaited.isEmpty, !link.isInFailedTransaction else { return try commit() }
        if !link.sendEnd() { self.link = nil }
    }

    private func commit() throws {
        guard !unawaited.holds(beginning) else { return unawaited.forget() }
        guard let link else { throw DatabaseFault.unreachable("the connection was lost") }
        do {
            // A transaction in which a statement failed is undone, and the server calls that a success.
            guard try link.command("COMMIT", after: unawaited.take()) != "ROLLBACK" else {
                throw DatabaseFault.statement("a statement failed and the program went on", sql: "COMMIT")
            }
        } catch let error as PostgreSQLError {
            let fault = noted(error)
            if case .unreachable(let reason) = fault { throw DatabaseFault.unknownOutcome(reason) }
            // What should have gone before the commit failed.
            undo()
            throw fault
        }
        // S120: a commit that gave up waiting for the standby succeeds with a warning, and is lost with the primary.
        if let warning = link.warning { throw DatabaseFault.unknownOutcome(warning) }
    }

    private func rehearse<Result>(
        _ begin: String, end: String, undo: String, _ body: () throws -> Result
    ) throws -> Result {
        _ = try opened()
        _ = try command(begin)
        let result: Result
        do {
            result = try body()
        } catch {
            unawaited.forget()
            _ = try? command(undo)
            throw error
        }
        _ = try command(end)
        return result
    }

    func attempt<Result>(_ body: () throws -> Result) throws -> Result {
        attempts += 1
        let name = "attempt_\(attempts)"
        let savepoint = unawaited.add(.command("SAVEPOINT \(name)"))
        do {
            let result = try body()
            if !unawaited.takeBack(savepoint) { unawaited.add(.command("RELEASE SAVEPOINT \(name)")) }
            return result
        } catch {
            if !unawaited.takeBack(allFrom: savepoint), link?.isOpen == true {
                // Where this fails, all that was begun is undone in the end, for the reason that is thrown.
                _ = try? command("ROLLBACK TO SAVEPOINT \(name); RELEASE SAVEPOINT \(name)")
            }
            throw error
        }
    }

    // MARK: Asking

    func nextCursor() -> String {
        cursors += 1
        return "cursor_\(cursors)"
    }

    func rows(_ sql: SQL) throws -> [Row] {
        try ask(sql).rows
    }

    func run(_ sql: SQL) throws -> Int {
        try ask(sql).changed
    }

    func run(all statements: [SQL]) throws {
        guard let last = statements.last else { return }
        let rest = statements.dropLast().map(dialect.render)
        for statement in rest { try statement.check() }
        for statement in rest { unawaited.add(.statement(statement)) }
        _ = try ask(last)
    }

    func lend(_ sql: SQL, _ body: (LentRow) throws -> Void) throws {
        try ask(sql, isBinary: true).lend(body)
    }

    /// Waits for other writers of the partnership, here and in other processes, until the transaction ends.
    func claim(_ partnership: ID<Tenant>) {
        unawaited.add(
            .statement(
                dialect.render(
                    """
                    SELECT pg_advisory_xact_lock(
                        hashtextextended(current_schema() || ' ' || CAST(\(partnership) AS TEXT), 0))
                    """)))
    }

    /// Asks, having sent what waits to be sent.
    func ask(_ sql: SQL, isOnce: Bool = false, isBinary: Bool = false) throws -> PostgreSQLResult {
        var statement = dialect.render(sql)
        if isOnce { statement.isRepeatable = false }
        // Before anything is taken from what waits: none of it may be lost.
        try statement.check()
        return try using(statement.text) { link, messages in
            try link.run(statement, after: messages, isBinary: isBinary)
        }
    }

    func command(_ text: String) throws -> String {
        try using(text) { link, messages in try link.command(text, after: messages) }
    }

    /// Sends what waits to be sent, and waits for it.
    func settle() throws {
        guard !unawaited.isEmpty else { return }
        try using("") { link, messages in try link.settle(messages) }
    }

    /// A connection that was lost while nobody used it is only found out by the first thing that is asked in a transaction,
    /// and since nothing has been done yet, it is opened again and asked once more.
    private func using<Result>(
        _ text: String, _ body: (PostgreSQLLink, [PostgreSQLMessage]) throws -> Result
    ) throws -> Result {
        guard let link else { throw DatabaseFault.closed }
        let isFirst = unawaited.holds(beginning)
        let messages = unawaited.take()
        do {
            return try body(link, messages)
        } catch let error as PostgreSQLError where error.isOfTheConnection && isFirst {
            self.link = nil
        } catch let error as PostgreSQLError {
            // It was the beginning that failed: whatever came next would be saved at once, by itself.
            if isFirst, link.isIdle { self.link = nil }
            throw noted(error, sql: text)
        }
        do {
            return try body(try opened(), messages)
        } catch let error as PostgreSQLError {
            throw noted(error, sql: text)
        }
    }

    func noted(_ error: PostgreSQLError, sql: String = "") -> DatabaseFault {
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
