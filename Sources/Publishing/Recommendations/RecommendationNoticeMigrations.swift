import Storage

extension Migration {
    /// What everybody was told of recommendations.
    static let announcedRecommendations = Migration(
        "2026-11-27 announced recommendations",
        [
            """
            CREATE TABLE recommendation_notice (
                partnership \(.id) NOT NULL,
                recommendation \(.text) NOT NULL,
                number \(.integer) NOT NULL CHECK (number > 0),
                contents \(.json) NOT NULL,
                announced_at \(.timestamp) NOT NULL,
                announced_by \(.text) NOT NULL,
                PRIMARY KEY (partnership, recommendation, number)
            )
            """
        ]
            + SQL.keeping(
                "recommendation_notice", "What was announced of a recommendation is never changed or removed."))
}
