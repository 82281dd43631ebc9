import Storage

extension [Migration] {
    /// Rows of partners’ files of which only the time cannot be read, and which release of a lookup gave way to which.
    static var ofWhatNumbersLack: [Migration] {
        [
            // Without a period they are of any that their file tells: no number of it is the whole.
            Migration(
                "2026-11-27 rows without a time",
                [
                    """
                    CREATE TABLE undated_row (
                        partnership \(.id) NOT NULL,
                        data_release \(.id) NOT NULL REFERENCES data_release (id),
                        measure \(.text) NOT NULL,
                        place \(.text) NOT NULL,
                        number \(.integer) NOT NULL,
                        PRIMARY KEY (data_release, measure, place)
                    )
                    """
                ]),
            // A link that is told anew forgets which release told it before.
            Migration(
                "2026-11-27 lookups that gave way",
                [
                    """
                    CREATE TABLE lookup_supersession (
                        partnership \(.id) NOT NULL,
                        data_release \(.id) NOT NULL REFERENCES data_release (id),
                        superseded_by \(.id) NOT NULL REFERENCES data_release (id),
                        PRIMARY KEY (data_release, superseded_by)
                    )
                    """
                ]),
        ]
    }
}
