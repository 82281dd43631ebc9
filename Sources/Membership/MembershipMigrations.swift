import Storage

extension Migrations {
    /// The tables of this module.
    public static let ofMembership = Migrations(
        slice: "membership",
        [
            Migration(
                "2026-11-22 sessions",
                [
                    """
                    CREATE TABLE session (
                        token_hash \(.bytes) PRIMARY KEY,
                        partnership \(.id) NOT NULL,
                        member \(.id) NOT NULL,
                        began_at \(.timestamp) NOT NULL,
                        ends_at \(.timestamp) NOT NULL
                    )
                    """
                ])
        ])
}
