/// What was published, as anybody finds it: nothing that is for members is even looked at.
extension Database {
    /// Something that was found, before its words are read.
    public struct FoundSubject: Hashable, Sendable {
        public let kind: SearchDocument.Kind
        /// What it is called among those of its kind.
        public let subject: String
    }

    /// Everything published in which the words are, the best first, and no more than so many.
    ///
    /// - Throws: ``DatabaseFault``, ``RowFault``
    public func searchForEverybody(_ words: SearchWords, most: Int) async throws -> [FoundSubject] {
        guard !words.isEmpty else { return [] }
        let index = SearchIndex(words: words)
        return try await read { db in
            try db.rows(
                """
                SELECT kind, subject FROM \(index.documents)
                WHERE \(index.isFound) AND search_document.partnership = \(db.partnership)
                    AND audience = \(SearchAudience.everybody)
                ORDER BY \(index.order) LIMIT \(most)
                """
            ).map { row in try FoundSubject(kind: row("kind"), subject: row("subject")) }
        }
    }

    /// Some of them with their words, in the same order.
    ///
    /// - Throws: ``DatabaseFault``, ``RowFault``
    public func results(_ words: SearchWords, of found: [FoundSubject]) async throws -> [SearchResult] {
        try await read { db in
            try found.compactMap { one in
                try db.row(
                    """
                    SELECT title, text FROM search_document
                    WHERE partnership = \(db.partnership) AND kind = \(one.kind) AND subject = \(one.subject)
                        AND audience = \(SearchAudience.everybody)
                    """
                ).map { row in
                    try SearchResult(
                        kind: one.kind, subject: one.subject, heading: row("title"), text: row("text"), words: words)
                }
            }
        }
    }
}

extension Writing {
    /// Lets a thing be found no more.
    ///
    /// - Parameter subject: what it is called among those of its kind.
    /// - Throws: ``DatabaseFault``
    public func unindex(_ kind: SearchDocument.Kind, called subject: String) throws {
        try unindex(kind, subject: subject)
    }
}
