/// Whose chains of entries there are.
enum ChainOwners {
    /// Everybody's who has an entry or the head of a chain. From one to the next by the table's key: looking at every
    /// entry would take a good part of the time in which they can be verified.
    ///
    /// - Throws: ``DatabaseFault``; ``RowFault`` where one is no identifier.
    @Sendable
    static func all(on connection: any Connection) throws -> [ID<Tenant>] {
        try connection.rows(
            """
            WITH RECURSIVE owner AS (
                SELECT (SELECT partnership FROM entry ORDER BY partnership LIMIT 1) AS partnership
                UNION ALL
                SELECT (
                    SELECT entry.partnership FROM entry WHERE entry.partnership > owner.partnership
                    ORDER BY entry.partnership LIMIT 1)
                FROM owner WHERE owner.partnership IS NOT NULL
            )
            SELECT partnership FROM owner WHERE partnership IS NOT NULL
            UNION SELECT partnership FROM entry_head ORDER BY partnership
            """
        ).map { try $0("partnership") }
    }
}
