import Storage

extension Migrations {
    /// The tables of this module.
    public static let ofMembership = Migrations(
        slice: "membership",
        [
            Migration(
                "2026-11-22 sessions",
                [
                    """
                    CREATE TABLE session (
                        token_hash \(.bytes) PRIMARY KEY,
                        partnership \(.id) NOT NULL,
                        member \(.id) NOT NULL,
                        began_at \(.timestamp) NOT NULL,
                        ends_at \(.timestamp) NOT NULL
                    )
                    """
                ]),
            Migration("2026-11-23 agencies", agencies),
            Migration("2026-11-23 people", people),
            Migration("2026-11-23 bodies", bodies),
            Migration("2026-11-24 signing in", signingIn),
            Migration("2026-11-26 broken glass", ofGlass),
            Migration("2026-11-26 proposed second steps", proposedSecondSteps),
            Migration(
                "2026-11-26 invitations and telephones",
                [
                    "ALTER TABLE membership ADD COLUMN invited_at \(.timestamp)",
                    "ALTER TABLE membership ADD COLUMN telephone \(.text)",
                ]),
        ])

    /// How a person signs in is the installation's; that they are signed in is one partnership's. Who was signed in
    /// before signs in again.
    private static let signingIn: [SQL] = [
        "DROP TABLE session",
        """
        CREATE TABLE session (
            id \(.id) PRIMARY KEY,
            token_hash \(.bytes) NOT NULL UNIQUE,
            partnership \(.id) NOT NULL,
            member \(.id) NOT NULL REFERENCES person (id),
            means \(.text) NOT NULL CHECK (means IN ('address', 'password', 'code')),
            owes_code \(.boolean) NOT NULL,
            browser \(.text) NOT NULL,
            began_at \(.timestamp) NOT NULL,
            proved_at \(.timestamp) NOT NULL,
            ends_at \(.timestamp) NOT NULL
        )
        """,
        "CREATE INDEX session_by_member ON session (member)",
        """
        CREATE TABLE credential (
            person \(.id) PRIMARY KEY REFERENCES person (id),
            hash \(.text) NOT NULL,
            set_at \(.timestamp) NOT NULL
        )
        """,
        """
        CREATE TABLE second_factor (
            person \(.id) PRIMARY KEY REFERENCES person (id),
            secret \(.bytes) NOT NULL,
            confirmed_at \(.timestamp),
            last_step \(.integer)
        )
        """,
        """
        CREATE TABLE recovery_code (
            person \(.id) NOT NULL REFERENCES person (id),
            code_hash \(.bytes) NOT NULL,
            used_at \(.timestamp),
            PRIMARY KEY (person, code_hash)
        )
        """,
        """
        CREATE TABLE sign_in_link (
            token_hash \(.bytes) PRIMARY KEY,
            partnership \(.id) NOT NULL,
            person \(.id) NOT NULL REFERENCES person (id),
            purpose \(.text) NOT NULL CHECK (purpose IN ('invitation', 'reset')),
            ends_at \(.timestamp) NOT NULL
        )
        """,
        """
        CREATE TABLE known_browser (
            token_hash \(.bytes) PRIMARY KEY,
            person \(.id) NOT NULL REFERENCES person (id),
            since \(.timestamp) NOT NULL
        )
        """,
    ]

    /// A secret that is proposed is one session's, for a few minutes. Those of before, which anybody who had the password could
    /// have been shown, are proposed anew.
    private static let proposedSecondSteps: [SQL] = [
        "DELETE FROM second_factor WHERE confirmed_at IS NULL",
        "ALTER TABLE second_factor ADD COLUMN proposed_in \(.id)",
        "ALTER TABLE second_factor ADD COLUMN proposed_at \(.timestamp)",
    ]

    /// An agency is the installation's; that it takes part is the partnership's.
    private static let agencies: [SQL] = [
        """
        CREATE TABLE partnership_area (
            partnership \(.id) PRIMARY KEY,
            country \(.text) NOT NULL CHECK (country IN ('england', 'wales')),
            councils \(.text) NOT NULL CHECK (councils IN ('one', 'district and county'))
        )
        """,
        """
        CREATE TABLE agency (
            id \(.id) PRIMARY KEY,
            name \(.text) NOT NULL,
            sort_name \(.text) NOT NULL,
            kind \(.text) NOT NULL,
            UNIQUE (sort_name, kind)
        )
        """,
        """
        CREATE TABLE partnership_agency (
            partnership \(.id) NOT NULL,
            agency \(.id) NOT NULL REFERENCES agency (id),
            standing \(.text) NOT NULL CHECK (standing IN ('responsible', 'co-operating', 'invited')),
            begins_on \(.date) NOT NULL,
            ends_on \(.date),
            PRIMARY KEY (partnership, agency),
            CHECK (ends_on >= begins_on)
        )
        """,
    ]

