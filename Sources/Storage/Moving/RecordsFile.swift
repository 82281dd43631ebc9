import GRDB

/// A SQLite file of records that nobody writes to: a backup's, or one that is to be moved.
struct RecordsFile: Sendable {
    private let path: String

    /// - Throws: ``MovingFault/file(_:reason:)``
    init(_ path: String) throws {
        self.path = path
        _ = try opened()
    }

    /// - Throws: ``MovingFault/notTheSame(_:)`` if SQLite finds the file damaged.
    func checkPages() throws {
        let found = try reading { connection in
            try connection.rows("PRAGMA integrity_check").map { try $0("integrity_check") as String }
        }
        guard found == ["ok"] else { throw MovingFault.notTheSame("SQLite finds it damaged: \(found.first ?? "")") }
    }

    /// Walks every chain of entries.
    func chains() async throws -> [(ID<Tenant>, ChainCheck)] {
        let connections = try (0..<ChainWalk.stretchesAtOnce).map { _ in
            SQLiteConnection(try opened(), isWriter: false)
        }
        return try await Lanes("records", connections).walkingEveryChain { try? $0.close() }
    }

    /// Copies the records to an empty PostgreSQL database.
    func copied(
        to server: PostgreSQLAddress, migrations: [Migrations], progress: (Int, Int) -> Void = { _, _ in }
    ) throws {
        let target = PostgreSQLConnection(server)
        defer { target.close() }
        try target.reading { try PostgreSQLSettings.check(target) }
        _ = try reading { source in
            try RecordsCopy(migrations: migrations, source: source, target: target, targetDialect: .postgreSQL)
                .run(progress: progress)
        }
    }

    private func reading<Result>(_ body: (SQLiteConnection) throws -> Result) throws -> Result {
        let connection = SQLiteConnection(try opened(), isWriter: false)
        defer { try? connection.close() }
        return try connection.reading { try body(connection) }
    }

    private func opened() throws -> DatabaseQueue {
        do {
            return try DatabaseQueue(path: path, configuration: SQLiteSettings.reader(0))
        } catch {
            throw MovingFault.file(path, reason: "SQLite can’t open it")
        }
    }
}
