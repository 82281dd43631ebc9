/// Where a PostgreSQL database is: a `postgresql://` address, with several hosts if there is a standby to turn to.
///
///     postgresql://frankpledge@db1.example,db2.example/frankpledge
public struct PostgreSQLAddress: Sendable {
    private let text: String

    /// - Returns: `nil` if the text is no such address.
    public init?(_ text: String) {
        guard text.hasPrefix("postgresql://") || text.hasPrefix("postgres://") else { return nil }
        self.text = text
    }

    /// What libpq is given. What stands in the address comes last, so that it counts for more than these.
    ///
    /// Of several hosts the one that can be written to is taken, and one that does not answer is given up soon (S121).
    var parameters: [(keyword: String, value: String)] {
        [
            ("target_session_attrs", "read-write"),
            ("connect_timeout", "3"),
            ("tcp_user_timeout", "5000"),
            ("keepalives_idle", "5"),
            ("application_name", "frankpledge"),
            ("dbname", text),
            ("client_encoding", "UTF8"),
        ]
    }
}
