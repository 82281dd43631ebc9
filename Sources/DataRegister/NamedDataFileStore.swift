import Foundation
import Storage
import Wording

/// The data files that releases and imports rest on. A partner's file that was left, refused or interrupted is named by its
/// import no more: its bytes are taken away. Of one that was taken in, its release names what is kept of it.
public struct NamedDataFiles: NamesKeptFiles {
    public let tablesNamingFiles: Set = ["data_release", "data_import"]

    public init() {}

    public func names(_ hash: FileHash, in db: Reading) throws -> Bool {
        let releases: Int? = try db.value("SELECT count(*) FROM data_release WHERE sha256 = \(hash)")
        let imports: Int? = try db.value(
            "SELECT count(*) FROM data_import WHERE sha256 = \(hash) AND data_release IS NULL AND \(Self.holds)")
        return (releases ?? 0) + (imports ?? 0) > 0
    }

    /// Of an import that its file is there.
    private static var holds: SQL {
        "(kind <> \(Release.Kind.mapped) OR state IN \(DataImport.State.holding))"
    }

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
            WHERE partnership = \(db.partnership) AND data_release IS NULL AND \(Self.holds) ORDER BY began_at, id
            """
        ) { row in
            let name: String = try row("name")
            let began: Date = try row("began_at")
            try body(NamedFile(row("sha256"), by: "the import of ‘\(name)’ on \(began.day)"))
        }
    }
}
