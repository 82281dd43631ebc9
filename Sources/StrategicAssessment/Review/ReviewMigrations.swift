import Storage

extension Migration {
    /// What partners said of an assessment, and what was answered. None is ever changed or removed.
    static let review = Migration(
        "2026-11-26 review",
        [
            """
            CREATE TABLE review_comment (
                id \(.id) PRIMARY KEY,
                partnership \(.id) NOT NULL,
                annual_assessment \(.id) NOT NULL REFERENCES annual_assessment (id),
                place \(.text) NOT NULL,
                text \(.text) NOT NULL,
                written_by \(.text) NOT NULL,
                agency \(.text) NOT NULL,
                written_at \(.timestamp) NOT NULL
            )
            """,
            "CREATE INDEX comment_on_assessment ON review_comment (partnership, annual_assessment, written_at)",
            """
            CREATE TABLE comment_answer (
                partnership \(.id) NOT NULL,
                review_comment \(.id) NOT NULL REFERENCES review_comment (id),
                number \(.integer) NOT NULL CHECK (number > 0),
                text \(.text) NOT NULL,
                settles \(.boolean) NOT NULL,
                written_by \(.text) NOT NULL,
                written_at \(.timestamp) NOT NULL,
                PRIMARY KEY (review_comment, number)
            )
            """,
        ] + SQL.keeping("review_comment", "A comment that was made is never changed or removed.")
            + SQL.keeping("comment_answer", "An answer that was given is never changed or removed."))

    /// Whose comment it is, so that they can be told what became of it. Of earlier ones only the name is known.
    static let reviewers = Migration(
        "2026-11-26 reviewers", ["ALTER TABLE review_comment ADD COLUMN person \(.id)"])
}
