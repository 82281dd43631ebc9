import Storage

/// The papers that were laid before meetings, and the packs that were published.
public struct NamedAgendaFiles: NamesKeptFiles {
    public let tablesNamingFiles: Set = ["agenda_paper", "agenda_edition", "agenda_combined_pack"]

    public init() {}

    public func names(_ hash: FileHash, in db: Reading) throws -> Bool {
        let papers: Int? = try db.value("SELECT count(*) FROM agenda_paper WHERE sha256 = \(hash)")
        let packs: Int? = try db.value(
            "SELECT count(*) FROM agenda_edition WHERE pack_sha256 = \(hash) OR members_pack_sha256 = \(hash)")
        let combined: Int? = try db.value(
            "SELECT count(*) FROM agenda_combined_pack WHERE pack_sha256 = \(hash) OR members_pack_sha256 = \(hash)")
        return (papers ?? 0) + (packs ?? 0) + (combined ?? 0) > 0
    }

    public func eachNamedFile(in db: Reading, _ body: (NamedFile) throws -> Void) throws {
        try db.each(
            """
            SELECT title, sha256 FROM agenda_paper
            WHERE partnership = \(db.partnership) AND sha256 IS NOT NULL ORDER BY id
            """
        ) { row in
            let title: String = try row("title")
            try body(NamedFile(row("sha256"), by: "the paper ‘\(title)’ of an agenda"))
        }
        try db.each(
            """
            SELECT number, pack_sha256, members_pack_sha256 FROM agenda_edition
            WHERE partnership = \(db.partnership) ORDER BY meeting, number
            """
        ) { row in
            let title = AgendaEdition.title(try row("number"))
            try body(NamedFile(row("pack_sha256"), by: "the pack of an agenda (\(title.lowercased()))"))
            if let members: FileHash = try row("members_pack_sha256") {
                try body(NamedFile(members, by: "the members’ pack of an agenda (\(title.lowercased()))"))
            }
        }
        try db.each(
            """
            SELECT number, pack_sha256, members_pack_sha256 FROM agenda_combined_pack
            WHERE partnership = \(db.partnership) ORDER BY meeting, number
            """
        ) { row in
            let number: Int = try row("number")
            try body(NamedFile(row("pack_sha256"), by: "combined pack \(number) of a meeting"))
            if let members: FileHash = try row("members_pack_sha256") {
                try body(NamedFile(members, by: "the members’ combined pack \(number) of a meeting"))
            }
        }
    }
}
