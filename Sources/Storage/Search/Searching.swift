extension Reading {
    /// What somebody may find of what they look for, the best first. What is not for them is not there: it is neither
    /// found, nor counted, nor does it change the order of the rest (S44).
    ///
    /// - Parameters:
    ///   - audiences: whose member the reader is.
    ///   - day: today: what has ended by then is found no more.
    ///   - kind: the one kind that is wanted, if it is one. Others are counted all the same.
    ///   - range: which of what is found is wanted, counted from 0.
    /// - Throws: ``DatabaseFault``, ``RowFault``
    public func search(
        _ words: SearchWords, for audiences: Set<SearchAudience>, on day: Day, kind: SearchDocument.Kind? = nil,
        _ range: Range<Int> = 0..<20
    ) throws -> SearchResults {
        guard !words.isEmpty else { return SearchResults(found: [], counts: [:]) }
        let index = SearchIndex(words: words)
        let isSeen = SQL.all(of: [
            index.isFound, "search_document.partnership = \(partnership)",
            "audience IS NULL OR audience IN \(audiences.sorted { $0.description < $1.description })",
            "ends_on IS NULL OR ends_on > \(day)",
        ])
        let counted = try rows("SELECT kind, count(*) AS number FROM \(index.documents) WHERE \(isSeen) GROUP BY kind")
            .map { row in (try row("kind") as SearchDocument.Kind, try row("number") as Int) }
        let isWanted: SQL = kind.map { "kind = \($0)" } ?? "TRUE"
        let found = try rows(
            """
            SELECT kind, subject, title, text FROM \(index.documents) WHERE \(isSeen) AND \(isWanted)
            ORDER BY \(index.order) LIMIT \(range.count) OFFSET \(range.lowerBound)
            """
        ).map { row in
            try SearchResult(
                kind: row("kind"), subject: row("subject"), heading: row("title"), text: row("text"), words: words)
        }
        return SearchResults(found: found, counts: Dictionary(counted) { $0 + $1 })
    }
}

extension Database {
    /// What somebody may find: ``Reading/search(_:for:on:kind:_:)`` by itself.
    ///
    /// - Throws: ``DatabaseFault``, ``RowFault``
    public func search(
        _ words: SearchWords, for audiences: Set<SearchAudience>, on day: Day, kind: SearchDocument.Kind? = nil,
        _ range: Range<Int> = 0..<20
    ) async throws -> SearchResults {
        try await read { db in try db.search(words, for: audiences, on: day, kind: kind, range) }
    }
}

/// What was found.
public struct SearchResults: Sendable {
    /// Those that were asked for, the best first.
    public let found: [SearchResult]
    /// How many there are of each kind.
    public let counts: [SearchDocument.Kind: Int]

    public var total: Int { counts.values.reduce(0, +) }
}

/// One thing that was found. Its words are marked when they are asked for, so that no connection waits for it.
public struct SearchResult: Sendable {
    public let kind: SearchDocument.Kind
    /// Its identifier among those of its kind.
    public let subject: String
    private let heading: String
    private let text: String
    private let words: SearchWords

    init(kind: SearchDocument.Kind, subject: String, heading: String, text: String, words: SearchWords) {
        (self.kind, self.subject, self.heading, self.text, self.words) = (kind, subject, heading, text, words)
    }

    public var title: MarkedText { MarkedText(heading, finding: words) }

    /// The part of its text where most of the words are; its beginning, where none is in it.
    public var extract: MarkedText { MarkedText(extractOf: text, finding: words) }
}
