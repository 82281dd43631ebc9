import GRDB

/// A SQLite file of records that nobody writes to: a backup's, or one that is to be moved.
struct RecordsFile: Sendable {
    private let path: String

    /// - Throws: ``MovingFault/file(_:reason:)``
    init(_ path: String) throws {
        self.path = path
        _ = try opened()
    }

    /// - Throws: ``MovingFault/notTheSame(_:)`` if SQLite finds the file damaged, or a row that refers to nothing.
    func checkPages() throws {
        try reading { try $0.checkPages() }
    }

    /// How many rows each table has.
    func rowCounts() throws -> [String: Int] {
        try reading { try $0.rowCounts() }
    }

    /// Asks something of the installation’s records.
    func read<Result>(_ body: (Reading) throws -> Result) throws -> Result {
        try reading { try body(Reading($0, of: .installation)) }
    }

    /// Walks every chain of entries.
    func chains() async throws -> [(ID<Tenant>, ChainCheck)] {
        let connections = try (0..<ChainWalk.stretchesAtOnce).map { _ in
            SQLiteConnection(try opened(), isWriter: false)
        }
        return try await Lanes("records", connections).walkingEveryChain { try? $0.close() }
    }

    /// Which records of these partnerships name each kept file.
    func register(_ slices: [any NamesKeptFiles], of partnerships: [ID<Tenant>]) throws -> KeptFileRegister {
        try reading { try KeptFileRegister(slices, of: partnerships, on: $0) }
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

extension Connection {
    /// Asks SQLite whether the file is whole, and whether every row that refers to another finds it. PostgreSQL looks after
    /// its files itself.
    ///
    /// - Throws: ``MovingFault/notTheSame(_:)``
    func checkPages() throws {
        guard dialect == .sqlite else { return }
        let found: [String] = try rows("PRAGMA integrity_check").map { try $0("integrity_check") }
        guard found == ["ok"] else { throw MovingFault.notTheSame("SQLite finds it damaged: \(found.first ?? "")") }
        if let stray = try rows("PRAGMA foreign_key_check").first {
            let table: String = try stray("table")
            throw MovingFault.notTheSame("a row of ‘\(table)’ refers to one that is not there")
        }
    }
}
