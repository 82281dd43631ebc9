/// The records could not be opened.
public enum OpeningFault: Error, Hashable, CustomStringConvertible {
    /// Another process, or another part of this one, has the folder open.
    case inUse(folder: String, process: Int?)
    /// The folder can't be made, entered or written.
    case folder(String, reason: String)
    /// There are no records where a command expects them.
    case noRecords(folder: String)
    /// The database is empty, and the folder belongs to records that are somewhere else.
    case recordsElsewhere(folder: String)
    /// A setting that keeps what is saved safe could not be had.
    case notDurable(setting: String, wanted: String, found: String)
    /// PostgreSQL is not set as it has to be.
    case unsuitable(setting: String, wanted: String, found: String)
    /// The program is older than the records.
    case fromNewerProgram(slice: String)
    /// A migration was edited after it was released.
    case migrationChanged(slice: String, name: String)
    /// A migration was put before one that has been applied.
    case migrationOutOfOrder(slice: String, name: String)
    /// Two migrations, or two slices, go by one name.
    case migrationNamedTwice(String)

    public var description: String {
        switch self {
        case .inUse(let folder, let process):
            "The data folder ‘\(folder)’ is in use by "
                + (process.map { "process \($0)" } ?? "another process")
                + ". Stop that one first, or name another folder."
        case .folder(let folder, let reason):
            "The data folder ‘\(folder)’ can’t be used: \(reason). Check that it is there and that you may write in it."
        case .noRecords(let folder):
            "There are no records for the data folder ‘\(folder)’. Check --data, and --database if you use it; nothing was "
                + "made. A new installation begins with ‘frankpledge serve’."
        case .recordsElsewhere(let folder):
            "The database is empty, but the data folder ‘\(folder)’ belongs to records that are somewhere else. Check the "
                + "database’s name in --database or FRANKPLEDGE_DATABASE; nothing was made. To begin anew, name an empty "
                + "folder. To move records here from SQLite: frankpledge migrate."
        case .notDurable(let setting, let wanted, let found):
            "SQLite would not keep what is saved safe: \(setting) is \(found) and has to be \(wanted). "
                + "Put the data folder on a local disk."
        case .unsuitable(let setting, let wanted, let found):
            "The PostgreSQL database can’t be used: \(setting) is \(found.isEmpty ? "not set" : found) and has to be \(wanted). "
                + (setting.hasPrefix("lc_") || setting == "server_encoding"
                    ? "Create it with: createdb --template template0 --encoding UTF8 --locale C NAME"
                    : "Change it in the server’s postgresql.conf and start the server again.")
        case .fromNewerProgram(let slice):
            "The records were written by a newer version of this program (in ‘\(slice)’). "
                + "Start that version, or restore a backup from before it."
        case .migrationChanged(let slice, let name):
            "The migration ‘\(name)’ of ‘\(slice)’ is not the one these records were made with. "
                + "Start the version that made them; a released migration is never edited, a new one is added."
        case .migrationOutOfOrder(let slice, let name):
            "The migration ‘\(name)’ of ‘\(slice)’ stands before one that has been applied. Put it last."
        case .migrationNamedTwice(let name):
            "There are two of the name ‘\(name)’ among the migrations."
        }
    }
}
