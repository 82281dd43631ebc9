/// Records in PostgreSQL, looked at without being opened: nothing is brought up to date.
struct RecordsServer: Sendable {
    private let address: PostgreSQLAddress

    init(_ address: PostgreSQLAddress) {
        self.address = address
    }

    /// Walks every chain of entries.
    ///
    /// - Throws: ``DatabaseFault``
    func chains() throws -> [(ID<Tenant>, ChainCheck)] {
        let connection = PostgreSQLConnection(address)
        defer { connection.close() }
        return try connection.reading { try ChainWalk.everyChain(in: Reading(connection, of: .installation)) }
    }
}
