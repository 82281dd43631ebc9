/// Records in PostgreSQL, looked at without being opened: nothing is brought up to date.
struct RecordsServer: Sendable {
    private let address: PostgreSQLAddress

    init(_ address: PostgreSQLAddress) {
        self.address = address
    }

    /// Walks every chain of entries.
    ///
    /// - Throws: ``DatabaseFault``
    func chains() async throws -> [(ID<Tenant>, ChainCheck)] {
        let connections = (0..<ChainWalk.stretchesAtOnce).map { _ in PostgreSQLConnection(address) }
        return try await Lanes("records", connections).walkingEveryChain { $0.close() }
    }
}
