import Storage

extension Migrations {
    /// The tables of this slice.
    public static let ofDecisions = Migrations(slice: "decisions", [.drafts, .delegations])
}

extension Migration {
    /// Records of decisions and notices as they are written, and the rules that the partnership set for its register.
    fileprivate static let drafts = Migration(
        "2026-11-27 decision drafts",
        [
            """
            CREATE TABLE decision_draft (
                id \(.id) PRIMARY KEY,
                partnership \(.id) NOT NULL,
                kind \(.text) NOT NULL,
                title \(.text) NOT NULL,
                body \(.text) NOT NULL,
                statement \(.json) NOT NULL,
                closed_part \(.text) NOT NULL,
                revision \(.integer) NOT NULL CHECK (revision > 0),
                publication \(.text),
                source \(.text),
                changed_at \(.timestamp) NOT NULL,
                changed_by \(.text) NOT NULL,
                UNIQUE (partnership, source)
            )
            """,
            """
            CREATE TABLE register_rules (
                partnership \(.id) NOT NULL,
                number \(.integer) NOT NULL CHECK (number > 0),
                threshold \(.integer),
                call_in_days \(.integer) NOT NULL,
                signatories \(.integer) NOT NULL,
                source \(.text) NOT NULL,
                entered_by \(.text) NOT NULL,
                entered_at \(.timestamp) NOT NULL,
                PRIMARY KEY (partnership, number)
            )
            """,
        ] + SQL.keeping("register_rules", "Rules that were set are never changed or removed: set new ones."))

    /// Powers that bodies gave to others: LGA 1972 s.100G(2).
    fileprivate static let delegations = Migration(
        "2026-11-27 delegations",
        [
            """
            CREATE TABLE delegation (
                id \(.id) PRIMARY KEY,
                partnership \(.id) NOT NULL,
                power \(.text) NOT NULL,
                given_by \(.text) NOT NULL,
                given_to \(.text) NOT NULL,
                limits \(.text) NOT NULL,
                authority \(.text) NOT NULL,
                since \(.date) NOT NULL,
                until \(.date),
                ended_because \(.text) NOT NULL,
                revision \(.integer) NOT NULL CHECK (revision > 0),
                changed_at \(.timestamp) NOT NULL,
                changed_by \(.text) NOT NULL
            )
            """
        ])
}
