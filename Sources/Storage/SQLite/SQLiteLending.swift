import CSQLiteShim
import GRDB

extension SQLiteConnection {
    func lend(_ sql: SQL, _ body: (LentRow) throws -> Void) throws {
        try using(sql) { _, statement in
            let (cursor, row) = (try GRDB.Row.fetchCursor(statement), statement.sqliteStatement)
            let count = statement.columnCount
            try withUnsafeTemporaryAllocation(of: csqlite_field.self, capacity: count) { lent in
                try withUnsafeTemporaryAllocation(of: LentRow.Field.self, capacity: count) { fields in
                    while try cursor.next() != nil {
                        csqlite_lend(row, lent.baseAddress, CInt(count))
                        for place in 0..<count { fields.initializeElement(at: place, to: .init(lent[place])) }
                        try body(LentRow(fields: UnsafeBufferPointer(fields)))
                    }
                }
            }
        }
    }
}

extension LentRow.Field {
    fileprivate init(_ field: csqlite_field) {
        switch Int(field.kind) {
        case CSQLITE_INTEGER: self = .integer(field.number)
        case CSQLITE_TEXT: self = .text(UnsafeRawBufferPointer(start: field.bytes, count: Int(field.count)))
        case CSQLITE_BYTES: self = .bytes(UnsafeRawBufferPointer(start: field.bytes, count: Int(field.count)))
        case CSQLITE_NULL: self = .null
        default: self = .other
        }
    }
}
