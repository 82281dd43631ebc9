import Storage

extension Migrations {
    /// The tables of this slice.
    public static let ofMinutes = Migrations(slice: "minutes", [.minutes, .actions])
}

extension Migration {
    /// Minutes as their deeds, one after the other, and what became of them. Nothing of it is ever changed.
    fileprivate static let minutes = Migration(
        "2026-11-27 minutes",
        [
            """
            CREATE TABLE minutes (
                meeting \(.id) PRIMARY KEY,
                partnership \(.id) NOT NULL,
                body \(.text) NOT NULL,
                title \(.text) NOT NULL,
                begun_at \(.timestamp) NOT NULL
            )
            """,
            """
            CREATE TABLE minutes_deed (
                partnership \(.id) NOT NULL,
                meeting \(.id) NOT NULL REFERENCES minutes (meeting),
                number \(.integer) NOT NULL CHECK (number > 0),
                once_key \(.text) NOT NULL,
                place \(.text) NOT NULL,
                deed \(.json) NOT NULL,
                written_by \(.text) NOT NULL,
                written_at \(.timestamp) NOT NULL,
                PRIMARY KEY (meeting, number),
                UNIQUE (meeting, once_key)
            )
            """,
            """
            CREATE TABLE minutes_circulation (
                partnership \(.id) NOT NULL,
                meeting \(.id) NOT NULL REFERENCES minutes (meeting),
                number \(.integer) NOT NULL CHECK (number > 0),
                up_to \(.integer) NOT NULL,
                circulated_by \(.text) NOT NULL,
                circulated_at \(.timestamp) NOT NULL,
                PRIMARY KEY (meeting, number)
            )
            """,
            """
            CREATE TABLE minutes_year (
                partnership \(.id) NOT NULL,
                body \(.text) NOT NULL,
                year \(.integer) NOT NULL,
                begins_on \(.date) NOT NULL,
                first_number \(.integer) NOT NULL CHECK (first_number > 0),
                entered_by \(.text) NOT NULL,
                entered_at \(.timestamp) NOT NULL,
                PRIMARY KEY (partnership, body, year)
            )
            """,
            """
            CREATE TABLE minute_number (
                partnership \(.id) NOT NULL,
                body \(.text) NOT NULL,
                year \(.integer) NOT NULL,
                number \(.integer) NOT NULL,
                meeting \(.id) NOT NULL REFERENCES minutes (meeting),
                item \(.text) NOT NULL,
                PRIMARY KEY (partnership, body, year, number),
                UNIQUE (meeting, item)
            )
            """,
            """
            CREATE TABLE minutes_correction (
                id \(.id) PRIMARY KEY,
                partnership \(.id) NOT NULL,
                meeting \(.id) NOT NULL REFERENCES minutes (meeting),
                item \(.text) NOT NULL,
                text \(.text) NOT NULL,
                proposed_by \(.text) NOT NULL,
                person \(.id) NOT NULL,
                proposed_at \(.timestamp) NOT NULL
            )
            """,
            "CREATE INDEX correction_of_minutes ON minutes_correction (partnership, meeting, proposed_at)",
            """
            CREATE TABLE minutes_correction_answer (
                partnership \(.id) NOT NULL,
                minutes_correction \(.id) PRIMARY KEY REFERENCES minutes_correction (id),
                is_accepted \(.boolean) NOT NULL,
                words \(.text) NOT NULL,
                answered_by \(.text) NOT NULL,
                answered_at \(.timestamp) NOT NULL
            )
            """,
            """
            CREATE TABLE minutes_confirmation (
                partnership \(.id) NOT NULL,
                meeting \(.id) PRIMARY KEY REFERENCES minutes (meeting),
                confirmed_at_meeting \(.id) NOT NULL,
                confirmed_on \(.date) NOT NULL,
                content \(.text) NOT NULL,
                content_hash \(.text) NOT NULL,
                entered_by \(.text) NOT NULL,
                entered_at \(.timestamp) NOT NULL
            )
            """,
        ] + SQL.keeping("minutes_deed", "What was written into minutes is never changed or removed.")
            + SQL.keeping("minutes_circulation", "That minutes were circulated is never changed or removed.")
            + SQL.keeping("minutes_year", "How a year is numbered is never changed or removed.")
            + SQL.keeping("minute_number", "A minute keeps its number, and no other is given it.")
            + SQL.keeping("minutes_correction", "A correction that was proposed is never changed or removed.")
            + SQL.keeping("minutes_correction_answer", "An answer that was given is never changed or removed.")
            + SQL.keeping("minutes_confirmation", "Confirmed minutes are never changed or removed."))

    /// What became of actions, beside the minutes that set them.
    fileprivate static let actions = Migration(
        "2026-11-27 actions of minutes",
        [
            """
            CREATE TABLE minutes_action_state (
                partnership \(.id) NOT NULL,
                meeting \(.id) NOT NULL REFERENCES minutes (meeting),
                action \(.text) NOT NULL,
                number \(.integer) NOT NULL CHECK (number > 0),
                is_done \(.boolean) NOT NULL,
                words \(.text) NOT NULL,
                entered_by \(.text) NOT NULL,
                entered_at \(.timestamp) NOT NULL,
                PRIMARY KEY (meeting, action, number)
            )
            """
        ] + SQL.keeping("minutes_action_state", "What was said of an action is never changed or removed."))
}
