extension SQL {
    /// Triggers that refuse to change or remove the rows of a table. The two engines share no form of trigger.
    ///
    /// - Parameter message: what whoever tries is told.
    public static func keeping(_ table: StaticString, _ message: StaticString) -> [SQL] {
        let (table, message) = (SQL(stringLiteral: table), SQL(stringLiteral: message))
        return [
            .dialects(
                sqlite: """
                    CREATE TRIGGER \(table)_not_changed BEFORE UPDATE ON \(table)
                    BEGIN SELECT RAISE(ABORT, '\(message)'); END
                    """,
                postgreSQL: """
                    CREATE FUNCTION \(table)_kept() RETURNS trigger LANGUAGE plpgsql
                    AS $$ BEGIN RAISE EXCEPTION '\(message)'; END $$
                    """),
            .dialects(
                sqlite: """
                    CREATE TRIGGER \(table)_not_removed BEFORE DELETE ON \(table)
                    BEGIN SELECT RAISE(ABORT, '\(message)'); END
                    """,
                postgreSQL: """
                    CREATE TRIGGER \(table)_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON \(table)
                    FOR EACH STATEMENT EXECUTE FUNCTION \(table)_kept()
                    """),
        ]
    }
}
