/// How a session is set, and what the server has to be, so that what is saved is safe and reads the same everywhere.
enum PostgreSQLSettings {
    /// Sent on every new connection. A reader that takes half a minute, or a transaction that is left lying, is ended.
    static let session = """
        SET TIME ZONE 'UTC'; SET datestyle = 'ISO, YMD'; SET bytea_output = 'hex';
        SET standard_conforming_strings = on; SET extra_float_digits = 1;
        SET statement_timeout = '300s'; SET lock_timeout = '60s'; SET idle_in_transaction_session_timeout = '120s'
        """

    /// What must be so, in the server's words. With one of the first three off, a crash can lose what was saved.
    private static let wanted: [(setting: String, values: Set<String>)] = [
        ("fsync", ["on"]),
        ("full_page_writes", ["on"]),
        ("synchronous_commit", ["on", "remote_apply", "remote_write"]),
        ("server_encoding", ["UTF8"]),
        // Text is then in the same order as in SQLite.
        ("lc_collate", ["C", "POSIX", "C.UTF-8", "C.utf8"]),
    ]

    /// - Throws: ``OpeningFault/unsuitable(setting:wanted:found:)``, ``DatabaseFault``
    static func check(_ connection: any Connection) throws {
        for (setting, values) in wanted {
            let found: String
            if setting == "lc_collate" {
                let rows = try connection.rows(
                    "SELECT datcollate AS value FROM pg_database WHERE datname = current_database()")
                found = try rows.first.map { try $0("value") } ?? ""
            } else {
                let rows = try connection.rows("SELECT current_setting(\(setting)) AS value")
                found = try rows.first.map { try $0("value") } ?? ""
            }
            guard values.contains(found) else {
                throw OpeningFault.unsuitable(
                    setting: setting, wanted: values.sorted().joined(separator: " or "), found: found)
            }
        }
    }
}
