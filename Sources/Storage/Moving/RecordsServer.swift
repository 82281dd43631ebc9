/// Records in PostgreSQL, looked at without being opened: nothing is brought up to date.
struct RecordsServer: Sendable {
    private let address: PostgreSQLAddress

    init(_ address: PostgreSQLAddress) {
        self.address = address
    }

    /// Asks something of the installation’s records.
    func read<Result>(_ body: (Reading) throws -> Result) throws -> Result {
        let connection = PostgreSQLConnection(address)
        defer { connection.close() }
        return try connection.reading { try body(Reading(connection, of: .installation)) }
    }

    /// Walks every chain of entries.
    ///
    /// - Throws: ``DatabaseFault``
    func chains() async throws -> [(ID<Tenant>, ChainCheck)] {
        let connections = (0..<ChainWalk.stretchesAtOnce).map { _ in PostgreSQLConnection(address) }
        return try await Lanes("records", connections).walkingEveryChain { $0.close() }
    }

    /// Which records of these partnerships name each kept file.
    ///
    /// - Throws: ``DatabaseFault``
    func register(_ slices: [any NamesKeptFiles], of partnerships: [ID<Tenant>]) throws -> KeptFileRegister {
        let connection = PostgreSQLConnection(address)
        defer { connection.close() }
        return try connection.reading { try KeptFileRegister(slices, of: partnerships, on: connection) }
    }
}
