import Storage

extension [Migration] {
    /// What the columns of partners' files mean, and files that wait until somebody has looked at them.
    static var ofMappings: [Migration] {
        [
            Migration(
                "2026-11-26 mappings",
                [
                    """
                    CREATE TABLE data_mapping (
                        partnership \(.id) NOT NULL,
                        data_set \(.text) NOT NULL,
                        mapping \(.json) NOT NULL,
                        made_at \(.timestamp) NOT NULL,
                        made_by \(.text) NOT NULL,
                        PRIMARY KEY (partnership, data_set),
                        FOREIGN KEY (partnership, data_set) REFERENCES data_set (partnership, address)
                    )
                    """,
                    """
                    CREATE TABLE mapped_file (
                        data_import \(.id) PRIMARY KEY REFERENCES data_import (id),
                        partnership \(.id) NOT NULL,
                        data_set \(.text) NOT NULL,
                        mapping \(.json),
                        first_month \(.text),
                        last_month \(.text)
                    )
                    """,
                    "ALTER TABLE data_release ADD COLUMN data_set \(.text)",
                    """
                    CREATE TABLE postcode (
                        partnership \(.id) NOT NULL,
                        postcode \(.text) NOT NULL,
                        lsoa \(.text) NOT NULL,
                        data_release \(.id) NOT NULL REFERENCES data_release (id),
                        PRIMARY KEY (partnership, postcode)
                    )
                    """,
                ]),
            // Of a partner's file only what was read is kept: what it was like when it was given is remembered.
            Migration(
                "2026-11-26 files as given",
                [
                    "ALTER TABLE mapped_file ADD COLUMN given_fingerprint \(.text)",
                    "ALTER TABLE mapped_file ADD COLUMN given_size \(.integer)",
                    "ALTER TABLE mapped_file ADD COLUMN remark \(.text)",
                    "ALTER TABLE data_release ADD COLUMN given_fingerprint \(.text)",
                    "ALTER TABLE data_release ADD COLUMN given_size \(.integer)",
                    "ALTER TABLE data_release ADD COLUMN is_depersonalised \(.boolean)",
                ]),
        ]
    }
}