    /// A person is the installation's, known by their email; what they are called and how they stand is the
    /// partnership's.
    private static let people: [SQL] = [
        "CREATE TABLE person (id \(.id) PRIMARY KEY, email \(.text) UNIQUE)",
        """
        CREATE TABLE membership (
            partnership \(.id) NOT NULL,
            person \(.id) NOT NULL REFERENCES person (id),
            name \(.text) NOT NULL,
            sort_name \(.text) NOT NULL,
            agency \(.id),
            state \(.text) NOT NULL CHECK (state IN ('invited', 'active', 'suspended', 'left')),
            since \(.timestamp) NOT NULL,
            PRIMARY KEY (partnership, person),
            FOREIGN KEY (partnership, agency) REFERENCES partnership_agency (partnership, agency)
        )
        """,
        """
        CREATE TABLE liaison_officer (
            id \(.id) PRIMARY KEY,
            partnership \(.id) NOT NULL,
            agency \(.id) NOT NULL,
            person \(.id) NOT NULL,
            begins_on \(.date) NOT NULL,
            ends_on \(.date),
            FOREIGN KEY (partnership, agency) REFERENCES partnership_agency (partnership, agency),
            FOREIGN KEY (partnership, person) REFERENCES membership (partnership, person),
            CHECK (ends_on >= begins_on)
        )
        """,
        "CREATE UNIQUE INDEX liaison_officer_now ON liaison_officer (partnership, agency) WHERE ends_on IS NULL",
    ]

    private static let bodies: [SQL] = [
        """
        CREATE TABLE body (
            id \(.id) PRIMARY KEY,
            partnership \(.id) NOT NULL,
            name \(.text) NOT NULL,
            regime \(.text) NOT NULL,
            parent \(.id),
            purpose \(.text) NOT NULL,
            frequency \(.text) NOT NULL,
            is_strategy_group \(.boolean) NOT NULL,
            begins_on \(.date) NOT NULL,
            ends_on \(.date),
            UNIQUE (partnership, id),
            FOREIGN KEY (partnership, parent) REFERENCES body (partnership, id),
            CHECK (ends_on >= begins_on)
        )
        """,
        """
        CREATE TABLE seat (
            id \(.id) PRIMARY KEY,
            partnership \(.id) NOT NULL,
            body \(.id) NOT NULL,
            title \(.text) NOT NULL,
            role \(.text) NOT NULL,
            agency \(.id),
            begins_on \(.date) NOT NULL,
            ends_on \(.date),
            UNIQUE (partnership, id),
            FOREIGN KEY (partnership, body) REFERENCES body (partnership, id),
            FOREIGN KEY (partnership, agency) REFERENCES partnership_agency (partnership, agency),
            CHECK (ends_on >= begins_on)
        )
        """,
        "CREATE INDEX seat_by_body ON seat (partnership, body)",
        """
        CREATE TABLE seat_holder (
            id \(.id) PRIMARY KEY,
            partnership \(.id) NOT NULL,
            seat \(.id) NOT NULL,
            person \(.id) NOT NULL,
            begins_on \(.date) NOT NULL,
            ends_on \(.date),
            FOREIGN KEY (partnership, seat) REFERENCES seat (partnership, id),
            FOREIGN KEY (partnership, person) REFERENCES membership (partnership, person),
            CHECK (ends_on >= begins_on)
        )
        """,
        "CREATE UNIQUE INDEX seat_holder_now ON seat_holder (partnership, seat) WHERE ends_on IS NULL",
        "CREATE INDEX seat_holder_by_person ON seat_holder (partnership, person)",
        """
        CREATE TABLE seat_substitute (
            id \(.id) PRIMARY KEY,
            partnership \(.id) NOT NULL,
            seat \(.id) NOT NULL,
            person \(.id) NOT NULL,
            begins_on \(.date) NOT NULL,
            ends_on \(.date),
            FOREIGN KEY (partnership, seat) REFERENCES seat (partnership, id),
            FOREIGN KEY (partnership, person) REFERENCES membership (partnership, person),
            CHECK (ends_on >= begins_on)
        )
        """,
        "CREATE UNIQUE INDEX seat_substitute_now ON seat_substitute (partnership, seat, person) WHERE ends_on IS NULL",
        "CREATE INDEX seat_substitute_by_person ON seat_substitute (partnership, person)",
    ]
}
