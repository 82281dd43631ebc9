import Foundation
import Logging
import Storage

/// An engine to run store tests on. Each call makes fresh records in a folder of their own, and takes them away again.
///
/// ```swift
/// @Test("a release is found by its name", arguments: Scratch.engines)
/// func find(scratch: Scratch) async throws {
///     try await scratch.database([.ofAssessment]) { database in … }
/// }
/// ```
public enum Scratch: String, Sendable, CaseIterable, CustomStringConvertible {
    case sqlite

    /// The engines there are on this machine.
    public static let engines: [Scratch] = [.sqlite]

    public var description: String { "SQLite" }

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
            let identities = Identities.seeded(seed)
            let installation = try await Database.open(
                folder: folder, migrations: migrations, at: Self.noon, logger: .silent, identities: identities)
            let database = installation.opened(for: identities.new(Tenant.self, at: Self.noon))
            do {
                let result = try await body(database)
                await installation.close()
                return result
            } catch {
                await installation.close()
                throw error
            }
        }
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
