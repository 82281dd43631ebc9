import Storage

extension Migrations {
    /// The tables of this slice.
    public static let ofReports = Migrations(slice: "reports", [.reports, .clearance, .reportComments, .reportFiles])
}

extension Migration {
    /// What `report` says of itself besides its identity is worked out from its parts each time one is saved.
    fileprivate static let reports = Migration(
        "2026-11-27 reports",
        [
            """
            CREATE TABLE report (
                id \(.id) PRIMARY KEY,
                partnership \(.id) NOT NULL,
                title \(.text) NOT NULL,
                state \(.text) NOT NULL,
                addressed_to \(.id),
                newest \(.integer) NOT NULL,
                changed_at \(.timestamp) NOT NULL,
                begun_by \(.text) NOT NULL,
                begun_by_person \(.id),
                final_number \(.integer),
                final_title \(.text),
                final_is_open \(.boolean) NOT NULL
            )
            """,
            "CREATE INDEX report_of_partnership ON report (partnership, changed_at)",
            // A part is never changed: each saving is a version of its own, so nobody's words are lost.
            """
            CREATE TABLE report_part (
                partnership \(.id) NOT NULL,
                report \(.id) NOT NULL REFERENCES report (id),
                number \(.integer) NOT NULL CHECK (number > 0),
                place \(.text) NOT NULL,
                answers \(.json) NOT NULL,
                written_by \(.text) NOT NULL,
                written_at \(.timestamp) NOT NULL,
                PRIMARY KEY (report, number)
            )
            """,
            "CREATE INDEX report_part_by_place ON report_part (report, place, number)",
            """
            CREATE TABLE recommendation (
                id \(.id) PRIMARY KEY,
                partnership \(.id) NOT NULL,
                report \(.id) NOT NULL REFERENCES report (id)
            )
            """,
            // Who is named as an author, and to which bodies it goes: by these rows somebody may open it.
            """
            CREATE TABLE report_author (
                partnership \(.id) NOT NULL,
                report \(.id) NOT NULL REFERENCES report (id),
                person \(.id) NOT NULL,
                PRIMARY KEY (report, person)
            )
            """,
            """
            CREATE TABLE report_path (
                partnership \(.id) NOT NULL,
                report \(.id) NOT NULL REFERENCES report (id),
                body \(.id) NOT NULL,
                position \(.integer) NOT NULL,
                is_final \(.boolean) NOT NULL,
                PRIMARY KEY (report, is_final, position)
            )
            """,
            "CREATE INDEX report_path_of_body ON report_path (partnership, body)",
            """
            CREATE TABLE report_final (
                partnership \(.id) NOT NULL,
                report \(.id) NOT NULL REFERENCES report (id),
                number \(.integer) NOT NULL CHECK (number > 0),
                version \(.integer) NOT NULL,
                content \(.text) NOT NULL,
                hash \(.text) NOT NULL,
                changes \(.json) NOT NULL,
                finished_by \(.text) NOT NULL,
                finished_at \(.timestamp) NOT NULL,
                PRIMARY KEY (report, number)
            )
            """,
            """
            CREATE TABLE report_step (
                partnership \(.id) NOT NULL,
                report \(.id) NOT NULL REFERENCES report (id),
                number \(.integer) NOT NULL CHECK (number > 0),
                kind \(.text) NOT NULL,
                why \(.text) NOT NULL,
                made_by \(.text) NOT NULL,
                made_at \(.timestamp) NOT NULL,
                PRIMARY KEY (report, number)
            )
            """,
        ] + SQL.keeping("report_part", "What was written in a report is never changed or removed.")
            + SQL.keeping("recommendation", "A recommendation keeps its identity.")
            + SQL.keeping("report_final", "A final report is never changed or removed.")
            + SQL.keeping("report_step", "What became of a report is never changed or removed."))

    fileprivate static let clearance = Migration(
        "2026-11-27 clearance of reports",
        [
            """
            CREATE TABLE clearance_request (
                id \(.id) PRIMARY KEY,
                partnership \(.id) NOT NULL,
                report \(.id) NOT NULL REFERENCES report (id),
                number \(.integer) NOT NULL CHECK (number > 0),
                implication \(.text) NOT NULL,
                person \(.id) NOT NULL,
                name \(.text) NOT NULL,
                due_on \(.date) NOT NULL,
                asked_by \(.text) NOT NULL,
                asked_by_person \(.id),
                asked_at \(.timestamp) NOT NULL,
                UNIQUE (report, number)
            )
            """,
            "CREATE INDEX clearance_asked_of ON clearance_request (partnership, person)",
            """
            CREATE TABLE clearance_answer (
                partnership \(.id) NOT NULL,
                clearance_request \(.id) NOT NULL REFERENCES clearance_request (id),
                number \(.integer) NOT NULL CHECK (number > 0),
                kind \(.text) NOT NULL,
                words \(.text) NOT NULL,
                text_hash \(.text) NOT NULL,
                substance_hash \(.text) NOT NULL,
                version \(.integer) NOT NULL,
                given_by \(.text) NOT NULL,
                given_at \(.timestamp) NOT NULL,
                PRIMARY KEY (clearance_request, number)
            )
            """,
        ] + SQL.keeping("clearance_request", "That somebody was asked to clear a report is never changed or removed.")
            + SQL.keeping("clearance_answer", "What an officer said of a report is never changed or removed."))

    fileprivate static let reportComments = Migration(
        "2026-11-27 comments on reports",
        [
            """
            CREATE TABLE report_comment (
                id \(.id) PRIMARY KEY,
                partnership \(.id) NOT NULL,
                report \(.id) NOT NULL REFERENCES report (id),
                place \(.text) NOT NULL,
                text \(.text) NOT NULL,
                written_by \(.text) NOT NULL,
                person \(.id) NOT NULL,
                written_at \(.timestamp) NOT NULL
            )
            """,
            "CREATE INDEX comment_on_report ON report_comment (partnership, report, written_at)",
            """
            CREATE TABLE report_comment_answer (
                partnership \(.id) NOT NULL,
                report_comment \(.id) NOT NULL REFERENCES report_comment (id),
                number \(.integer) NOT NULL CHECK (number > 0),
                text \(.text) NOT NULL,
                settles \(.boolean) NOT NULL,
                written_by \(.text) NOT NULL,
                written_at \(.timestamp) NOT NULL,
                PRIMARY KEY (report_comment, number)
            )
            """,
        ] + SQL.keeping("report_comment", "A comment that was made is never changed or removed.")
            + SQL.keeping("report_comment_answer", "An answer that was given is never changed or removed."))

    /// Which kept files stand in which saving of a report.
    fileprivate static let reportFiles = Migration(
        "2026-11-27 files of reports",
        [
            """
            CREATE TABLE report_file (
                partnership \(.id) NOT NULL,
                report \(.id) NOT NULL REFERENCES report (id),
                number \(.integer) NOT NULL CHECK (number > 0),
                sha256 \(.text) NOT NULL,
                PRIMARY KEY (report, number)
            )
            """,
            "CREATE INDEX report_file_by_hash ON report_file (sha256)",
        ] + SQL.keeping("report_file", "That a report had a file is never changed or removed."))
}
