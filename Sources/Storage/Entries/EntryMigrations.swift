extension Migrations {
    /// The tables of this module. They come before every slice's.
    static let ofStorage = Migrations(
        slice: "storage",
        [
            Migration(
                "2026-11-22 entries",
                [entryTable, detailTable, headTable]
                    + SQL.keeping("entry", "Entries are never changed or removed.")
                    + SQL.keeping("entry_detail", "Entries are never changed or removed.")),
            Migration(
                "2026-11-24 kept results",
                [
                    """
                    CREATE TABLE kept_result (
                        partnership \(.id) NOT NULL,
                        key \(.bytes) NOT NULL,
                        result \(.json) NOT NULL,
                        kept_at \(.timestamp) NOT NULL,
                        PRIMARY KEY (partnership, key)
                    )
                    """
                ]),
            Migration("2026-11-24 jobs", [jobTable, "CREATE INDEX job_due ON job (state, due_at)"]),
            Migration("2026-11-24 search", ofSearch),
            Migration(
                "2026-11-24 tallies",
                [
                    """
                    CREATE TABLE tally (
                        partnership \(.id) NOT NULL,
                        key \(.bytes) NOT NULL,
                        count \(.integer) NOT NULL,
                        last_at \(.timestamp) NOT NULL,
                        PRIMARY KEY (partnership, key)
                    )
                    """,
                    "CREATE INDEX tally_by_time ON tally (last_at)",
                ]),
            Migration("2026-11-26 finding entries", findingEntries),
        ])

    /// Each index is in the order of the chain within what it begins with, so that the newest of anything are found
    /// without looking at the rest: see ``EntryQuestion``.
    private static let findingEntries: [SQL] = [
        "CREATE INDEX entry_by_act ON entry (partnership, act, subject_kind, number)",
        "CREATE INDEX entry_by_actor ON entry (partnership, actor_kind, actor_address, number)",
        "CREATE INDEX entry_by_subject ON entry (partnership, subject_kind, subject_address, number)",
        "CREATE INDEX entry_by_time ON entry (partnership, at, number)",
        "CREATE INDEX entry_refused ON entry (partnership, number) WHERE outcome = 'refused'",
    ]

    private static let jobTable: SQL = """
        CREATE TABLE job (
            id \(.id) PRIMARY KEY,
            partnership \(.id) NOT NULL,
            kind \(.text) NOT NULL,
            name \(.text) NOT NULL,
            due_at \(.timestamp) NOT NULL,
            state \(.text) NOT NULL CHECK (state IN ('waiting', 'done', 'failed')),
            attempts \(.integer) NOT NULL,
            lease \(.bytes),
            leased_until \(.timestamp),
            ended_at \(.timestamp),
            problem \(.text),
            UNIQUE (partnership, kind, name)
        )
        """

    private static let entryTable: SQL = """
        CREATE TABLE entry (
            partnership \(.id) NOT NULL,
            number \(.integer) NOT NULL CHECK (number > 0),
            at \(.timestamp) NOT NULL,
            act \(.text) NOT NULL,
            subject_kind \(.text) NOT NULL,
            subject_address \(.text) NOT NULL,
            actor_kind \(.text) NOT NULL CHECK (actor_kind IN ('member', 'job', 'command line')),
            actor_address \(.text) NOT NULL,
            outcome \(.text) NOT NULL CHECK (outcome IN ('done', 'refused')),
            detail_hash \(.bytes) NOT NULL,
            hash \(.bytes) NOT NULL,
            PRIMARY KEY (partnership, number)
        )
        """

    private static let detailTable: SQL = """
        CREATE TABLE entry_detail (
            partnership \(.id) NOT NULL,
            number \(.integer) NOT NULL,
            salt \(.bytes) NOT NULL,
            actor_name \(.text) NOT NULL,
            why \(.text),
            changes \(.text) NOT NULL,
            refusal \(.text),
            PRIMARY KEY (partnership, number),
            FOREIGN KEY (partnership, number) REFERENCES entry (partnership, number)
        )
        """

    /// Where each chain ends: without it, entries cut off the end would not be missed.
    private static let headTable: SQL = """
        CREATE TABLE entry_head (
            partnership \(.id) NOT NULL PRIMARY KEY,
            number \(.integer) NOT NULL,
            hash \(.bytes) NOT NULL
        )
        """
}
