import CSQLiteShim
import GRDB
import Logging
import Synchronization

/// The records in one SQLite file: one connection writes, a few read, and all of them on lanes of their own.
final class SQLiteEngine: Engine {
    private let logger: Logger
    private let writer: Lanes<SQLiteConnection>
    private let readers: Lanes<SQLiteConnection>
    private let state = Mutex(Health.sound)
    private let folder: DataFolder

    var health: Health { state.withLock { $0 } }

    /// - Throws: ``OpeningFault``, ``DatabaseFault``
    init(_ folder: DataFolder, logger: Logger) throws {
        self.folder = folder
        self.logger = logger
        let version = csqlite_version_number()
        if version < SQLiteSettings.firstSoundVersion {
            logger.info(
                """
                This SQLite can damage a file if two connections reset its write-ahead log at once. Only one \
                connection does here, and the folder is locked: keep other programs, sqlite3 too, off the file.
                """, metadata: ["version": "\(version)"])
        }
        let path = try folder.create("frankpledge.sqlite")
        do {
            let queue = try DatabaseQueue(path: path, configuration: SQLiteSettings.writer())
            try queue.inDatabase(SQLiteSettings.check)
            writer = Lanes("records writer", [SQLiteConnection(queue, isWriter: true)])
            let connections = try (1...SQLiteSettings.readerCount).map { number in
                SQLiteConnection(
                    try DatabaseQueue(path: path, configuration: SQLiteSettings.reader(number)), isWriter: false)
            }
            readers = Lanes("records reader", connections)
        } catch let error as GRDB.DatabaseError {
            throw DatabaseFault(error)
        }
    }

    func read<Result: Sendable>(_ body: @escaping Work<Result>) async throws -> Result {
        try await readers.run { connection in
            try connection.perform { db in
                var result: Result?
                try db.inTransaction(.deferred) {
                    result = try body(connection)
                    return .commit
                }
                guard let result else { throw DatabaseFault.closed }
                return result
            }
        }
    }

    func write<Result: Sendable>(_ body: @escaping Work<Result>) async throws -> Result {
        try await writer.run { [self] connection in
            if case .readOnly(let reason) = health { throw DatabaseFault.writingStopped(because: reason) }
            do {
                return try connection.perform { db in
                    var result: Result?
                    try db.inTransaction(.immediate) {
                        result = try body(connection)
                        if let failure = connection.failure { throw failure }
                        return .commit
                    }
                    guard let result else { throw DatabaseFault.closed }
                    return result
                }
            } catch {
                if case .writingStopped(let reason) = connection.failure { stopWriting(because: reason) }
                throw connection.failure ?? error
            }
        }
    }

    /// After a failed write or flush the kernel may have dropped what it was given, so a later success means nothing:
    /// writing stops until the file is opened afresh and SQLite recovers it.
    private func stopWriting(because reason: String) {
        state.withLock { $0 = .readOnly(because: reason) }
        logger.critical("Writing has stopped; the records can be read.", metadata: ["reason": "\(reason)"])
    }

    func close() async {
        await readers.retire(end)
        await writer.retire(end)
        folder.release()
    }

    @Sendable
    private func end(_ connection: SQLiteConnection) {
        do {
            try connection.close()
        } catch {
            logger.error("A connection to the records did not close.", metadata: ["reason": "\(error)"])
        }
    }
}
