import Storage

extension Migration {
    /// The short links of publications.
    static let shortLinks = Migration(
        "2026-11-27 short links",
        [
            """
            CREATE TABLE publication_code (
                partnership \(.id) NOT NULL,
                code \(.text) NOT NULL,
                publication \(.id) NOT NULL UNIQUE REFERENCES publication (id),
                PRIMARY KEY (partnership, code)
            )
            """
        ] + SQL.keeping("publication_code", "A short link that was printed leads where it led for good."))
}
