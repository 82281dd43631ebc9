import Storage

extension Migrations {
    /// The tables of this module.
    public static let ofNotices = Migrations(
        slice: "notices",
        [
            Migration(
                "2026-11-24 letters",
                [
                    // A letter waits here, and is taken away when it was sent or given up.
                    """
                    CREATE TABLE letter (
                        id \(.id) PRIMARY KEY,
                        partnership \(.id) NOT NULL,
                        recipient \(.text) NOT NULL,
                        subject \(.text) NOT NULL,
                        text \(.text) NOT NULL
                    )
                    """
                ])
        ])
}
