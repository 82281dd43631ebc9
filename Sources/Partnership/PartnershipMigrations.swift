import Storage

extension Migrations {
    /// The tables of this slice.
    public static let ofPartnership = Migrations(
        slice: "partnership",
        [
            Migration(
                "2026-11-22 profile",
                ["CREATE TABLE partnership_profile (id \(.id) PRIMARY KEY, profile \(.json) NOT NULL)"]),
            Migration(
                "2026-11-26 hosts",
                [
                    "ALTER TABLE partnership_profile ADD COLUMN host \(.text)",
                    "CREATE UNIQUE INDEX partnership_by_host ON partnership_profile (host)",
                ]),
        ])
}
