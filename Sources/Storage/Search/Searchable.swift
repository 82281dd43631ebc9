/// A capability whose things can be found, for making the index anew from what the records say.
public protocol Searchable: Sendable {
    /// What sorts of things it puts there.
    var searchKinds: [SearchDocument.Kind] { get }

    /// Hands over everything of a partnership that can be found, one at a time.
    func eachSearchDocument(in db: Reading, _ body: (SearchDocument) throws -> Void) throws
}

extension Database {
    /// Makes the partnership's index anew, all of it in one transaction.
    ///
    /// - Parameter always: whether to do it whatever the index looks like. Otherwise only where it was made by another
    ///   version of the rules, or before one of the kinds could be found.
    /// - Returns: how many documents there are now; nil where there was nothing to do.
    /// - Throws: ``DatabaseFault``, or what a capability throws.
    @discardableResult
    public func makeSearchable(
        _ capabilities: [any Searchable], entry: Entry, always: Bool = false
    ) async throws -> Int? {
        let form = SearchForm(capabilities).description
        let known = try await read { db in try db.searchForm() }
        guard always || known != form else { return nil }
        return try await write(entry) { db in
            try db.unindexAll()
            var count = 0
            for capability in capabilities {
                try capability.eachSearchDocument(in: db) { document in
                    try db.index(document)
                    count += 1
                }
            }
            try db.run(
                """
                INSERT INTO search_form (partnership, form) VALUES (\(db.partnership), \(form))
                ON CONFLICT (partnership) DO UPDATE SET form = excluded.form
                """)
            return count
        }
    }
}

extension Reading {
    fileprivate func searchForm() throws -> String? {
        try value("SELECT form FROM search_form WHERE partnership = \(partnership)")
    }
}

/// How an index was made: by which rules of folding, stemming and cutting, and of what kinds.
private struct SearchForm: CustomStringConvertible {
    /// Raise it when ``TextWords`` reads a text otherwise than before.
    private static let rules = 1

    let description: String

    init(_ capabilities: [any Searchable]) {
        let kinds = Set(capabilities.flatMap(\.searchKinds).map(\.description)).sorted()
        description = "\(Self.rules): \(kinds.joined(separator: ", "))"
    }
}

extension Act {
    /// The whole index, from the records.
    public static let searchMadeAnew = Act("search made anew", "What can be found was gathered anew from the records.")
}
