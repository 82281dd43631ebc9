import Storage

extension Migrations {
    /// The tables of comparator sets. The slice ‘assessment’ is the register’s, so this one goes by its own name.
    public static let ofComparators = Migrations(
        slice: "comparators",
        [
            Migration(
                "2026-11-26 comparator sets",
                [
                    """
                    CREATE TABLE comparator_version (
                        partnership \(.id) NOT NULL,
                        address \(.text) NOT NULL,
                        version \(.integer) NOT NULL CHECK (version > 0),
                        kind \(.text) NOT NULL,
                        name \(.text) NOT NULL,
                        source \(.text) NOT NULL,
                        source_date \(.date),
                        members \(.json) NOT NULL,
                        working \(.json),
                        why \(.text) NOT NULL,
                        made_by \(.text) NOT NULL,
                        made_at \(.timestamp) NOT NULL,
                        PRIMARY KEY (partnership, address, version)
                    )
                    """,
                    // Which set rankings compare with. An empty address is none.
                    """
                    CREATE TABLE comparator_choice (
                        partnership \(.id) NOT NULL,
                        version \(.integer) NOT NULL CHECK (version > 0),
                        address \(.text) NOT NULL,
                        chosen_by \(.text) NOT NULL,
                        chosen_at \(.timestamp) NOT NULL,
                        PRIMARY KEY (partnership, version)
                    )
                    """,
                ] + SQL.keeping("comparator_version", "A version of a comparator set is never changed or removed.")
                    + SQL.keeping("comparator_choice", "A choice that was made is never changed or removed.")),
            Migration(
                "2026-11-27 retired comparator sets",
                [
                    """
                    CREATE TABLE comparator_retirement (
                        partnership \(.id) NOT NULL,
                        address \(.text) NOT NULL,
                        number \(.integer) NOT NULL CHECK (number > 0),
                        is_retired \(.boolean) NOT NULL,
                        why \(.text) NOT NULL,
                        made_by \(.text) NOT NULL,
                        made_at \(.timestamp) NOT NULL,
                        PRIMARY KEY (partnership, address, number)
                    )
                    """
                ] + SQL.keeping("comparator_retirement", "That a set was retired is never changed or removed.")),
        ])
}
