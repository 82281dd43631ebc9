import Storage

extension Migration {
    /// Bodies as everybody is told of them, how their members are called in addresses, and what versions say as data.
    static let committeesAsData = Migration(
        "2026-11-27 committees as data",
        [
            """
            CREATE TABLE published_body (
                partnership \(.id) NOT NULL,
                body \(.text) NOT NULL,
                number \(.integer) NOT NULL CHECK (number > 0),
                content \(.json) NOT NULL,
                published_at \(.timestamp) NOT NULL,
                published_by \(.text) NOT NULL,
                PRIMARY KEY (partnership, body, number)
            )
            """,
            """
            CREATE TABLE published_person (
                partnership \(.id) NOT NULL,
                person \(.text) NOT NULL,
                slug \(.text) NOT NULL,
                PRIMARY KEY (partnership, person),
                UNIQUE (partnership, slug)
            )
            """,
            """
            CREATE TABLE publication_record (
                partnership \(.id) NOT NULL,
                publication \(.id) NOT NULL,
                number \(.integer) NOT NULL,
                content \(.json) NOT NULL,
                PRIMARY KEY (publication, number),
                FOREIGN KEY (publication, number) REFERENCES publication_version (publication, number)
            )
            """,
            """
            CREATE TABLE publication_text (
                partnership \(.id) NOT NULL,
                publication \(.id) NOT NULL,
                number \(.integer) NOT NULL,
                name \(.text) NOT NULL,
                content \(.text) NOT NULL,
                PRIMARY KEY (publication, number, name),
                FOREIGN KEY (publication, number) REFERENCES publication_version (publication, number)
            )
            """,
        ]
            + SQL.keeping("published_body", "What everybody was told of a body is never changed or removed.")
            + SQL.keeping("published_person", "An address that led to somebody once leads to nobody else.")
            + SQL.keeping("publication_record", "A published version is never changed or removed.")
            + SQL.keeping("publication_text", "A published version is never changed or removed."))
}
