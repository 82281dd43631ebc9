/// One partnership's chain of entries, each holding the hash of the one before.
struct EntryChain {
    let partnership: ID<Tenant>

    /// What the first entry holds in place of a hash before it.
    static let beginning = ChainHash.beginning.bytes

    init(of partnership: ID<Tenant>) {
        self.partnership = partnership
    }

    /// The number and hash of the last entry.
    struct Head: Equatable {
        var number = 0
        var hash = EntryChain.beginning
    }

    func append(
        _ entry: Entry, changes: [Entry.Change] = [], refused refusal: String? = nil, salt: [UInt8],
        to connection: any Connection
    ) throws {
        let head = try takeHead(connection)
        let detail = try EntryDetail(entry, changes: changes, refusal: refusal, salt: salt)
        let kept = KeptEntry(
            number: head.number + 1, entry: entry, detail: detail, in: self, after: head.hash)
        try connection.run(all: [
            """
            INSERT INTO entry (
                partnership, number, at, act, subject_kind, subject_address, actor_kind, actor_address, outcome,
                detail_hash, hash
            ) VALUES (
                \(partnership), \(kept.number), \(kept.at), \(kept.act), \(kept.subject.kind),
                \(kept.subject.address), \(kept.by.kind), \(kept.by.address), \(kept.outcome),
                \(kept.detailHash), \(kept.hash)
            )
            """,
            """
            INSERT INTO entry_detail (partnership, number, salt, actor_name, why, changes, refusal)
            VALUES (
                \(partnership), \(kept.number), \(kept.detail.salt), \(kept.detail.actorName), \(kept.why),
                \(kept.changes), \(kept.refusal)
            )
            """,
            "UPDATE entry_head SET number = \(kept.number), hash = \(kept.hash) WHERE partnership = \(partnership)",
        ])
    }

    /// The head, locked: writing to its row first makes writers of one partnership wait for one another, on an engine
    /// that has more than one.
    private func takeHead(_ connection: any Connection) throws -> Head {
        let start = Head()
        let rows = try connection.rows(
            """
            INSERT INTO entry_head (partnership, number, hash) VALUES (\(partnership), \(start.number), \(start.hash))
            ON CONFLICT (partnership) DO UPDATE SET number = entry_head.number
            RETURNING number, hash
            """)
        guard let row = rows.first else { return start }
        return Head(number: try row("number"), hash: try row("hash"))
    }
}

extension Reading {
    /// The partnership's entries, the newest first.
    ///
    /// - Parameters:
    ///   - limit: how many at most.
    ///   - number: only entries older than this one, for the next page of them.
    /// - Throws: ``DatabaseFault``, ``RowFault``
    public func entries(_ limit: Int, before number: Int? = nil) throws -> [KeptEntry] {
        try rows(
            """
            \(EntryChain.columns) WHERE entry.partnership = \(partnership) AND entry.number < \(number ?? .max)
            ORDER BY entry.number DESC LIMIT \(limit)
            """
        ).map(KeptEntry.init)
    }
}

extension EntryChain {
    static let columns: SQL = """
        SELECT entry.number, entry.at, entry.act, entry.subject_kind, entry.subject_address, entry.actor_kind,
            entry.actor_address, entry.outcome, entry.detail_hash, entry.hash,
            entry_detail.salt, entry_detail.actor_name, entry_detail.why, entry_detail.changes, entry_detail.refusal
        FROM entry
        LEFT JOIN entry_detail
            ON entry_detail.partnership = entry.partnership AND entry_detail.number = entry.number
        """
}
