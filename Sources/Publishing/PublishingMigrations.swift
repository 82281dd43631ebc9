import Storage

extension Migrations {
    /// The tables of this module.
    public static let ofPublishing = Migrations(
        slice: "publishing",
        [
            Migration(
                "2026-11-26 publications",
                [
                    """
                    CREATE TABLE publication (
                        id \(.id) PRIMARY KEY,
                        partnership \(.id) NOT NULL,
                        kind \(.text) NOT NULL,
                        slug \(.text) NOT NULL,
                        UNIQUE (partnership, slug)
                    )
                    """,
                    """
                    CREATE TABLE publication_version (
                        partnership \(.id) NOT NULL,
                        publication \(.id) NOT NULL REFERENCES publication (id),
                        number \(.integer) NOT NULL CHECK (number > 0),
                        title \(.text) NOT NULL,
                        summary \(.text) NOT NULL,
                        published_at \(.timestamp) NOT NULL,
                        published_by \(.text) NOT NULL,
                        changes \(.json) NOT NULL,
                        page_sha256 \(.text) NOT NULL,
                        hash \(.text) NOT NULL,
                        PRIMARY KEY (publication, number)
                    )
                    """,
                    """
                    CREATE TABLE publication_file (
                        partnership \(.id) NOT NULL,
                        publication \(.id) NOT NULL,
                        number \(.integer) NOT NULL,
                        position \(.integer) NOT NULL,
                        name \(.text) NOT NULL,
                        title \(.text),
                        type \(.text) NOT NULL,
                        sha256 \(.text) NOT NULL,
                        size \(.integer) NOT NULL,
                        PRIMARY KEY (publication, number, name),
                        FOREIGN KEY (publication, number) REFERENCES publication_version (publication, number)
                    )
                    """,
                    """
                    CREATE TABLE publication_withdrawal (
                        partnership \(.id) NOT NULL,
                        publication \(.id) NOT NULL,
                        number \(.integer) NOT NULL,
                        at \(.timestamp) NOT NULL,
                        why \(.text) NOT NULL,
                        PRIMARY KEY (publication, number),
                        FOREIGN KEY (publication, number) REFERENCES publication_version (publication, number)
                    )
                    """,
                ]
                    + SQL.keeping("publication_version", "A published version is never changed or removed.")
                    + SQL.keeping("publication_file", "A published version is never changed or removed.")
                    + SQL.keeping("publication_withdrawal", "A withdrawal is never changed or removed.")),
            Migration(
                "2026-11-27 notes on publications",
                [
                    """
                    CREATE TABLE publication_note (
                        partnership \(.id) NOT NULL,
                        publication \(.id) NOT NULL,
                        number \(.integer) NOT NULL,
                        position \(.integer) NOT NULL,
                        at \(.timestamp) NOT NULL,
                        said \(.text) NOT NULL,
                        why \(.text) NOT NULL,
                        PRIMARY KEY (publication, number, position),
                        FOREIGN KEY (publication, number) REFERENCES publication_version (publication, number)
                    )
                    """
                ] + SQL.keeping("publication_note", "What readers were told is never changed or removed.")),
            .announcedMeetings, .committeesAsData, .announcedRecommendations, .decisionRegister, .shortLinks,
        ])
}
