import GRDB

extension GRDB.DatabaseError {
    /// Whether the disk, or the file on it, is at fault: nothing is to be written after that.
    var isOfTheDisk: Bool {
        [.SQLITE_IOERR, .SQLITE_CORRUPT, .SQLITE_FULL, .SQLITE_NOTADB].contains(resultCode)
    }

    /// What is wrong with the disk, to people.
    var reasonOfTheDisk: String {
        switch resultCode {
        case .SQLITE_FULL: "the disk is full"
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: "the file of the records is damaged"
        case .SQLITE_READONLY: "the file of the records can’t be written"
        default: "the disk failed (SQLite \(extendedResultCode.rawValue), \(message ?? "no message"))"
        }
    }
}

extension DatabaseFault {
    init(_ error: GRDB.DatabaseError) {
        let message = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_CONSTRAINT:
            self = .constraint(Self.constraint(error.extendedResultCode), about: message)
        case .SQLITE_READONLY: self = .readOnly
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
        case .SQLITE_MISUSE where message == "Connection is closed": self = .closed
        case .SQLITE_CANTOPEN: self = .unreadable(error.reasonOfTheDisk)
        default:
            self =
                error.isOfTheDisk
                ? .unreadable(error.reasonOfTheDisk) : .statement(message, sql: error.sql ?? "")
        }
    }

    private static func constraint(_ code: ResultCode) -> Constraint {
        switch code {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID: .unique
        case .SQLITE_CONSTRAINT_FOREIGNKEY: .foreignKey
        case .SQLITE_CONSTRAINT_CHECK: .check
        case .SQLITE_CONSTRAINT_NOTNULL: .notNull
        default: .other
        }
    }
}
