import Storage

extension Migration {
    /// What stands in the register of decisions and in the forward plan, version by version, and what became of it.
    static let decisionRegister = Migration(
        "2026-11-27 decision register",
        [
            """
            CREATE TABLE register_version (
                partnership \(.id) NOT NULL,
                publication \(.id) NOT NULL,
                number \(.integer) NOT NULL,
                content \(.json) NOT NULL,
                PRIMARY KEY (publication, number),
                FOREIGN KEY (publication, number) REFERENCES publication_version (publication, number)
            )
            """,
            """
            CREATE TABLE register_event (
                partnership \(.id) NOT NULL,
                publication \(.id) NOT NULL REFERENCES publication (id),
                position \(.integer) NOT NULL CHECK (position > 0),
                kind \(.text) NOT NULL,
                on_day \(.date) NOT NULL,
                words \(.text) NOT NULL,
                names \(.json) NOT NULL,
                told_at \(.timestamp) NOT NULL,
                told_by \(.text) NOT NULL,
                PRIMARY KEY (publication, position)
            )
            """,
        ]
            + SQL.keeping("register_version", "A published version is never changed or removed.")
            + SQL.keeping("register_event", "What became of a decision is never changed or removed."))
}
