import Storage

extension [Migration] {
    /// Data sets of any provider, what they measure, and what they say.
    static var ofDataSets: [Migration] {
        [
            Migration(
                "2026-11-26 data sets",
                [
                    """
                    CREATE TABLE data_set (
                        partnership \(.id) NOT NULL,
                        address \(.text) NOT NULL,
                        name \(.text) NOT NULL,
                        provider_agency \(.id) REFERENCES agency (id),
                        provider_name \(.text) NOT NULL,
                        holds \(.text) NOT NULL,
                        frequency \(.text) NOT NULL,
                        first_month \(.text),
                        due \(.text) NOT NULL,
                        is_depersonalised \(.boolean) NOT NULL,
                        licence \(.text) NOT NULL,
                        notes \(.text) NOT NULL,
                        absent_rows \(.text) NOT NULL,
                        edition \(.integer) NOT NULL,
                        PRIMARY KEY (partnership, address)
                    )
                    """,
                    """
                    CREATE TABLE measure (
                        partnership \(.id) NOT NULL,
                        data_set \(.text) NOT NULL,
                        address \(.text) NOT NULL,
                        name \(.text) NOT NULL,
                        unit \(.text) NOT NULL,
                        polarity \(.text) NOT NULL,
                        PRIMARY KEY (partnership, data_set, address),
                        FOREIGN KEY (partnership, data_set) REFERENCES data_set (partnership, address)
                    )
                    """,
                    // The figures of a period, as one release tells them; a later one supersedes it whole. No foreign key to
                    // the set: those built in have no row.
                    """
                    CREATE TABLE data_set_period (
                        id \(.id) PRIMARY KEY,
                        partnership \(.id) NOT NULL,
                        data_set \(.text) NOT NULL,
                        data_release \(.id) NOT NULL REFERENCES data_release (id),
                        first_month \(.text) NOT NULL,
                        last_month \(.text) NOT NULL,
                        level \(.text) NOT NULL,
                        part \(.text),
                        superseded_by \(.id) REFERENCES data_release (id)
                    )
                    """,
                    """
                    CREATE UNIQUE INDEX data_set_period_in_force
                    ON data_set_period (partnership, data_set, first_month, last_month) WHERE superseded_by IS NULL
                    """,
                    "CREATE INDEX data_set_period_by_release ON data_set_period (data_release)",
                    """
                    CREATE TABLE observed_place (
                        partnership \(.id) NOT NULL,
                        level \(.text) NOT NULL,
                        place \(.text) NOT NULL,
                        name \(.text) NOT NULL,
                        PRIMARY KEY (partnership, level, place)
                    )
                    """,
                    """
                    CREATE TABLE observation (
                        partnership \(.id) NOT NULL,
                        data_set_period \(.id) NOT NULL REFERENCES data_set_period (id),
                        measure \(.text) NOT NULL,
                        place \(.text) NOT NULL,
                        number \(.real) NOT NULL,
                        PRIMARY KEY (data_set_period, measure, place)
                    )
                    """,
                    """
                    CREATE TABLE recording_change (
                        id \(.id) PRIMARY KEY,
                        partnership \(.id) NOT NULL,
                        first_month \(.text) NOT NULL,
                        measures \(.json) NOT NULL,
                        sentence \(.text) NOT NULL,
                        source \(.text) NOT NULL
                    )
                    """,
                ]),
            // Of sets that were entered before, nobody said that every number may be told.
            Migration(
                "2026-11-27 small counts",
                ["ALTER TABLE data_set ADD COLUMN least_count \(.integer) NOT NULL DEFAULT 5"]),
        ]
    }
}
