import Crypto
import Foundation

/// What makes one sending of a form itself and no other: sent twice, whether by two clicks, by going back, or because
/// the answer was lost on the way, it is the same key, and what it asks for is done once (S100).
public struct OnceKey: Hashable, Sendable {
    let bytes: [UInt8]

    /// - Parameters:
    ///   - form: what no other form that was made has, such as its token.
    ///   - content: everything that was typed. The same form with something else in it asks for something else.
    ///   - actor: who sent it, so that nobody is shown what another's form did.
    public init(form: String, content: [String], by actor: Entry.Actor) {
        var parts = CanonicalForm("frankpledge once 1")
        parts.append(form)
        parts.append(actor.kind.rawValue)
        parts.append(actor.address)
        for part in content { parts.append(part) }
        bytes = parts.hash
    }
}

extension Database {
    /// Changes the records as ``write(_:_:)`` does, unless the same key has done so: then nothing is changed, no entry is
    /// left, and what came of it then is given back.
    ///
    /// What came of it is kept in the same transaction, so that there is never one without the other. A refusal is not
    /// kept: the same form may be sent again when what stood in the way is gone.
    ///
    /// - Parameter key: `nil` for what does not come from a form.
    /// - Throws: what the body throws; ``DatabaseFault``.
    @discardableResult
    public func write<Result: Codable & Sendable>(
        _ entry: Entry, once key: OnceKey?, _ body: @escaping @Sendable (Writing) throws -> Result
    ) async throws -> Result {
        guard let key else { return try await writeUnlessDone(entry, done: { _ in nil }, otherwise: body) }
        return try await writeUnlessDone(entry) { db in
            guard
                let kept: JSON<Kept<Result>> = try db.value(
                    "SELECT result FROM kept_result WHERE partnership = \(db.partnership) AND key = \(key.bytes)")
            else { return nil }
            // S120: the first time may have given up waiting for the standby. With something to save, this waits again.
            try db.run(
                "UPDATE kept_result SET kept_at = kept_at WHERE partnership = \(db.partnership) AND key = \(key.bytes)")
            return kept.content.result
        } otherwise: { db in
            let result = try body(db)
            try db.run(
                """
                INSERT INTO kept_result (partnership, key, result, kept_at)
                VALUES (\(db.partnership), \(key.bytes), \(JSON(Kept(result: result))), \(entry.at))
                """)
            return result
        }
    }
}

extension Database {
    /// Whether the form that is being answered was answered before, by one of these acts: what is there now came after.
    ///
    /// - Throws: ``DatabaseFault``
    public func isAnswered(by acts: [Act]) async throws -> Bool {
        guard let keys = Sending.current?.firstKeys(for: acts).map(\.bytes) else { return false }
        return try await read { db in
            try db.row("SELECT key FROM kept_result WHERE partnership = \(db.partnership) AND key IN \(keys)") != nil
        }
    }

    /// Forgets what came of forms that were sent before a time, for everybody: sent again, one would be done again.
    ///
    /// - Throws: ``DatabaseFault``
    public func forgetKeptResults(before time: Date) async throws {
        try await engine.write(for: .installation) { connection in
            _ = try connection.run("DELETE FROM kept_result WHERE kept_at < \(time)")
        }
    }
}

/// A result as it is kept: in a list of one, since JSON on its own may be no object.
private struct Kept<Result: Codable & Sendable>: Codable, Sendable {
    let result: Result
}
