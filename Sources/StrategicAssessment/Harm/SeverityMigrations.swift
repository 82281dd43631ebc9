import Storage

extension Migration {
    /// Published lists of severity, each version for good; and what a score that was entered by hand rests on.
    static let severity = Migration(
        "2026-11-27 severity lists",
        [
            """
            CREATE TABLE severity_list (
                partnership \(.id) NOT NULL,
                address \(.text) NOT NULL,
                version \(.integer) NOT NULL CHECK (version > 0),
                title \(.text) NOT NULL,
                publisher \(.text) NOT NULL,
                published_on \(.date) NOT NULL,
                link \(.text) NOT NULL,
                licence \(.text) NOT NULL,
                unit \(.text) NOT NULL,
                file \(.text) NOT NULL,
                weights \(.json) NOT NULL,
                entered_by \(.text) NOT NULL,
                entered_at \(.timestamp) NOT NULL,
                PRIMARY KEY (partnership, address, version)
            )
            """,
            "ALTER TABLE theme_score ADD COLUMN basis \(.json)",
        ] + SQL.keeping("severity_list", "A list that was imported is never changed or removed."))
}
