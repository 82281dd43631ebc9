import Logging

/// The records in PostgreSQL: a few connections read, a few write, each on a thread of its own, since libpq blocks.
final class PostgreSQLEngine: Engine {
    private let readers: Lanes<PostgreSQLConnection>
    private let writers: WriteQueue<PostgreSQLConnection>

    private static let readerCount = 6
    private static let writerCount = 6

    /// A server that fails refuses by itself; there is nothing for us to stop.
    var health: Health { .sound }
    var waitingWrites: Int { writers.waitingCount }

    init(_ address: PostgreSQLAddress) {
        readers = Lanes("records reader", (1...Self.readerCount).map { _ in PostgreSQLConnection(address) })
        writers = WriteQueue("records writer", (1...Self.writerCount).map { _ in PostgreSQLConnection(address) }) {
            $0.close()
        }
    }

    /// - Throws: ``OpeningFault``, ``DatabaseFault``
    func check() async throws {
        try await read(PostgreSQLSettings.check)
    }

    func read<Result: Sendable>(_ body: @escaping Work<Result>) async throws -> Result {
        try await readers.read(body)
    }

    func write<Result: Sendable>(for partnership: ID<Tenant>, _ body: @escaping Work<Result>) async throws -> Result {
        try await writers.run(for: partnership) { connection in
            connection.claim(partnership)
            return try body(connection)
        }
    }

    func backUp(
        to path: String, migrations: [Migrations], watch: @escaping @Sendable (Int, Int) throws -> Void
    ) async throws -> [String: Int] {
        try await readers.run { source in try source.backUp(to: path, migrations: migrations, watch: watch) }
    }

    func close() async {
        await readers.retire { $0.close() }
        await writers.retire()
    }
}
