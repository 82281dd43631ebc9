import CSQLiteShim
import GRDB

/// How SQLite's connections are set so that what is saved is safe.
///
/// SQLite before 3.51.3 can damage a file when two connections reset the write-ahead log at once. Here one connection
/// writes and alone checkpoints; the readers never do, not even on closing; and a lock keeps other processes off.
enum SQLiteSettings {
    /// The first version without the fault in resetting the write-ahead log.
    static let firstSoundVersion: Int32 = 3_051_003
    static let readerCount = 4
    /// The writer is never waited for: this is for recovery after a crash alone.
    private static let busySeconds = 10.0

    static func writer(_ synchronous: Synchronous) -> GRDB.Configuration {
        var configuration = GRDB.Configuration()
        configuration.label = "records writer"
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(busySeconds)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            try db.execute(sql: "PRAGMA synchronous = \(synchronous.rawValue)")
            // Without it, `INSERT OR REPLACE` would remove an entry past the trigger that refuses to.
            try db.execute(sql: "PRAGMA recursive_triggers = ON")
            try db.execute(sql: "PRAGMA journal_size_limit = 67108864")
            // 64 MiB of pages: a month of a force touches some thousand of them, each many times.
            try db.execute(sql: "PRAGMA cache_size = -65536")
            try prepare(db)
        }
        return configuration
    }

    static func reader(_ number: Int) -> GRDB.Configuration {
        var configuration = GRDB.Configuration()
        configuration.label = "records reader \(number)"
        configuration.readonly = true
        configuration.busyMode = .timeout(busySeconds)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA query_only = ON")
            try db.execute(sql: "PRAGMA wal_autocheckpoint = 0")
            leaveCheckpointing(db)
            try prepare(db)
        }
        return configuration
    }

    /// Keeps a connection from checkpointing when it is closed.
    static func leaveCheckpointing(_ db: GRDB.Database) {
        csqlite_leave_checkpointing(db.sqliteConnection)
    }

    private static func prepare(_ db: GRDB.Database) throws {
        try db.execute(sql: "PRAGMA trusted_schema = OFF")
        try db.execute(sql: "PRAGMA cell_size_check = ON")
        try db.execute(sql: "PRAGMA mmap_size = 0")
        let outcome = ResultCode(rawValue: csqlite_add_nearness(db.sqliteConnection))
        guard outcome == .SQLITE_OK else { throw GRDB.DatabaseError(resultCode: outcome) }
    }

    /// Reads the settings back: a pragma that could not be had says nothing.
    ///
    /// - Throws: ``OpeningFault/notDurable(setting:wanted:found:)``
    static func check(_ db: GRDB.Database, _ synchronous: Synchronous = .full) throws {
        let wanted = [
            ("journal_mode", "wal"), ("synchronous", synchronous.number), ("foreign_keys", "1"),
            ("recursive_triggers", "1"), ("trusted_schema", "0"), ("cell_size_check", "1"),
            ("mmap_size", "0"),
        ]
        for (setting, value) in wanted {
            let found = try String.fetchOne(db, sql: "PRAGMA \(setting)") ?? "nothing"
            // Where memory mapping is compiled out, SQLite answers nothing, which is as good as 0.
            guard found == value || (setting == "mmap_size" && found == "nothing") else {
                throw OpeningFault.notDurable(setting: setting, wanted: value, found: found)
            }
        }
    }
}
