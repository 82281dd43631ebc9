import Storage

extension Migrations {
    /// The tables of this slice.
    public static let ofParticipation = Migrations(slice: "participation", [.submissions])
}

extension Migration {
    /// What the public brings before meetings. How to reach them stands in a table of its own, which nothing that is
    /// published is ever made from, and whose rows are taken away when their time is over.
    fileprivate static let submissions = Migration(
        "2026-11-27 submissions of the public",
        [
            """
            CREATE TABLE submission (
                id \(.id) PRIMARY KEY,
                partnership \(.id) NOT NULL,
                meeting \(.id) NOT NULL,
                kind \(.text) NOT NULL,
                shown_name \(.text),
                shown_place \(.text) NOT NULL,
                received_on \(.date) NOT NULL,
                received_at \(.text),
                subject \(.text) NOT NULL,
                words \(.text) NOT NULL,
                put_to \(.text) NOT NULL,
                signatures \(.integer),
                standing \(.text) NOT NULL,
                standing_why \(.text) NOT NULL,
                answer_way \(.text),
                answered_by \(.text),
                answered_on \(.date),
                answer \(.text),
                agenda_key \(.text),
                entered_by \(.text) NOT NULL,
                entered_at \(.timestamp) NOT NULL,
                revision \(.integer) NOT NULL CHECK (revision > 0)
            )
            """,
            "CREATE INDEX submission_of_meeting ON submission (partnership, meeting, received_on)",
            """
            CREATE TABLE submission_contact (
                submission \(.id) PRIMARY KEY REFERENCES submission (id),
                partnership \(.id) NOT NULL,
                name \(.text) NOT NULL,
                address \(.text) NOT NULL,
                email \(.text) NOT NULL,
                telephone \(.text) NOT NULL,
                kept_until \(.date) NOT NULL
            )
            """,
            "CREATE INDEX submission_contact_kept ON submission_contact (partnership, kept_until)",
        ])
}
