import Storage

extension Migrations {
    /// Who broke the glass, and what they opened while it was broken.
    static let ofGlass: [SQL] = [
        // It outlives the session in which it was broken, and says when that ended.
        """
        CREATE TABLE broken_glass (
            id \(.id) PRIMARY KEY,
            partnership \(.id) NOT NULL,
            person \(.id) NOT NULL,
            session \(.id) NOT NULL,
            permission \(.text) NOT NULL,
            reason \(.text) NOT NULL,
            began_at \(.timestamp) NOT NULL,
            ends_at \(.timestamp) NOT NULL,
            ended_at \(.timestamp),
            ended_by \(.id),
            UNIQUE (partnership, id),
            FOREIGN KEY (partnership, person) REFERENCES membership (partnership, person)
        )
        """,
        "CREATE INDEX broken_glass_by_session ON broken_glass (session)",
        """
        CREATE TABLE glass_use (
            partnership \(.id) NOT NULL,
            glass \(.id) NOT NULL,
            address \(.text) NOT NULL,
            permission \(.text) NOT NULL,
            opened_at \(.timestamp) NOT NULL,
            PRIMARY KEY (partnership, glass, address),
            FOREIGN KEY (partnership, glass) REFERENCES broken_glass (partnership, id)
        )
        """,
    ]
}
