import Storage

extension Migrations {
    /// The tables of the harness, in steps: a program that knows more of them brings the records up to date at start,
    /// and may be killed at it. Each step leaves a row that says so, in the same transaction.
    static let crashLayouts = [
        Migration(
            "1",
            [
                """
                CREATE TABLE crash_order (
                    id \(.id) PRIMARY KEY,
                    partnership \(.id) NOT NULL,
                    name \(.text) NOT NULL,
                    file \(.text)
                )
                """,
                """
                CREATE TABLE crash_tally (
                    partnership \(.id) NOT NULL PRIMARY KEY,
                    orders \(.integer) NOT NULL
                )
                """,
                "CREATE TABLE crash_layout (step \(.integer) NOT NULL)",
                "INSERT INTO crash_layout (step) VALUES (1)",
            ]),
        Migration(
            "2",
            [
                "CREATE INDEX crash_order_name ON crash_order (name)",
                "INSERT INTO crash_layout (step) VALUES (2)",
            ]),
        Migration(
            "3",
            [
                "ALTER TABLE crash_order ADD COLUMN later \(.text)",
                "UPDATE crash_order SET later = name",
                "INSERT INTO crash_layout (step) VALUES (3)",
            ]),
        Migration(
            "4",
            [
                "CREATE TABLE crash_copy (name \(.text) NOT NULL)",
                "INSERT INTO crash_copy (name) SELECT name FROM crash_order",
                "INSERT INTO crash_layout (step) VALUES (4)",
            ]),
    ]
}
