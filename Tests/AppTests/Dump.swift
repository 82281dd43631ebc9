import Foundation

@testable import Storage

extension Database {
    /// Every row of every table, as text: two dumps are equal only if nothing at all was changed. The jobs are left out, and
    /// the installation's own entries: the program sees to those by itself, whenever it comes to it.
    func dump() async throws -> [String] {
        try await read { db in
            let tables: [String] = try db.rows(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'job' ORDER BY name"
            )
            .map { try $0("name") }
            return try tables.flatMap { table in
                let isOurs: SQL = table.hasPrefix("entry") ? "WHERE partnership <> \(ID<Tenant>.installation)" : ""
                return try db.rows(SQL(verbatim: "SELECT * FROM \"\(table)\" ") + isOurs + " ORDER BY 1, 2").map {
                    row in
                    "\(table): \(row.values)"
                }
            }
        }
    }

    /// How many entries there are in all, but for those of what the program does by itself for the installation.
    func countEntries() async throws -> Int {
        try await read { db in
            try db.value("SELECT COUNT(*) FROM entry WHERE partnership <> \(ID<Tenant>.installation)") ?? 0
        }
    }
}

/// Everything that stands in a data folder, byte by byte.
func everyByte(in folder: String) throws -> [(file: String, bytes: Data)] {
    let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return files.compactMap { file in
        (try? Data(contentsOf: URL(filePath: "\(folder)/\(file)"))).map { (file, $0) }
    }
}
