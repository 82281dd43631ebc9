/// PostgreSQL for tests: one connection inside a transaction that is never committed, so that each test begins with
/// nothing and leaves nothing. What the program takes for transactions are steps within it.
final class RehearsalEngine: Engine {
    private let lane: Lanes<PostgreSQLConnection>

    var health: Health { .sound }

    init(_ address: PostgreSQLAddress) {
        lane = Lanes("rehearsal", [PostgreSQLConnection(address, isRehearsal: true)])
    }

    func read<Result: Sendable>(_ body: @escaping Work<Result>) async throws -> Result {
        try await lane.read(body)
    }

    func write<Result: Sendable>(for partnership: ID<Tenant>, _ body: @escaping Work<Result>) async throws -> Result {
        try await lane.run { connection in
            try connection.transaction {
                connection.claim(partnership)
                return try body(connection)
            }
        }
    }

    func backUp(
        to path: String, migrations: [Migrations], watch: @escaping @Sendable (Int, Int) throws -> Void
    ) async throws -> [String: Int] {
        try await lane.run { source in try source.backUp(to: path, migrations: migrations, watch: watch) }
    }

    func close() async {
        await lane.retire { $0.close() }
    }
}
