import Storage

extension SQL {
    /// Gathers what lookups and estimates call places. The migration stands on it: it is never edited.
    ///
    /// - Parameter whose: a condition on `partnership`.
    static func placeNames(of whose: SQL) -> SQL {
        """
        INSERT INTO place_name (partnership, level, told_by, code, name)
        SELECT partnership, parent_level, 'lookups', parent, parent_name FROM place_link WHERE \(whose)
        UNION SELECT partnership, 'district', 'lookups', child, child_name FROM place_link
        WHERE parent_level IN ('partnership', 'policeForce', 'county') AND \(whose)
        UNION SELECT partnership, level, 'population', place, name FROM population WHERE level = 'district' AND \(whose)
        """
    }
}

extension [Migration] {
    /// What places are called, each once, beside the many thousand links and estimates that say so: every figure asks by name, and
    /// read all of them for it.
    static var ofPlaceNames: [Migration] {
        [
            Migration(
                "2026-11-27 names of places",
                [
                    """
                    CREATE TABLE place_name (
                        partnership \(.id) NOT NULL,
                        level \(.text) NOT NULL,
                        told_by \(.text) NOT NULL,
                        code \(.text) NOT NULL,
                        name \(.text) NOT NULL,
                        PRIMARY KEY (partnership, level, told_by, code, name)
                    )
                    """,
                    .placeNames(of: "TRUE"),
                    "CREATE INDEX place_link_by_parent ON place_link (partnership, parent)",
                    "CREATE INDEX population_by_district ON population (partnership, district)",
                ])
        ]
    }
}
