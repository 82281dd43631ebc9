/// How each engine looks words up: one type with two bodies, FTS5 on SQLite and `tsvector` on PostgreSQL.
///
/// Both are given words that are folded and stemmed already, so both find the same. What comes first need not be the
/// same, but a word in a title is worth more than any in a text; then it counts how often words stand there, and how near
/// to each other. How rare a word is counts nothing: that would tell of documents that the reader may not see (S44).
struct SearchIndex {
    let words: SearchWords

    /// The documents, where they can be asked for words. SQLite keeps the order of a CROSS JOIN: otherwise it would ask the
    /// index anew for each document of the partnership.
    let documents: SQL = .dialects(
        sqlite: "search_index CROSS JOIN search_document ON search_document.rowid = search_index.rowid",
        postgreSQL: "search_document")

    var isFound: SQL {
        let (sqlite, postgreSQL) = (forSQLite, forPostgreSQL())
        return .dialects(
            sqlite: "search_index MATCH \(sqlite)", postgreSQL: "vector @@ CAST(\(postgreSQL) AS tsquery)")
    }

    /// The best first; what is as good as another, always in the same order.
    var order: SQL {
        let (query, titles) = (forPostgreSQL(), SQL.titles(words.terms))
        let isLastTwice = if case .beginning? = words.terms.last { 1 } else { 0 }
        return .dialects(
            sqlite: "nearness(search_index, \(isLastTwice)) DESC, search_document.title_spelt, kind, subject",
            postgreSQL: """
                \(titles) DESC, ts_rank(vector, CAST(\(query) AS tsquery), 1) DESC,
                title_spelt COLLATE "C", kind COLLATE "C", subject COLLATE "C"
                """)
    }

    /// As FTS5 reads it. No word has anything in it but letters and digits.
    private var forSQLite: String {
        words.terms.map { term in
            switch term {
            case .word(let stem): "({title_words text_words} : \"\(stem)\")"
            case .beginning(let stem, let spelt):
                "(({title_words text_words} : \"\(stem)\") OR ({title_spelt text_spelt} : \"\(spelt)\" *))"
            case .phrase(let words): "({title_spelt text_spelt} : \"\(words.joined(separator: " "))\")"
            }
        }.joined(separator: " AND ")
    }

    private func forPostgreSQL() -> String {
        words.terms.map { $0.forPostgreSQL() }.joined(separator: " & ")
    }
}

// MARK: Keeping it in step

extension SearchIndex {
    /// Takes documents that were put in the records into the index. PostgreSQL does so by itself. SQLite could by a
    /// trigger, if only we trusted what a file of records brings along (`trusted_schema`).
    static func add(_ condition: SQL, on connection: any Connection) throws {
        guard connection.dialect == .sqlite else { return }
        _ = try connection.run(
            """
            INSERT INTO search_index (rowid, title_words, text_words, title_spelt, text_spelt)
            SELECT rowid, title_words, text_words, title_spelt, text_spelt FROM search_document WHERE \(condition)
            """)
    }

    /// Takes documents out of the index that are about to be taken out of the records.
    static func remove(_ condition: SQL, on connection: any Connection) throws {
        guard connection.dialect == .sqlite else { return }
        _ = try connection.run(
            """
            INSERT INTO search_index (search_index, rowid, title_words, text_words, title_spelt, text_spelt)
            SELECT 'delete', rowid, title_words, text_words, title_spelt, text_spelt FROM search_document
            WHERE \(condition)
            """)
    }

    /// Makes the index of records that were copied here.
    static func fill(on connection: any Connection) throws {
        guard connection.dialect == .sqlite else { return }
        _ = try connection.run("INSERT INTO search_index (search_index) VALUES ('rebuild')")
    }
}

// MARK: Asking

extension SearchWords.Term {
    /// As a `tsquery`. Words as they are spelt have a mark before them: see `search_vector`.
    ///
    /// - Parameter weight: “A” for titles alone.
    fileprivate func forPostgreSQL(_ weight: String = "") -> String {
        let suffix = weight.isEmpty ? "" : ":\(weight)"
        return switch self {
        case .word(let stem): "'\(stem)'\(suffix)"
        case .beginning(let stem, let spelt): "('\(stem)'\(suffix) | '=\(spelt)':*\(weight))"
        case .phrase(let words): "(\(words.map { "'=\($0)'\(suffix)" }.joined(separator: " <-> ")))"
        }
    }
}

extension SQL {
    /// How many of the terms are in a title, on PostgreSQL.
    fileprivate static func titles(_ terms: [SearchWords.Term]) -> SQL {
        terms.map { term -> SQL in
            "CAST(vector @@ CAST(\(term.forPostgreSQL("A")) AS tsquery) AS INTEGER)"
        }.joined(by: " + ")
    }
}
