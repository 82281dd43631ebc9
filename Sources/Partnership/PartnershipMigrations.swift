import Storage

extension Migrations {
    /// The tables of this slice.
    public static let ofPartnership = Migrations(
        slice: "partnership",
        [
            Migration(
                "2026-11-22 profile",
                ["CREATE TABLE partnership_profile (id \(.id) PRIMARY KEY, profile \(.json) NOT NULL)"])
        ])
}
