import Foundation

/// Brings the records to the layout this program knows, or refuses to touch them.
struct MigrationRun {
    let slices: [Migrations]
    let time: Date
    let identities: Identities
    let dialect: Dialect

    /// All in one transaction: where two processes start at once, the second finds it done.
    ///
    /// - Throws: ``OpeningFault`` where the records and the program don't fit; ``DatabaseFault``.
    func run(on engine: any Engine) async throws {
        try checkNames()
        try await engine.write(for: .installation, run)
    }

    @Sendable
    private func run(on connection: any Connection) throws {
        let applied = try applied(on: connection)
        for slice in slices {
            let names = Set(slice.list.map(\.name))
            guard applied[slice.slice, default: [:]].keys.allSatisfy(names.contains) else {
                throw OpeningFault.fromNewerProgram(slice: slice.slice)
            }
        }
        let slicesKnown = Set(slices.map(\.slice))
        if let unknown = applied.keys.sorted().first(where: { !slicesKnown.contains($0) }) {
            throw OpeningFault.fromNewerProgram(slice: unknown)
        }
        for slice in slices {
            for migration in try pending(of: slice, applied: applied[slice.slice, default: [:]]) {
                try apply(migration, of: slice.slice, on: connection)
            }
        }
    }

    /// Makes all tables and tells of none, for records that are to be filled with another's.
    func layOut(on connection: any Connection) throws {
        _ = try applied(on: connection)
        for step in slices.flatMap(\.list).flatMap({ $0.steps(in: dialect) }) {
            _ = try connection.run(step)
        }
    }

    /// Gives migrations that were applied elsewhere the hashes they have here.
    func rehash(on connection: any Connection) throws {
        for slice in slices {
            for migration in slice.list {
                _ = try connection.run(
                    """
                    UPDATE migration SET hash = \(migration.hash(in: dialect))
                    WHERE slice = \(slice.slice) AND name = \(migration.name)
                    """)
            }
        }
    }

    private func checkNames() throws {
        var seen: Set<String> = []
        for slice in slices {
            for name in [slice.slice] + slice.list.map({ "\(slice.slice): \($0.name)" }) {
                guard seen.insert(name).inserted else { throw OpeningFault.migrationNamedTwice(name) }
            }
        }
    }

    /// The hash of each migration that was applied, by slice and name.
    private func applied(on connection: any Connection) throws -> [String: [String: [UInt8]]] {
        _ = try connection.run(
            """
            CREATE TABLE IF NOT EXISTS migration (
                slice \(.text) NOT NULL,
                name \(.text) NOT NULL,
                hash \(.bytes) NOT NULL,
                applied_at \(.timestamp) NOT NULL,
                PRIMARY KEY (slice, name)
            )
            """)
        var applied: [String: [String: [UInt8]]] = [:]
        for row in try connection.rows("SELECT slice, name, hash FROM migration") {
            applied[try row("slice"), default: [:]][try row("name")] = try row("hash")
        }
        return applied
    }

    private func pending(of slice: Migrations, applied: [String: [UInt8]]) throws -> [Migration] {
        var pending: [Migration] = []
        for migration in slice.list {
            if let hash = applied[migration.name] {
                guard hash == migration.hash(in: dialect) else {
                    throw OpeningFault.migrationChanged(slice: slice.slice, name: migration.name)
                }
                if let first = pending.first {
                    throw OpeningFault.migrationOutOfOrder(slice: slice.slice, name: first.name)
                }
            } else {
                pending.append(migration)
            }
        }
        return pending
    }

    private func apply(_ migration: Migration, of slice: String, on connection: any Connection) throws {
        for step in migration.steps(in: dialect) {
            _ = try connection.run(step)
        }
        let hash = migration.hash(in: dialect)
        _ = try connection.run(
            """
            INSERT INTO migration (slice, name, hash, applied_at)
            VALUES (\(slice), \(migration.name), \(hash), \(time))
            """)
        let entry = Entry(
            .migrationApplied, of: Entry.Subject("migration", "\(slice): \(migration.name)"), by: .job("migration"),
            at: time)
        try EntryChain(of: .installation)
            .append(entry, salt: identities.bytes(EntryDetail.saltLength), to: connection)
    }
}
