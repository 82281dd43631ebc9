import Storage

extension Migrations {
    /// The tables of this slice.
    public static let ofRecommendations = Migrations(slice: "recommendations", [.recommendations])
}

extension Migration {
    /// Recommendations and their steps, which are only added to. What one stems from is kept once, so that it has one identity.
    fileprivate static let recommendations = Migration(
        "2026-11-27 recommendations",
        [
            """
            CREATE TABLE recommendation_thread (
                id \(.id) PRIMARY KEY,
                partnership \(.id) NOT NULL,
                origin \(.text) NOT NULL,
                start \(.json) NOT NULL,
                begun_by \(.text) NOT NULL,
                begun_at \(.timestamp) NOT NULL,
                UNIQUE (partnership, origin)
            )
            """,
            """
            CREATE TABLE recommendation_step (
                partnership \(.id) NOT NULL,
                thread \(.id) NOT NULL REFERENCES recommendation_thread (id),
                number \(.integer) NOT NULL CHECK (number > 0),
                source \(.text) NOT NULL,
                step \(.json) NOT NULL,
                entered_by \(.text) NOT NULL,
                entered_at \(.timestamp) NOT NULL,
                PRIMARY KEY (thread, number)
            )
            """,
            "CREATE INDEX step_by_source ON recommendation_step (partnership, source)",
        ] + SQL.keeping("recommendation_thread", "How a recommendation began is never changed or removed.")
            + SQL.keeping("recommendation_step", "A step that was entered is never changed or removed."))
}
