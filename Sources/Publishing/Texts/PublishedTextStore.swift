import Storage
import Web

/// Everything published, for making the index of what everybody may find anew.
public struct PublishedSearch: Searchable {
    private let files: KeptFiles

    public init(_ files: KeptFiles) {
        self.files = files
    }

    public var searchKinds: [SearchDocument.Kind] { SearchDocument.Kind.published }

    public func eachSearchDocument(in db: Reading, _ body: (SearchDocument) throws -> Void) throws {
        let records = try db.publicationRecords()
        for publication in try db.publications("publication.partnership = \(db.partnership)") {
            for version in publication.versions where version.withdrawal == nil {
                // A kept file that is gone is told of on its own page; the rest is found all the same.
                guard let texts = try? texts(of: version, in: publication, db, records) else { continue }
                for document in texts.documents { try body(document) }
            }
        }
        let slugs = try db.rows("SELECT body, slug FROM meeting_body WHERE partnership = \(db.partnership)")
        for row in slugs {
            let (key, slug): (String, String) = (try row("body"), try row("slug"))
            if let version = try db.bodyVersions(of: key).last { try body(SearchDocument(version.body, called: slug)) }
        }
    }

    private func texts(
        of version: PublishedVersion, in publication: Publication, _ db: Reading,
        _ records: [ID<Publication>: [Int: PublicationRecord]]
    ) throws -> VersionTexts {
        VersionTexts(
            slug: publication.slug, number: version.number, kind: publication.kind,
            page: try FrozenPage(unchanged: files.bytes(of: version.page)),
            parts: try version.files.filter { $0.type == .page }.map {
                ($0.name, try FrozenPage(unchanged: files.bytes(of: $0.sha256)))
            },
            files: try db.fileTexts(of: version, in: publication.id), record: records[publication.id]?[version.number])
    }
}

extension Reading {
    /// The words of files that were given to us, as they were read when the version was published.
    fileprivate func fileTexts(
        of version: PublishedVersion, in id: ID<Publication>
    ) throws -> [(name: String, title: String, text: String)] {
        try rows(
            """
            SELECT name, content FROM publication_text
            WHERE partnership = \(partnership) AND publication = \(id) AND number = \(version.number) ORDER BY name
            """
        ).map { row in
            let name: String = try row("name")
            return (name, version.file(name)?.title ?? name, try row("content"))
        }
    }
}

extension Writing {
    /// What goes with a version: what it says as data, and by which words it is found.
    func enterBeside(_ draft: VersionDraft, number: Int, of id: ID<Publication>) throws {
        if let record = draft.record {
            try run(
                """
                INSERT INTO publication_record (partnership, publication, number, content)
                VALUES (\(partnership), \(id), \(number), \(try JSON(record)))
                """)
            for one in record.minutes?.attendance ?? [] {
                if let person = one.person { try nameInAddresses(person, called: one.name) }
            }
        }
        for file in draft.files {
            guard let text = file.text else { continue }
            try run(
                """
                INSERT INTO publication_text (partnership, publication, number, name, content)
                VALUES (\(partnership), \(id), \(number), \(file.name), \(text))
                """)
        }
        for document in try draft.texts(number: number).documents { try index(document) }
    }

    /// Lets nothing of a version be found any more.
    func unindex(_ version: PublishedVersion, of publication: Publication) throws {
        let record = try publicationRecords()[publication.id]?[version.number]
        let own = PublishedPart(publication.slug, version.number)
        for kind in [SearchDocument.Kind.publishedAgenda, .publishedMinutes, .publishedDocument] {
            try unindex(kind, called: own.subject)
        }
        for file in version.files {
            try unindex(
                .publishedPaper, called: PublishedPart(publication.slug, version.number, file.name).subject)
        }
        for item in record?.minutes?.items ?? [] {
            try unindex(
                .publishedDecision, called: PublishedPart(publication.slug, version.number, item.key).subject)
        }
    }
}

extension VersionDraft {
    fileprivate func texts(number: Int) throws -> VersionTexts {
        VersionTexts(
            slug: slug, number: number, kind: kind, page: page,
            parts: try files.filter { $0.type == .page }.map { ($0.name, try FrozenPage(unchanged: $0.bytes)) },
            files: files.compactMap { file in file.text.map { (file.name, file.title ?? file.name, $0) } },
            record: record)
    }
}
