import Storage

extension [Migration] {
    /// Where a change of recording was, who entered it, and that it was withdrawn.
    static var ofRecordingChanges: [Migration] {
        [
            Migration(
                "2026-11-27 recording changes of places",
                [
                    "ALTER TABLE recording_change ADD COLUMN place_level \(.text)",
                    "ALTER TABLE recording_change ADD COLUMN place_name \(.text)",
                    "ALTER TABLE recording_change ADD COLUMN made_by \(.text)",
                    "ALTER TABLE recording_change ADD COLUMN made_at \(.timestamp)",
                    """
                    CREATE TABLE recording_change_withdrawal (
                        recording_change \(.id) PRIMARY KEY REFERENCES recording_change (id),
                        partnership \(.id) NOT NULL,
                        why \(.text) NOT NULL,
                        made_by \(.text) NOT NULL,
                        made_at \(.timestamp) NOT NULL
                    )
                    """,
                ] + SQL.keeping("recording_change_withdrawal", "A withdrawal is never changed or removed."))
        ]
    }
}
