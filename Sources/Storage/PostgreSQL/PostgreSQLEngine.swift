import Logging

/// The records in PostgreSQL: a few connections read, a few write, each on a thread of its own, since libpq blocks.
final class PostgreSQLEngine: Engine {
    private let readers: Lanes<PostgreSQLConnection>
    private let writers: WriteQueue<PostgreSQLConnection>

    private static let readerCount = 6
    private static let writerCount = 6

    /// A server that fails refuses by itself; there is nothing for us to stop.
    var health: Health { .sound }

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

    func backUp(to path: String, migrations: [Migrations]) async throws {
        try await readers.run { source in try source.backUp(to: path, migrations: migrations) }
    }

    func close() async {
        await readers.retire { $0.close() }
        await writers.retire()
    }
}
