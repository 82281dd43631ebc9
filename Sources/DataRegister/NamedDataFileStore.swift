import Foundation
import Storage
import Wording

/// The data files that releases and imports rest on.
public struct NamedDataFiles: NamesKeptFiles {
    public let tablesNamingFiles: Set = ["data_release", "data_import"]

    public init() {}

    /// An import whose file became a release is told by that.
    public func eachNamedFile(in db: Reading, _ body: (NamedFile) throws -> Void) throws {
        try db.each(
            """
            SELECT sha256, name, received_at FROM data_release WHERE partnership = \(db.partnership)
            ORDER BY received_at, id
            """
        ) { row in
            let name: String = try row("name")
            let received: Date = try row("received_at")
            try body(NamedFile(row("sha256"), by: "the release ‘\(name)’, received on \(received.day)"))
        }
        try db.each(
            """
            SELECT sha256, name, began_at FROM data_import
            WHERE partnership = \(db.partnership) AND data_release IS NULL ORDER BY began_at, id
            """
        ) { row in
            let name: String = try row("name")
            let began: Date = try row("began_at")
            try body(NamedFile(row("sha256"), by: "the import of ‘\(name)’ on \(began.day)"))
        }
    }
}
