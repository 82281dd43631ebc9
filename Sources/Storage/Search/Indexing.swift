extension Writing {
    /// Lets a thing be found, in the same transaction as the deed that makes or changes it.
    ///
    /// - Throws: ``DatabaseFault``
    public func index(_ document: SearchDocument) throws {
        try unindex(document.kind, subject: document.subject)
        let title = IndexedText(document.title, most: IndexedText.longestTitle)
        let text = IndexedText(document.text, most: IndexedText.longestText)
        try run(
            """
            INSERT INTO search_document (
                partnership, kind, subject, audience, ends_on, title, text, title_words, text_words, title_spelt,
                text_spelt)
            VALUES (
                \(partnership), \(document.kind), \(document.subject), \(document.audience), \(document.endsOn),
                \(document.title), \(document.text), \(title.stems), \(text.stems), \(title.spelt), \(text.spelt))
            """)
        try SearchIndex.add(isOf(document.kind, document.subject), on: connection)
    }

    /// Lets a thing be found no more.
    ///
    /// - Throws: ``DatabaseFault``
    public func unindex<Subject>(_ kind: SearchDocument.Kind, _ subject: ID<Subject>) throws {
        try unindex(kind, subject: subject.description)
    }

    /// Lets nothing of the partnership be found any more.
    ///
    /// - Throws: ``DatabaseFault``
    func unindexAll() throws {
        try unindex("partnership = \(partnership)")
    }

    func unindex(_ kind: SearchDocument.Kind, subject: String) throws {
        try unindex(isOf(kind, subject))
    }

    private func unindex(_ condition: SQL) throws {
        try SearchIndex.remove(condition, on: connection)
        try run("DELETE FROM search_document WHERE \(condition)")
    }

    private func isOf(_ kind: SearchDocument.Kind, _ subject: String) -> SQL {
        "partnership = \(partnership) AND kind = \(kind) AND subject = \(subject)"
    }
}

/// The words of a title or a text as an index takes them in, with blanks between.
private struct IndexedText {
    let stems: String
    let spelt: String

    /// PostgreSQL knows 16,383 places in a document, and holds a megabyte of different words; titles and texts share both.
    static let (longestTitle, longestText) = (300, 16_000)
    private static let mostBytes = 400_000

    /// - Parameter most: how many words are taken in.
    init(_ text: String, most: Int) {
        var bytes = 0
        let words = TextWords(text, most: most).words.prefix { word in
            bytes += word.spelt.utf8.count
            return bytes <= Self.mostBytes
        }
        stems = words.map(\.stem).joined(separator: " ")
        spelt = words.map(\.spelt).joined(separator: " ")
    }
}
