import Storage

extension Migrations {
    /// The tables of this slice.
    public static let ofStrategicAssessment = Migrations(
        slice: "strategic assessment",
        [
            Migration(
                "2026-11-26 annual assessments",
                [
                    """
                    CREATE TABLE annual_assessment (
                        id \(.id) PRIMARY KEY,
                        partnership \(.id) NOT NULL,
                        year \(.text) NOT NULL,
                        first_month \(.text) NOT NULL,
                        last_month \(.text) NOT NULL,
                        compared_first \(.text) NOT NULL,
                        compared_last \(.text) NOT NULL,
                        begun_at \(.timestamp) NOT NULL,
                        UNIQUE (partnership, year)
                    )
                    """,
                    """
                    CREATE TABLE theme (
                        id \(.id) PRIMARY KEY,
                        partnership \(.id) NOT NULL,
                        annual_assessment \(.id) NOT NULL REFERENCES annual_assessment (id),
                        position \(.integer) NOT NULL,
                        name \(.text) NOT NULL,
                        covers \(.text) NOT NULL,
                        measures \(.json) NOT NULL,
                        left_out \(.boolean) NOT NULL
                    )
                    """,
                    "CREATE INDEX theme_of_assessment ON theme (partnership, annual_assessment, position)",
                    // A text is never changed: each saving is a version of its own, so nobody's words are lost.
                    """
                    CREATE TABLE assessment_text (
                        partnership \(.id) NOT NULL,
                        annual_assessment \(.id) NOT NULL REFERENCES annual_assessment (id),
                        place \(.text) NOT NULL,
                        version \(.integer) NOT NULL CHECK (version > 0),
                        markdown \(.text) NOT NULL,
                        written_by \(.text) NOT NULL,
                        written_at \(.timestamp) NOT NULL,
                        PRIMARY KEY (annual_assessment, place, version)
                    )
                    """,
                ] + SQL.keeping("assessment_text", "A saved text is never changed or removed.")),
            .rankings,
            .review, .reviewers,
            Migration(
                "2026-11-26 closing of scoring",
                ["ALTER TABLE annual_assessment ADD COLUMN scoring_closed_at \(.timestamp)"]),
            .focusPlaces, .severity,
        ])
}
