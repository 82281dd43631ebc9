import Foundation

/// The records of one partnership, and the only door to them.
///
/// A `Database` is always opened for someone: ``open(folder:migrations:at:logger:identities:)`` gives the
/// installation's own, and ``opened(for:)`` a partnership's. A store holds one and has ``read(_:)`` and
/// ``write(_:_:)``, nothing else.
public struct Database: Sendable {
    /// Whose records these are.
    public let partnership: ID<Tenant>
    /// The files that are kept beside the records, each as it was received.
    public let files: KeptFiles
    /// What wraps secrets before they are kept in the records.
    public let keys: InstallationKeys
    let engine: any Engine
    let identities: Identities
    /// Every slice's, for copies of the records.
    let migrations: [Migrations]

    /// The same records, opened for a partnership.
    public func opened(for partnership: ID<Tenant>) -> Database {
        Database(
            partnership: partnership, files: files, keys: keys, engine: engine, identities: identities,
            migrations: migrations)
    }

    /// Whether the records can be changed. A failed disk leaves them readable, and this says why.
    public var health: Health { engine.health }

    /// Waits until the records can no longer be written, because the disk failed or is full, and says why; `nil` if the
    /// waiting task is cancelled first. One task may wait.
    public func untilWritingStops() async -> String? { await engine.untilWritingStops() }

    /// Asks the records. The body runs away from the threads that tasks share, sees one moment, and cannot write.
    ///
    /// - Throws: ``DatabaseFault``, ``RowFault``, or what the body throws.
    public func read<Result: Sendable>(
        _ body: @escaping @Sendable (Reading) throws -> Result
    ) async throws -> Result {
        let partnership = partnership
        return try await engine.read { connection in
            try body(Reading(connection, of: partnership))
        }
    }

    /// Changes the records, leaving an entry of it in the same transaction. When this returns, both are on the disk.
    ///
    /// If the body throws a ``Refused``, what it did is undone and the entry is kept, marked refused with the
    /// reason. If it throws anything else, or the disk fails, there is neither deed nor entry.
    ///
    /// What a form asks for is done once, however often it is sent: see ``Sending``.
    ///
    /// - Throws: what the body throws; ``DatabaseFault``.
    public func write(_ entry: Entry, _ body: @escaping @Sendable (Writing) throws -> Void) async throws {
        _ = try await write(entry) { db in
            try body(db)
            return true
        }
    }

    /// The same with a result, which is kept with the deed and given back where the form is sent again.
    ///
    /// - Throws: what the body throws; ``DatabaseFault``.
    @discardableResult
    public func write<Result: Codable & Sendable>(
        _ entry: Entry, _ body: @escaping @Sendable (Writing) throws -> Result
    ) async throws -> Result {
        let sending = Sending.current
        do {
            return try await write(entry, once: sending?.key(for: entry.act), body)
        } catch let error as ChangedMeanwhile {
            sending?.takeBack(entry.act)
            throw error
        }
    }

    /// The same with a result that must not be kept, such as a secret: it is done as often as it is asked for.
    ///
    /// - Throws: what the body throws; ``DatabaseFault``.
    @discardableResult
    public func write<Result: Sendable>(
        _ entry: Entry, _ body: @escaping @Sendable (Writing) throws -> Result
    ) async throws -> Result {
        try await writeUnlessDone(entry, done: { _ in nil }, otherwise: body)
    }

    /// - Parameter done: what came of it before, in the same transaction; then there is nothing to do, and no entry.
    func writeUnlessDone<Result: Sendable>(
        _ entry: Entry, done: @escaping @Sendable (Writing) throws -> Result?,
        otherwise body: @escaping @Sendable (Writing) throws -> Result
    ) async throws -> Result {
        let (partnership, salt) = (partnership, identities.bytes(EntryDetail.saltLength))
        let outcome: Swift.Result<Result, any Error> = try await engine.write(for: partnership) { connection in
            let chain = EntryChain(of: partnership)
            do {
                let db = Writing(connection, of: partnership)
                if let result = try done(db) { return .success(result) }
                let result = try connection.attempt { try body(db) }
                try chain.append(entry, changes: db.changes, salt: salt, to: connection)
                return .success(result)
            } catch let refusal as any Refused {
                try chain.append(entry, refused: refusal.reason, salt: salt, to: connection)
                return .failure(refusal)
            }
        }
        return try outcome.get()
    }

    /// Waits for what is under way and closes the records. Afterwards every call throws ``DatabaseFault/closed``.
    public func close() async {
        await engine.close()
    }
}

/// What was to be changed is no longer as whoever asked believed it to be. Nothing was done, and it is no “no”: they look
/// at it as it is now, and ask again. So nothing of it goes on record.
public struct ChangedMeanwhile: Error, Hashable {
    public init() {}
}

/// A “no” from the domain, which goes on record: the deed is undone, the entry of the attempt is kept.
public protocol Refused: Error {
    /// Why, in a sentence, for the entry. No personal data.
    var reason: String { get }
}
