import Foundation
import Logging
import Storage

/// An engine to run store tests on. Each call makes fresh records in a folder of their own, and takes them away again.
///
/// ```swift
/// @Test("a release is found by its name", arguments: Scratch.engines)
/// func find(scratch: Scratch) async throws {
///     try await scratch.database([.ofDataRegister]) { database in … }
/// }
/// ```
public enum Scratch: String, Sendable, CaseIterable, CustomStringConvertible {
    case sqlite
    case postgreSQL

    /// The engines there are on this machine.
    public static let engines: [Scratch] = {
        guard PrivateServer.programs != nil else {
            let note = "PostgreSQL is not installed: what is tried on both databases is tried on SQLite alone.\n"
            FileHandle.standardError.write(Data(note.utf8))
            return [.sqlite]
        }
        return [.sqlite, .postgreSQL]
    }()

    public var description: String {
        switch self {
        case .sqlite: "SQLite"
        case .postgreSQL: "PostgreSQL"
        }
    }

    /// The server that the tests of a process share, with its schemas.
    private static let schemas = Task {
        guard let programs = PrivateServer.programs else { throw PrivateServer.NotStarted() }
        return Schemas(try await PrivateServer.start(programs: programs, schemas: Schemas.names))
    }

    /// A moment that tests share: noon UTC on Tuesday 9 February 2016.
    public static let noon = Date(timeIntervalSince1970: 1_455_019_200)

    /// Runs a body on fresh records, opened for a partnership.
    ///
    /// - Parameters:
    ///   - migrations: the slices' that the store needs.
    ///   - seed: what identifiers and salts are made from.
    @discardableResult
    public func database<Result>(
        _ migrations: [Migrations] = [], seed: UInt64 = 1, _ body: (Database) async throws -> Result
    ) async throws -> Result {
        try await withFolder { folder in
            switch self {
            case .sqlite:
                return try await run(seed, body) { identities in
                    try await Database.open(
                        folder: folder, migrations: migrations, at: Self.noon, logger: .silent, identities: identities)
                }
            case .postgreSQL:
                let schemas = try await Self.schemas.value
                let schema = await schemas.borrow()
                do {
                    let result = try await run(seed, body) { identities in
                        try await Database.rehearsal(
                            folder: folder, server: try schemas.server.address(of: schema), migrations: migrations,
                            at: Self.noon, identities: identities)
                    }
                    await schemas.giveBack(schema)
                    return result
                } catch {
                    await schemas.giveBack(schema)
                    throw error
                }
            }
        }
    }

    private func run<Result>(
        _ seed: UInt64, _ body: (Database) async throws -> Result, opening: (Identities) async throws -> Database
    ) async throws -> Result {
        let identities = Identities.seeded(seed)
        let installation = try await opening(identities)
        do {
            let result = try await body(installation.opened(for: identities.new(Tenant.self, at: Self.noon)))
            await installation.close()
            return result
        } catch {
            await installation.close()
            throw error
        }
    }

    /// Runs a body with an empty PostgreSQL database of its own, where what is saved stays saved: for tests of several
    /// connections at once.
    @discardableResult
    public static func withServer<Result>(_ body: (PostgreSQLAddress) async throws -> Result) async throws -> Result {
        try await withServerAddress { text in
            guard let address = PostgreSQLAddress(text) else { throw PrivateServer.NotStarted() }
            return try await body(address)
        }
    }

    /// The same, with the address as an operator writes it.
    @discardableResult
    public static func withServerAddress<Result>(_ body: (String) async throws -> Result) async throws -> Result {
        try await body(try await schemas.value.server.freshSchema())
    }

    /// Runs a body with the path of a fresh folder, for tests that open the records themselves.
    @discardableResult
    public func withFolder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("scratch-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try await body(folder)
    }
}

extension Logger {
    /// A logger that says nothing.
    public static let silent = Logger(label: "silent") { _ in SwiftLogNoOpLogHandler() }
}
