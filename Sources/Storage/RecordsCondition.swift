import Foundation

/// What keeps the records and how it is set, for whoever looks after the machine.
public struct RecordsCondition: Sendable, Hashable {
    public enum Engine: String, Sendable {
        case sqlite = "SQLite"
        case postgreSQL = "PostgreSQL"
    }

    public let engine: Engine
    /// “3.40.1”.
    public let version: String
    /// Those that decide whether what is saved is safe, by name.
    public let settings: [String: String]
    /// What the records take, in bytes.
    public let size: Int
    /// What the write-ahead log beside them takes; nil where a server looks after it.
    public let logSize: Int?

    public init(engine: Engine, version: String, settings: [String: String], size: Int, logSize: Int?) {
        (self.engine, self.version, self.settings, self.size, self.logSize) = (engine, version, settings, size, logSize)
    }
}

extension Database {
    /// How many changes wait to be saved.
    public var waitingWrites: Int { engine.waitingWrites }

    /// What keeps the records, and how it is set.
    ///
    /// - Throws: ``DatabaseFault``, ``RowFault``
    public func condition() async throws -> RecordsCondition {
        try await read { db in
            switch db.connection.dialect {
            case .sqlite: try db.sqliteCondition()
            case .postgreSQL: try db.postgreSQLCondition()
            }
        }
    }
}

extension Reading {
    /// `synchronous` is not asked for: it is each connection's own, and the writer's was read back when it was opened.
    fileprivate func sqliteCondition() throws -> RecordsCondition {
        let pages: Int = try value("PRAGMA page_count") ?? 0
        let pageSize: Int = try value("PRAGMA page_size") ?? 0
        let path: String? = try rows("PRAGMA database_list").first { try $0("name") == "main" }?("file")
        let attributes = path.flatMap { try? FileManager.default.attributesOfItem(atPath: $0 + "-wal") }
        return RecordsCondition(
            engine: .sqlite, version: try value("SELECT sqlite_version() AS version") ?? "",
            settings: ["journal_mode": try value("PRAGMA journal_mode") ?? "", "synchronous": "full"],
            size: pages * pageSize, logSize: (attributes?[.size] as? NSNumber)?.intValue ?? 0)
    }

    fileprivate func postgreSQLCondition() throws -> RecordsCondition {
        var settings: [String: String] = [:]
        for name in ["fsync", "full_page_writes", "synchronous_commit", "synchronous_standby_names", "data_checksums"] {
            settings[name] = try value("SELECT current_setting(\(name)) AS value") ?? ""
        }
        return RecordsCondition(
            engine: .postgreSQL, version: try value("SELECT current_setting('server_version') AS version") ?? "",
            settings: settings, size: try value("SELECT pg_database_size(current_database()) AS bytes") ?? 0,
            logSize: nil)
    }
}
