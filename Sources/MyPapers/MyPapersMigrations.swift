import Storage

extension Migrations {
    /// The tables of this slice.
    public static let ofMyPapers = Migrations(slice: "my-papers", [.notes])
}

extension Migration {
    /// Private notes, one for each person and item. They are their writer’s own: changed and emptied as they like.
    fileprivate static let notes = Migration(
        "2026-11-27 private notes",
        [
            """
            CREATE TABLE private_note (
                id \(.id) PRIMARY KEY,
                partnership \(.id) NOT NULL,
                person \(.id) NOT NULL REFERENCES person (id),
                meeting \(.id) NOT NULL,
                item \(.text) NOT NULL,
                note \(.text) NOT NULL,
                revision \(.integer) NOT NULL CHECK (revision > 0),
                written_at \(.timestamp) NOT NULL,
                UNIQUE (partnership, person, meeting, item)
            )
            """
        ])
}
