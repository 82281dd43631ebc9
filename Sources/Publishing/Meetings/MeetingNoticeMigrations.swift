import Storage

extension Migration {
    /// What everybody was told of meetings, how bodies and meetings are called in addresses, and which publications belong
    /// to which.
    static let announcedMeetings = Migration(
        "2026-11-27 announced meetings",
        [
            """
            CREATE TABLE meeting_body (
                partnership \(.id) NOT NULL,
                body \(.text) NOT NULL,
                slug \(.text) NOT NULL,
                PRIMARY KEY (partnership, body),
                UNIQUE (partnership, slug)
            )
            """,
            """
            CREATE TABLE meeting_address (
                partnership \(.id) NOT NULL,
                body \(.text) NOT NULL,
                step \(.text) NOT NULL,
                day \(.date) NOT NULL,
                meeting \(.id) NOT NULL,
                PRIMARY KEY (partnership, body, step)
            )
            """,
            """
            CREATE TABLE meeting_notice (
                partnership \(.id) NOT NULL,
                meeting \(.id) NOT NULL,
                number \(.integer) NOT NULL CHECK (number > 0),
                body \(.text) NOT NULL,
                body_name \(.text) NOT NULL,
                step \(.text) NOT NULL,
                kind \(.text) NOT NULL,
                day \(.date) NOT NULL,
                starts_at \(.text) NOT NULL,
                ends_at \(.text),
                place \(.text) NOT NULL,
                joining \(.text) NOT NULL,
                contact_name \(.text) NOT NULL,
                contact_telephone \(.text) NOT NULL,
                contact_email \(.text) NOT NULL,
                note \(.text) NOT NULL,
                state \(.text) NOT NULL,
                why \(.text) NOT NULL,
                announced_at \(.timestamp) NOT NULL,
                announced_by \(.text) NOT NULL,
                PRIMARY KEY (meeting, number)
            )
            """,
            "CREATE INDEX meeting_notice_by_day ON meeting_notice (partnership, day)",
            """
            CREATE TABLE meeting_document (
                partnership \(.id) NOT NULL,
                meeting \(.id) NOT NULL,
                publication \(.id) NOT NULL REFERENCES publication (id),
                role \(.text) NOT NULL,
                attached_at \(.timestamp) NOT NULL,
                PRIMARY KEY (meeting, publication)
            )
            """,
        ]
            + SQL.keeping("meeting_notice", "What was announced of a meeting is never changed or removed.")
            + SQL.keeping("meeting_address", "An address that led to a meeting once leads to no other.")
            + SQL.keeping("meeting_document", "What was published for a meeting is never taken from it."))
}
