/// What came of walking a chain of entries.
public enum ChainCheck: Sendable, Hashable {
    /// Every entry is as it was written. `head` is the last one's hash, to compare with a copy kept elsewhere: a chain
    /// that was rewritten as a whole is whole.
    case whole(entries: Int, head: [UInt8])
    /// The first entry, by number, that is not as it was written, and what is wrong with it.
    case broken(entry: Int, String)
}

extension Database {
    /// Walks the partnership's chain of entries from the first to the last.
    ///
    /// - Throws: ``DatabaseFault``
    public func verifyEntries() async throws -> ChainCheck {
        try await engine.walkChain(of: partnership)
    }

    /// How many entries there are, in every partnership's chain together.
    ///
    /// - Throws: ``DatabaseFault``
    public func entryCount() async throws -> Int {
        try await read { db in
            try db.rows("SELECT number FROM entry_head").reduce(0) { try $0 + $1("number") }
        }
    }

    /// Walks every partnership's chain, and the installation's own.
    ///
    /// - Throws: ``DatabaseFault``
    public func verifyEveryChain() async throws -> [ID<Tenant>: ChainCheck] {
        Dictionary(uniqueKeysWithValues: try await engine.walkEveryChain())
    }
}

extension RecordsReader {
    /// Walks every chain, by partnership.
    ///
    /// - Throws: ``DatabaseFault``
    func walkEveryChain() async throws -> [(ID<Tenant>, ChainCheck)] {
        var checks: [(ID<Tenant>, ChainCheck)] = []
        for partnership in try await read(ChainOwners.all) {
            checks.append((partnership, try await walkChain(of: partnership)))
        }
        return checks
    }

    /// Walks a chain, several stretches of it at once and each in a transaction of its own: entries are never changed, so
    /// it does not matter that others are added meanwhile, and no transaction is held open for long.
    ///
    /// - Throws: ``DatabaseFault``
    func walkChain(
        of partnership: ID<Tenant>, inStretchesOf length: Int = ChainWalk.usualLength
    ) async throws -> ChainCheck {
        let walk = try await withThrowingTaskGroup(of: ChainStretch.self) { group in
            var (walk, early) = (ChainWalk(partnership: partnership, length: length), [Int: ChainStretch]())
            var base = 0
            func begin() {
                let start = base
                group.addTask {
                    try await read { try ChainStretch(after: start, of: partnership, length: length, on: $0) }
                }
                base += length
            }
            for _ in 0..<ChainWalk.stretchesAtOnce { begin() }
            while !walk.isAtEnd, let found = try await group.next() {
                early[found.base] = found
                while !walk.isAtEnd, let next = early.removeValue(forKey: walk.number) { walk.join(next) }
                if !walk.isAtEnd { begin() }
            }
            return walk
        }
        return try await read { connection in
            var walk = walk
            return try walk.finish(on: connection)
        }
    }
}

extension Lanes where Resource: ReadingConnection {
    /// Walks every chain, and lets the connections go.
    ///
    /// - Throws: ``DatabaseFault``
    func walkingEveryChain(
        thenClosing close: @escaping @Sendable (Resource) -> Void
    ) async throws -> [(ID<Tenant>, ChainCheck)] {
        let checks: [(ID<Tenant>, ChainCheck)]
        do {
            checks = try await walkEveryChain()
        } catch {
            await retire(close)
            throw error
        }
        await retire(close)
        return checks
    }
}
