import Storage

/// The pages and files of published versions.
public struct NamedPublicationFiles: NamesKeptFiles {
    public let tablesNamingFiles: Set = ["publication_version", "publication_file"]

    public init() {}

    public func names(_ hash: FileHash, in db: Reading) throws -> Bool {
        let pages: Int? = try db.value("SELECT count(*) FROM publication_version WHERE page_sha256 = \(hash)")
        let files: Int? = try db.value("SELECT count(*) FROM publication_file WHERE sha256 = \(hash)")
        return (pages ?? 0) + (files ?? 0) > 0
    }

    public func eachNamedFile(in db: Reading, _ body: (NamedFile) throws -> Void) throws {
        try db.each(
            """
            SELECT number, title, page_sha256 FROM publication_version WHERE partnership = \(db.partnership)
            ORDER BY publication, number
            """
        ) { row in
            let (number, title): (Int, String) = (try row("number"), try row("title"))
            try body(NamedFile(row("page_sha256"), by: "the page of ‘\(title)’, version \(number)"))
        }
        try db.each(
            """
            SELECT publication_file.name AS name, publication_file.number AS number, publication_file.sha256 AS sha256,
                publication.slug AS slug
            FROM publication_file JOIN publication ON publication.id = publication_file.publication
            WHERE publication_file.partnership = \(db.partnership)
            ORDER BY publication_file.publication, publication_file.number, publication_file.position
            """
        ) { row in
            let (number, name, slug): (Int, String, String) = (try row("number"), try row("name"), try row("slug"))
            try body(NamedFile(row("sha256"), by: "the file ‘\(name)’ of \(slug), version \(number)"))
        }
    }
}
