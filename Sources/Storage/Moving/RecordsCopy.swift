import Foundation

/// Copies all records from one engine to another: identifiers, entries and their hashes stay as they are.
struct RecordsCopy {
    let migrations: [Migrations]
    let source: any Connection
    let target: any WritingConnection
    let targetDialect: Dialect

    /// Lays the records out in the target, which has to be empty, and fills it, in one transaction.
    ///
    /// - Parameter progress: is told of each table that is done.
    /// - Returns: how many rows each table has.
    /// - Throws: ``MovingFault``, ``DatabaseFault``
    @discardableResult
    func run(progress: (Int, Int) throws -> Void = { _, _ in }) throws -> [String: Int] {
        try target.transaction {
            guard try target.tables().isEmpty else { throw MovingFault.notEmpty }
            try target.deferReferences()
            let run = MigrationRun(
                slices: [.ofStorage] + migrations, time: .distantPast, identities: .system, dialect: targetDialect)
            try run.layOut(on: target)
            let sourceTables = Dictionary(
                uniqueKeysWithValues: try source.tables().map { ($0.name, Set($0.columns)) })
            let tables = try target.tables()
            guard Set(sourceTables.keys) == Set(tables.map(\.name)) else { throw MovingFault.otherLayout }
            var counts: [String: Int] = [:]
            for (index, table) in tables.enumerated() {
                guard sourceTables[table.name] == Set(table.columns) else { throw MovingFault.otherLayout }
                counts[table.name.word] = try copy(table)
                try progress(index + 1, tables.count)
            }
            try SearchIndex.fill(on: target)
            try run.rehash(on: target)
            return counts
        }
    }

    private func copy(_ table: Table) throws -> Int {
        let names = table.columns.map(\.text).joined(separator: ", ")
        return try target.insert(into: table.name, columns: table.columns) { add in
            try source.each(SQL(verbatim: "SELECT \(names) FROM \(table.name.text)")) { row in try add(row.values) }
        }
    }
}

/// Records could not be moved, backed up or restored.
public enum MovingFault: Error, Hashable, CustomStringConvertible {
    case notEmpty
    case otherLayout
    /// The records were moved to another database some time ago.
    case movedAway(folder: String)
    case exists(String)
    /// The disk would be full before the end, in bytes.
    case noRoom(String, needed: Int, free: Int)
    case noBackup(String)
    /// What was copied is not what was there.
    case notTheSame(String)
    case file(String, reason: String)

    public var description: String {
        switch self {
        case .notEmpty: "The database there is not empty. Name a new one: nothing is ever written over."
        case .otherLayout:
            "The records are not laid out as this version of the program lays them out. Start the program once with "
                + "them, so that they are brought up to date, and try again."
        case .movedAway(let folder):
            "The records of ‘\(folder)’ were moved to PostgreSQL. Say where with --database or FRANKPLEDGE_DATABASE."
        case .exists(let path): "‘\(path)’ is there already. Name a folder that is not: nothing is ever written over."
        case .noRoom(let path, let needed, let free):
            "There is not room enough for ‘\(path)’: it takes about \(needed / 1_000_000) MB until it is made and "
                + "checked, and \(free / 1_000_000) MB are free. Make room, or name a folder on another disk."
        case .noBackup(let path): "‘\(path)’ is no backup of ours: it has no manifest.json that can be read."
        case .notTheSame(let what): "The copy is not as it should be: \(what). Do not rely on it; make another."
        case .file(let path, let reason): "‘\(path)’ could not be used: \(reason)."
        }
    }
}
