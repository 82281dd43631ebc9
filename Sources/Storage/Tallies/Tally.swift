import Foundation

/// How often something happened lately, and when last: wrong tries, requests, a browser that was seen. It is
/// bookkeeping that guards the records, not a record: it leaves no entry, and is forgotten.
public struct Tally: Sendable, Hashable {
    public let count: Int
    public let lastAt: Date

    public init(count: Int, lastAt: Date) {
        self.count = count
        self.lastAt = lastAt
    }
}

/// What is counted. Only the hash of what it is made from is kept, so that tallies name nobody.
public struct TallyKey: Hashable, Sendable {
    let bytes: [UInt8]

    public init(_ kind: StaticString, _ parts: String...) {
        var form = CanonicalForm("frankpledge tally 1")
        form.append("\(kind)")
        for part in parts { form.append(part) }
        bytes = form.hash
    }
}

extension Reading {
    /// - Throws: ``DatabaseFault``
    public func tally(_ key: TallyKey) throws -> Tally? {
        try row("SELECT count, last_at FROM tally WHERE partnership = \(partnership) AND key = \(key.bytes)")
            .map { try Tally(count: $0("count"), lastAt: $0("last_at")) }
    }
}

extension Database {
    /// Counts one more of each, all or none.
    ///
    /// - Parameters:
    ///   - memory: seconds after which what was counted before is forgotten.
    ///   - mayCount: looks at the tallies so far, in the order of the keys; where it says no, nothing is counted.
    /// - Returns: whether it was counted.
    /// - Throws: ``DatabaseFault``
    @discardableResult
    public func count(
        _ keys: [TallyKey], at time: Date, forgettingAfter memory: TimeInterval,
        if mayCount: @escaping @Sendable ([Tally?]) -> Bool = { _ in true }
    ) async throws -> Bool {
        let partnership = partnership
        return try await engine.write(for: partnership) { connection in
            let db = Reading(connection, of: partnership)
            let tallies = try keys.map { key in
                try db.tally(key).flatMap { time.timeIntervalSince($0.lastAt) < memory ? $0 : nil }
            }
            guard mayCount(tallies) else { return false }
            for (key, tally) in zip(keys, tallies) {
                let count = (tally?.count ?? 0) + 1
                _ = try connection.run(
                    """
                    INSERT INTO tally (partnership, key, count, last_at)
                    VALUES (\(partnership), \(key.bytes), \(count), \(time))
                    ON CONFLICT (partnership, key) DO UPDATE SET count = excluded.count, last_at = excluded.last_at
                    """)
            }
            return true
        }
    }

    /// Forgets what was counted.
    ///
    /// - Throws: ``DatabaseFault``
    public func forget(_ keys: [TallyKey]) async throws {
        let (partnership, bytes) = (partnership, keys.map(\.bytes))
        try await engine.write(for: partnership) { connection in
            _ = try connection.run("DELETE FROM tally WHERE partnership = \(partnership) AND key IN \(bytes)")
        }
    }

    /// Forgets everything that was last counted before a time, for everybody.
    ///
    /// - Throws: ``DatabaseFault``
    public func forgetTallies(before time: Date) async throws {
        try await engine.write(for: .installation) { connection in
            _ = try connection.run("DELETE FROM tally WHERE last_at < \(time)")
        }
    }
}
