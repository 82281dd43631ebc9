import Storage

extension Migration {
    /// Scores, the rules that make an order of them, and the orders that were agreed. None is ever changed or removed.
    static let rankings = Migration(
        "2026-11-26 rankings",
        [
            """
            CREATE TABLE theme_score (
                partnership \(.id) NOT NULL,
                annual_assessment \(.id) NOT NULL REFERENCES annual_assessment (id),
                theme \(.id) NOT NULL REFERENCES theme (id),
                criterion \(.text) NOT NULL,
                scorer \(.text) NOT NULL,
                version \(.integer) NOT NULL CHECK (version > 0),
                score \(.integer) CHECK (score BETWEEN 1 AND 5),
                reason \(.text) NOT NULL,
                source \(.text) NOT NULL,
                entered_by \(.text) NOT NULL,
                scored_at \(.timestamp) NOT NULL,
                PRIMARY KEY (annual_assessment, theme, criterion, scorer, version)
            )
            """,
            """
            CREATE TABLE ranking_rules (
                partnership \(.id) NOT NULL,
                annual_assessment \(.id) NOT NULL REFERENCES annual_assessment (id),
                version \(.integer) NOT NULL CHECK (version > 0),
                rules \(.json) NOT NULL,
                why \(.text) NOT NULL,
                set_by \(.text) NOT NULL,
                set_at \(.timestamp) NOT NULL,
                PRIMARY KEY (annual_assessment, version)
            )
            """,
            """
            CREATE TABLE agreed_ranking (
                partnership \(.id) NOT NULL,
                annual_assessment \(.id) NOT NULL REFERENCES annual_assessment (id),
                version \(.integer) NOT NULL CHECK (version > 0),
                ranking \(.json) NOT NULL,
                agreed_by \(.text) NOT NULL,
                agreed_on \(.date) NOT NULL,
                note \(.text) NOT NULL,
                entered_by \(.text) NOT NULL,
                entered_at \(.timestamp) NOT NULL,
                PRIMARY KEY (annual_assessment, version)
            )
            """,
        ] + SQL.keeping("theme_score", "A score that was given is never changed or removed.")
            + SQL.keeping("ranking_rules", "Rules that were set are never changed or removed.")
            + SQL.keeping("agreed_ranking", "A ranking that was agreed is never changed or removed."))
}
