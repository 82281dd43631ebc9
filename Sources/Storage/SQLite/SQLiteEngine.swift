import CSQLiteShim
import Foundation
import GRDB
import Logging
import Synchronization

/// The records in one SQLite file: one connection writes, a few read, and all of them on lanes of their own.
final class SQLiteEngine: Engine {
    private let logger: Logger
    private let writer: WriteQueue<SQLiteConnection>
    private let readers: Lanes<SQLiteConnection>
    private let state = Mutex(Health.sound)
    private let stop = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingOldest(1))
    private let folder: DataFolder

    var health: Health { state.withLock { $0 } }
    var waitingWrites: Int { writer.waitingCount }

    /// - Throws: ``OpeningFault``, ``DatabaseFault``
    init(_ folder: DataFolder, logger: Logger, synchronous: Synchronous = .full) throws {
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
        let path = try folder.create(DataFolder.records)
        try Self.settleLog(of: path)
        do {
            let queue = try DatabaseQueue(path: path, configuration: SQLiteSettings.writer(synchronous))
            try queue.inDatabase { try SQLiteSettings.check($0, synchronous) }
            writer = WriteQueue("records writer", [SQLiteConnection(queue, isWriter: true)]) { connection in
                Self.end(connection, logger)
            }
            let connections = try (1...SQLiteSettings.readerCount).map { number in
                SQLiteConnection(
                    try DatabaseQueue(path: path, configuration: SQLiteSettings.reader(number)), isWriter: false)
            }
            readers = Lanes("records reader", connections)
        } catch let error as GRDB.DatabaseError {
            throw DatabaseFault(error)
        }
    }

    /// Has the log that an earlier process left on the disk for certain. It may have been killed between writing a
    /// transaction and waiting for it, or have failed to have it on the disk; SQLite finds it in the log as if it were
    /// saved, and so would we (S104).
    private static func settleLog(of path: String) throws {
        do {
            try rewrite(path + "-wal")
        } catch let fault as SystemFault where fault.code != ENOENT {
            throw OpeningFault.folder(path, reason: fault.description)
        } catch {}
    }

    func read<Result: Sendable>(_ body: @escaping Work<Result>) async throws -> Result {
        try await readers.read(body)
    }

    func write<Result: Sendable>(for partnership: ID<Tenant>, _ body: @escaping Work<Result>) async throws -> Result {
        do {
            return try await writer.run(for: partnership, body)
        } catch DatabaseFault.writingStopped(let reason) {
            stopWriting(because: reason)
            throw DatabaseFault.writingStopped(because: reason)
        }
    }

    func untilWritingStops() async -> String? {
        await stop.stream.first { _ in true }
    }

    /// By a reader, so that nobody waits.
    func backUp(
        to path: String, migrations: [Migrations], watch: @escaping @Sendable (Int, Int) throws -> Void
    ) async throws -> [String: Int] {
        try await readers.run { connection in try connection.backUp(to: path, watch: watch) }
    }

    /// After a failed write or flush the kernel may have dropped what it was given, so a later success means nothing:
    /// writing stops until the file is opened afresh and SQLite recovers it.
    private func stopWriting(because reason: String) {
        let isFirst = state.withLock { health in
            defer { health = .readOnly(because: reason) }
            return health == .sound
        }
        guard isFirst else { return }
        stop.continuation.yield(reason)
        logger.critical("Writing has stopped; the records can be read.", metadata: ["reason": "\(reason)"])
    }

    func close() async {
        await readers.retire { [logger] in Self.end($0, logger) }
        await writer.retire()
        folder.release()
    }

    private static func end(_ connection: SQLiteConnection, _ logger: Logger) {
        do {
            try connection.close()
        } catch {
            logger.error("A connection to the records did not close.", metadata: ["reason": "\(error)"])
        }
    }
}
