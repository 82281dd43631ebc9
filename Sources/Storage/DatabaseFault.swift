/// The records could not be read or changed.
public enum DatabaseFault: Error, Hashable, CustomStringConvertible {
    /// The rules of the table refuse the row. `about` names the constraint or the columns, for the log.
    case constraint(Constraint, about: String)
    /// A value that no engine can hold was to be stored.
    case unstorable(String)
    /// The body of `read` tried to write.
    case readOnly
    /// The disk failed now or earlier; nothing is written until the program is started again.
    case writingStopped(because: String)
    /// The records are damaged, or the disk could not be read.
    case unreadable(String)
    /// The database's server does not answer. Nothing was saved.
    case unreachable(String)
    /// The server was lost while it was saving: it may have been saved, or not.
    case unknownOutcome(String)
    /// The records were not free in time.
    case busy
    case closed
    /// The statement is wrong: a fault in the program.
    case statement(String, sql: String)

    /// A rule of a table.
    public enum Constraint: String, Sendable, Hashable {
        case unique, foreignKey, check, notNull, other
    }

    public var description: String {
        switch self {
        case .constraint(let constraint, let about):
            "The records do not allow it: \(constraint.rawValue), \(about)."
        case .unstorable(let what): "The records cannot hold \(what)."
        case .readOnly: "Nothing can be changed while only reading."
        case .writingStopped(let reason):
            "Nothing more can be saved: \(reason). What was saved before is safe and can be read. "
                + "Put that right, then start the program again."
        case .unreadable(let reason):
            "The records could not be read: \(reason). Check the disk; if it is sound, restore the last backup."
        case .unreachable(let reason):
            "The database can’t be reached: \(reason). Nothing was saved; try again in a minute."
        case .unknownOutcome(let reason):
            "The database was lost while it was saving: \(reason). It may be saved or not: send the same form again, "
                + "which saves it once."
        case .busy: "The records were in use for too long. Try again."
        case .closed: "The records are closed: the program is stopping."
        case .statement(let message, let sql): "A fault in the program: \(message), in: \(sql)"
        }
    }
}
