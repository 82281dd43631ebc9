import Storage

extension Migrations {
    /// The tables of this slice.
    public static let ofMeetings = Migrations(
        slice: "meetings", [.meetings, .agendas, .arising, .privateNotices, .publicTerms, .reviews, .combinedPacks])
}

extension Migration {
    /// Meetings, the rules they are under, and days set for them. States, rules and overrides are never changed: a later
    /// word stands beside the earlier ones.
    fileprivate static let meetings = Migration(
        "2026-11-27 meetings",
        [
            """
            CREATE TABLE meeting (
                id \(.id) PRIMARY KEY,
                partnership \(.id) NOT NULL,
                body \(.id) NOT NULL
            )
            """,
            "CREATE INDEX meeting_of_body ON meeting (partnership, body)",
            """
            CREATE TABLE meeting_state (
                partnership \(.id) NOT NULL,
                meeting \(.id) NOT NULL REFERENCES meeting (id),
                number \(.integer) NOT NULL CHECK (number > 0),
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
                decides_budget \(.boolean) NOT NULL,
                called_off \(.text),
                is_announced \(.boolean) NOT NULL,
                entered_by \(.text) NOT NULL,
                entered_at \(.timestamp) NOT NULL,
                PRIMARY KEY (meeting, number)
            )
            """,
            """
            CREATE TABLE meeting_rules (
                partnership \(.id) NOT NULL,
                body \(.id) NOT NULL,
                number \(.integer) NOT NULL CHECK (number > 0),
                from_day \(.date) NOT NULL,
                is_open \(.boolean) NOT NULL,
                clear_days \(.integer) NOT NULL,
                counting \(.text) NOT NULL,
                cutoff \(.text),
                finals_days \(.integer) NOT NULL,
                notice_days \(.integer),
                call_in_days \(.integer),
                quorum_one_in \(.integer) NOT NULL,
                quorum_least \(.integer) NOT NULL,
                allows_substitutes \(.boolean) NOT NULL,
                source \(.text) NOT NULL,
                entered_by \(.text) NOT NULL,
                entered_at \(.timestamp) NOT NULL,
                PRIMARY KEY (body, number)
            )
            """,
            """
            CREATE TABLE deadline_override (
                partnership \(.id) NOT NULL,
                meeting \(.id) NOT NULL REFERENCES meeting (id),
                number \(.integer) NOT NULL CHECK (number > 0),
                deadline \(.text) NOT NULL,
                day \(.date),
                why \(.text) NOT NULL,
                entered_by \(.text) NOT NULL,
                entered_at \(.timestamp) NOT NULL,
                PRIMARY KEY (meeting, number)
            )
            """,
            """
            CREATE TABLE office_closure (
                id \(.id) PRIMARY KEY,
                partnership \(.id) NOT NULL,
                day \(.date) NOT NULL,
                reason \(.text) NOT NULL,
                is_proclaimed \(.boolean) NOT NULL
            )
            """,
        ] + SQL.keeping("meeting_state", "How a meeting stood is never changed or removed.")
            + SQL.keeping("meeting_rules", "Rules that were set are never changed or removed.")
            + SQL.keeping("deadline_override", "A day that was set is never changed or removed."))

    /// What is on agendas, and what was published of them.
    fileprivate static let agendas = Migration(
        "2026-11-27 agendas",
        [
            """
            CREATE TABLE agenda_item (
                id \(.id) PRIMARY KEY,
                partnership \(.id) NOT NULL,
                meeting \(.id) NOT NULL REFERENCES meeting (id),
                position \(.integer) NOT NULL,
                number \(.integer),
                kind \(.text) NOT NULL,
                title \(.text) NOT NULL,
                text \(.text) NOT NULL,
                withholding \(.text) NOT NULL,
                paragraphs \(.json) NOT NULL,
                reasoning \(.text) NOT NULL,
                withheld_until \(.date),
                late_reason \(.text) NOT NULL,
                is_taken_off \(.boolean) NOT NULL,
                revision \(.integer) NOT NULL
            )
            """,
            "CREATE INDEX item_on_agenda ON agenda_item (partnership, meeting, position)",
            """
            CREATE TABLE agenda_paper (
                id \(.id) PRIMARY KEY,
                partnership \(.id) NOT NULL,
                agenda_item \(.id) NOT NULL REFERENCES agenda_item (id),
                position \(.integer) NOT NULL,
                title \(.text) NOT NULL,
                text \(.text),
                report \(.text),
                report_version \(.integer),
                sha256 \(.text),
                file_name \(.text),
                pages \(.integer),
                description \(.text),
                replaces \(.id) REFERENCES agenda_paper (id),
                is_taken_off \(.boolean) NOT NULL,
                added_by \(.text) NOT NULL,
                added_at \(.timestamp) NOT NULL
            )
            """,
            "CREATE INDEX paper_of_item ON agenda_paper (partnership, agenda_item, position)",
            """
            CREATE TABLE agenda_edition (
                partnership \(.id) NOT NULL,
                meeting \(.id) NOT NULL REFERENCES meeting (id),
                number \(.integer) NOT NULL CHECK (number > 0),
                published_at \(.timestamp) NOT NULL,
                published_by \(.text) NOT NULL,
                contents \(.json) NOT NULL,
                changes \(.json) NOT NULL,
                pack_sha256 \(.text) NOT NULL,
                members_pack_sha256 \(.text),
                PRIMARY KEY (meeting, number)
            )
            """,
        ] + SQL.keeping("agenda_edition", "What was published is never changed or removed."))

