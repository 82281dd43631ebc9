extension Migrations {
    /// What can be found, and the index of it, which on PostgreSQL is made by the server and on SQLite by ``SearchIndex``.
    static let ofSearch: [SQL] = [
        .dialects(sqlite: "", postgreSQL: lexemes),
        .dialects(sqlite: "", postgreSQL: vector),
        .dialects(
            sqlite: documentTable(row: "rowid INTEGER PRIMARY KEY,"),
            postgreSQL: documentTable(
                row: """
                    vector tsvector GENERATED ALWAYS AS (
                        search_vector(title_words, text_words, title_spelt, text_spelt)) STORED,
                    """)),
        .dialects(
            sqlite: """
                CREATE VIRTUAL TABLE search_index USING fts5(
                    title_words, text_words, title_spelt, text_spelt, content='search_document',
                    content_rowid='rowid', tokenize='ascii', prefix='2 3')
                """,
            postgreSQL: "CREATE INDEX search_document_vector ON search_document USING gin (vector)"),
        "CREATE TABLE search_form (partnership \(.id) NOT NULL PRIMARY KEY, form \(.text) NOT NULL)",
    ]

    /// - Parameter row: what the engine keeps for its index.
    private static func documentTable(row: SQL) -> SQL {
        """
        CREATE TABLE search_document (
            \(row)
            partnership \(.id) NOT NULL,
            kind \(.text) NOT NULL,
            subject \(.text) NOT NULL,
            audience \(.text),
            ends_on \(.date),
            title \(.text) NOT NULL,
            text \(.text) NOT NULL,
            title_words \(.text) NOT NULL,
            text_words \(.text) NOT NULL,
            title_spelt \(.text) NOT NULL,
            text_spelt \(.text) NOT NULL,
            UNIQUE (partnership, kind, subject)
        )
        """
    }

    /// PostgreSQL's own parser would take words for numbers, hosts and paths: these are told apart already.
    private static let lexemes: SQL = """
        CREATE FUNCTION search_lexemes(words TEXT, mark TEXT, after INTEGER, weight TEXT) RETURNS TEXT
        LANGUAGE sql IMMUTABLE
        AS $$
            SELECT coalesce(string_agg(mark || word || ':' || CAST(place + after AS TEXT) || weight, ' '), '')
            FROM unnest(string_to_array(words, ' ')) WITH ORDINALITY AS listed (word, place)
        $$
        """

    /// Stems, and with a mark before them the words as they are spelt. Texts begin two places after the longest title, so
    /// that no phrase is found across the two.
    private static let vector: SQL = """
        CREATE FUNCTION search_vector(title_words TEXT, text_words TEXT, title_spelt TEXT, text_spelt TEXT)
        RETURNS tsvector LANGUAGE sql IMMUTABLE
        AS $$
            SELECT CAST(
                search_lexemes(title_words, '', 0, 'A') || ' ' || search_lexemes(text_words, '', 302, 'D') || ' '
                || search_lexemes(title_spelt, '=', 0, 'A') || ' ' || search_lexemes(text_spelt, '=', 302, 'D')
                AS tsvector)
        $$
        """
}
