import Storage

extension Migrations {
    /// The tables of this module.
    public static let ofNotices = Migrations(
        slice: "notices",
        [
            Migration(
                "2026-11-24 letters",
                [
                    // A letter waits here, and is taken away when it was sent or given up.
                    """
                    CREATE TABLE letter (
                        id \(.id) PRIMARY KEY,
                        partnership \(.id) NOT NULL,
                        recipient \(.text) NOT NULL,
                        subject \(.text) NOT NULL,
                        text \(.text) NOT NULL
                    )
                    """
                ]),
            Migration("2026-11-24 notices", notices),
        ])

    private static let notices: [SQL] = [
        """
        CREATE TABLE personal_notice (
            id \(.id) PRIMARY KEY,
            partnership \(.id) NOT NULL,
            person \(.id) NOT NULL,
            title \(.text) NOT NULL,
            address \(.text) NOT NULL,
            why \(.text) NOT NULL,
            told_at \(.timestamp) NOT NULL,
            read_at \(.timestamp),
            mailed_at \(.timestamp)
        )
        """,
        "CREATE INDEX personal_notice_by_person ON personal_notice (partnership, person, told_at)",
        """
        CREATE INDEX personal_notice_new ON personal_notice (partnership, person)
        WHERE read_at IS NULL AND mailed_at IS NULL
        """,
        """
        CREATE TABLE notice_choice (
            partnership \(.id) NOT NULL,
            person \(.id) NOT NULL,
            choice \(.text) NOT NULL CHECK (choice IN ('at once', 'daily', 'on page')),
            PRIMARY KEY (partnership, person)
        )
        """,
    ]
}
