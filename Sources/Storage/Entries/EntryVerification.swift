/// What came of walking a chain of entries.
public enum ChainCheck: Sendable, Hashable {
    /// Every entry is as it was written. `head` is the last one's hash, to compare with a copy kept elsewhere: a chain
    /// that was rewritten as a whole is whole.
    case whole(entries: Int, head: [UInt8])
    /// The first entry, by number, that is not as it was written, and what is wrong with it.
    case broken(entry: Int, String)
}

extension Database {
    /// Walks the partnership's chain of entries from the first to the last, a thousand at a time.
    ///
    /// - Throws: ``DatabaseFault``
    public func verifyEntries() async throws -> ChainCheck {
        var walk = ChainWalk(partnership: partnership)
        while true {
            let last = walk
            walk = try await read { db in
                var walk = last
                try walk.advance(db)
                return walk
            }
            if let check = walk.check { return check }
        }
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
        let partnerships = try await read(ChainWalk.partnerships)
        var checks: [ID<Tenant>: ChainCheck] = [:]
        for partnership in partnerships {
            checks[partnership] = try await opened(for: partnership).verifyEntries()
        }
        return checks
    }
}

/// How far a walk along a chain has come.
struct ChainWalk: Sendable {
    let partnership: ID<Tenant>
    private var number = 0
    private var hash = EntryChain.beginning
    private(set) var check: ChainCheck?

    private static let stride = 1_000

    init(partnership: ID<Tenant>) {
        self.partnership = partnership
    }

    /// Whose chains there are.
    @Sendable
    static func partnerships(in db: Reading) throws -> [ID<Tenant>] {
        try db.rows("SELECT partnership FROM entry UNION SELECT partnership FROM entry_head ORDER BY partnership")
            .map { try $0("partnership") }
    }

    /// Walks every chain at one moment, by partnership.
    static func everyChain(in db: Reading) throws -> [(ID<Tenant>, ChainCheck)] {
        try partnerships(in: db).map { partnership in
            var walk = ChainWalk(partnership: partnership)
            while true {
                try walk.advance(db)
                if let check = walk.check { return (partnership, check) }
            }
        }
    }

    mutating func advance(_ db: Reading) throws {
        let rows = try db.rows(
            """
            \(EntryChain.columns) WHERE entry.partnership = \(partnership) AND entry.number > \(number)
            ORDER BY entry.number LIMIT \(Self.stride)
            """)
        for row in rows where check == nil {
            step(row)
        }
        if check == nil, rows.count < Self.stride { try finish(db) }
    }

    private mutating func step(_ row: Row) {
        let expected = number + 1
        do {
            let found: Int = try row("number")
            guard found == expected else { return broken(expected, "it is missing; the next is entry \(found)") }
            let salt: Value = try row("salt")
            guard salt != .null else { return broken(expected, "its names, reasons and values are missing") }
            let entry = try KeptEntry(row)
            guard entry.detail.hash == entry.detailHash else {
                return broken(expected, "its names, reasons or values were altered")
            }
            guard entry.expectedHash(in: partnership, after: hash) == entry.hash else {
                return broken(expected, "it was altered, or is not in its place")
            }
            (number, hash) = (found, entry.hash)
        } catch {
            broken(expected, "it can’t be read. \(error)")
        }
    }

    /// After the last entry: it has to be the one that was written last, or the end of the chain was cut off.
    private mutating func finish(_ db: Reading) throws {
        guard let row = try db.row("SELECT number, hash FROM entry_head WHERE partnership = \(partnership)") else {
            return number == 0 ? check = .whole(entries: 0, head: hash) : broken(number, "the chain’s head is missing")
        }
        let lastNumber: Value = try row("number")
        let lastHash: Value = try row("hash")
        if lastNumber == .integer(Int64(number)), lastHash == .bytes(hash) {
            check = .whole(entries: number, head: hash)
        } else if case .integer(let last) = lastNumber, last > number {
            broken(number + 1, "it is missing, with all after it up to entry \(last)")
        } else {
            broken(max(number, 1), "it is the last entry, and the chain’s head does not match it")
        }
    }

    private mutating func broken(_ entry: Int, _ what: String) {
        check = .broken(entry: entry, what)
    }
}
