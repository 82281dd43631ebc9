import Storage

extension Migration {
    /// The places that are followed through a year. One that was ended is kept, with why it was chosen and why it was ended.
    static let focusPlaces = Migration(
        "2026-11-27 focus places",
        [
            """
            CREATE TABLE focus_place (
                id \(.id) PRIMARY KEY,
                partnership \(.id) NOT NULL,
                annual_assessment \(.id) NOT NULL REFERENCES annual_assessment (id),
                place \(.text) NOT NULL,
                name \(.text) NOT NULL,
                reason \(.text) NOT NULL,
                chosen_by \(.text) NOT NULL,
                chosen_at \(.timestamp) NOT NULL,
                ended_because \(.text),
                ended_by \(.text),
                ended_at \(.timestamp)
            )
            """,
            "CREATE INDEX focus_place_of_assessment ON focus_place (partnership, annual_assessment, chosen_at)",
        ])
}
