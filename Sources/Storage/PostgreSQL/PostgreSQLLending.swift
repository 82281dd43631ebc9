import CPostgreSQL

extension PostgreSQLResult {
    /// Passes over the rows of a binary result, of the few types that are lent.
    func lend(_ body: (LentRow) throws -> Void) rethrows {
        let count = Int(PQnfields(pointer))
        let types = (0..<count).map { PQftype(pointer, CInt($0)) }
        try withUnsafeTemporaryAllocation(of: LentRow.Field.self, capacity: count) { fields in
            for row in 0..<PQntuples(pointer) {
                for place in 0..<count {
                    fields.initializeElement(at: place, to: lent(row, CInt(place), of: types[place]))
                }
                try body(LentRow(fields: UnsafeBufferPointer(fields)))
            }
        }
    }

    private func lent(_ row: CInt, _ column: CInt, of type: Oid) -> LentRow.Field {
        let count = Int(PQgetlength(pointer, row, column))
        if count == 0, PQgetisnull(pointer, row, column) == 1 { return .null }
        let bytes = UnsafeRawBufferPointer(start: PQgetvalue(pointer, row, column), count: count)
        switch type {
        case PostgreSQLType.text: return .text(bytes)
        case PostgreSQLType.bytea: return .bytes(bytes)
        case PostgreSQLType.bigint where count == 8:
            return .integer(Int64(bigEndian: bytes.loadUnaligned(as: Int64.self)))
        case PostgreSQLType.timestamptz where count == 8:
            let moment = Int64(bigEndian: bytes.loadUnaligned(as: Int64.self))
            let (microseconds, isTooLarge) = moment.addingReportingOverflow(Self.microsecondsTo2000)
            return isTooLarge ? .other : .moment(microseconds)
        default: return .other
        }
    }

    /// PostgreSQL counts from 2000, everybody else from 1970.
    private static let microsecondsTo2000: Int64 = 946_684_800_000_000
}