    /// Which notice in the forward plan told that an item is taken in private.
    fileprivate static let privateNotices = Migration(
        "2026-11-27 private notices",
        ["ALTER TABLE agenda_item ADD COLUMN private_notice \(.text) NOT NULL DEFAULT ''"])

    /// What came onto agendas because it waited for a meeting.
    fileprivate static let arising = Migration(
        "2026-11-27 what arises",
        [
            """
            CREATE TABLE agenda_arising (
                partnership \(.id) NOT NULL,
                meeting \(.id) NOT NULL REFERENCES meeting (id),
                key \(.text) NOT NULL,
                agenda_item \(.id) NOT NULL REFERENCES agenda_item (id),
                agenda_paper \(.id) REFERENCES agenda_paper (id),
                put_at \(.timestamp) NOT NULL,
                PRIMARY KEY (meeting, key)
            )
            """
        ] + SQL.keeping("agenda_arising", "That something came onto an agenda is never changed or removed."))

    /// What the public may bring before a body's meetings.
    fileprivate static let publicTerms = Migration(
        "2026-11-27 what the public may bring",
        [
            """
            CREATE TABLE meeting_public_terms (
                partnership \(.id) NOT NULL,
                body \(.id) NOT NULL,
                number \(.integer) NOT NULL CHECK (number > 0),
                from_day \(.date) NOT NULL,
                allowed \(.json) NOT NULL,
                counting \(.text) NOT NULL,
                cutoff \(.text),
                source \(.text) NOT NULL,
                entered_by \(.text) NOT NULL,
                entered_at \(.timestamp) NOT NULL,
                PRIMARY KEY (body, number)
            )
            """
        ] + SQL.keeping("meeting_public_terms", "What was said that the public may bring is never changed or removed."))

    /// What became of papers that are kept from the public, and whom it was told to.
    fileprivate static let reviews = Migration(
        "2026-11-27 reviews of what is kept back",
        [
            """
            CREATE TABLE agenda_review (
                partnership \(.id) NOT NULL,
                agenda_item \(.id) NOT NULL REFERENCES agenda_item (id),
                number \(.integer) NOT NULL CHECK (number > 0),
                until \(.date) NOT NULL,
                why \(.text) NOT NULL,
                entered_by \(.text) NOT NULL,
                entered_at \(.timestamp) NOT NULL,
                PRIMARY KEY (agenda_item, number)
            )
            """,
            """
            CREATE TABLE agenda_opening (
                partnership \(.id) NOT NULL,
                agenda_item \(.id) PRIMARY KEY REFERENCES agenda_item (id),
                publication_slug \(.text) NOT NULL,
                opened_on \(.date) NOT NULL,
                why \(.text) NOT NULL,
                opened_by \(.text) NOT NULL,
                opened_at \(.timestamp) NOT NULL
            )
            """,
            """
            CREATE TABLE agenda_review_reminder (
                partnership \(.id) NOT NULL,
                agenda_item \(.id) NOT NULL REFERENCES agenda_item (id),
                due_on \(.date) NOT NULL,
                reminded_at \(.timestamp) NOT NULL,
                PRIMARY KEY (agenda_item, due_on)
            )
            """,
        ]
            + SQL.keeping(
                "agenda_review", "What was said when something was looked at again is never changed or removed.")
            + SQL.keeping("agenda_opening", "That papers were opened is never changed or removed."))

    /// Packs of everything that was published, and where papers are in a pack for members.
    fileprivate static let combinedPacks = Migration(
        "2026-11-27 combined packs",
        [
            """
            CREATE TABLE agenda_combined_pack (
                partnership \(.id) NOT NULL,
                meeting \(.id) NOT NULL REFERENCES meeting (id),
                number \(.integer) NOT NULL CHECK (number > 0),
                up_to \(.integer) NOT NULL,
                made_by \(.text) NOT NULL,
                made_at \(.timestamp) NOT NULL,
                pack_sha256 \(.text) NOT NULL,
                members_pack_sha256 \(.text),
                PRIMARY KEY (meeting, number)
            )
            """,
            "ALTER TABLE agenda_edition ADD COLUMN members_pages \(.json)",
        ] + SQL.keeping("agenda_combined_pack", "A pack that was published is never changed or removed."))
}
