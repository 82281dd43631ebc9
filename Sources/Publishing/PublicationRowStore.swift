import Foundation
import Storage

/// By what a row belongs to a version.
private struct VersionPlace: Hashable {
    let publication: ID<Publication>
    let number: Int
}

extension Reading {
    /// Publications with all their versions, by what they are called in addresses.
    func publications(_ condition: SQL) throws -> [Publication] {
        let heads = try rows(
            """
            SELECT id, kind, slug,
                (SELECT code FROM publication_code WHERE publication_code.publication = publication.id) AS code
            FROM publication WHERE \(condition) ORDER BY slug
            """)
        let versions = try versions(condition)
        return try heads.map { row in
            let id: ID<Publication> = try row("id")
            return try Publication(
                id: id, kind: row("kind"), slug: row("slug"), code: row("code"), versions: versions[id] ?? [])
        }
    }

    private func versions(_ condition: SQL) throws -> [ID<Publication>: [PublishedVersion]] {
        let files = try rows(
            """
            SELECT publication_file.* FROM publication_file
            JOIN publication ON publication.id = publication_file.publication
            WHERE \(condition) ORDER BY publication_file.position
            """
        ).map { row in
            try (
                VersionPlace(publication: row("publication"), number: row("number")),
                PublishedFile(
                    name: row("name"), title: row("title"), type: row("type"), sha256: row("sha256"), size: row("size"))
            )
        }
        let byVersion = Dictionary(grouping: files, by: \.0).mapValues { $0.map(\.1) }
        let noted = try notes(condition)
        let found = try rows(
            """
            SELECT publication_version.*, publication_withdrawal.at AS withdrawn_at, publication_withdrawal.why AS why
            FROM publication_version
            JOIN publication ON publication.id = publication_version.publication
            LEFT JOIN publication_withdrawal ON publication_withdrawal.publication = publication_version.publication
                AND publication_withdrawal.number = publication_version.number
            WHERE \(condition) ORDER BY publication_version.number DESC
            """
        ).map { row in
            let place = try VersionPlace(publication: row("publication"), number: row("number"))
            var version = try PublishedVersion(row, number: place.number, files: byVersion[place] ?? [])
            version.notes = noted[place] ?? []
            return (place.publication, version)
        }
        return Dictionary(grouping: found, by: \.0).mapValues { $0.map(\.1) }
    }

    /// What was said of versions after they were published.
    private func notes(_ condition: SQL) throws -> [VersionPlace: [PublishedVersion.Note]] {
        let found = try rows(
            """
            SELECT publication_note.* FROM publication_note
            JOIN publication ON publication.id = publication_note.publication
            WHERE \(condition) ORDER BY publication_note.position
            """
        ).map { row in
            try (
                VersionPlace(publication: row("publication"), number: row("number")),
                PublishedVersion.Note(at: row("at"), said: row("said"), why: row("why"))
            )
        }
        return Dictionary(grouping: found, by: \.0).mapValues { $0.map(\.1) }
    }

    /// What publications are called, by their identifiers.
    func publicationNames(_ addresses: [String]) throws -> [String: String] {
        let ids = addresses.compactMap { ID<Publication>($0) }
        let found = try publications("publication.partnership = \(partnership) AND publication.id IN \(ids)")
        return Dictionary(uniqueKeysWithValues: found.map { ($0.id.description, $0.title) })
    }
}

extension PublishedVersion {
    fileprivate init(_ row: Row, number: Int, files: [PublishedFile]) throws {
        let changes: JSON<[String]> = try row("changes")
        let withdrawnAt: Date? = try row("withdrawn_at")
        let why: String? = try row("why")
        self.init(
            number: number, title: try row("title"), summary: try row("summary"), publishedAt: try row("published_at"),
            publishedBy: try row("published_by"), changes: changes.content, page: try row("page_sha256"), files: files,
            hash: try row("hash"), withdrawal: withdrawnAt.map { Withdrawal(at: $0, why: why ?? "") })
    }
}

extension Writing {
    func enter(_ draft: VersionDraft, as id: ID<Publication>) throws {
        try run(
            """
            INSERT INTO publication (id, partnership, kind, slug)
            VALUES (\(id), \(partnership), \(draft.kind), \(draft.slug))
            """)
    }

    func enter(_ version: PublishedVersion, of id: ID<Publication>) throws {
        try run(
            """
            INSERT INTO publication_version
                (partnership, publication, number, title, summary, published_at, published_by, changes, page_sha256, hash)
            VALUES (
                \(partnership), \(id), \(version.number), \(version.title), \(version.summary), \(version.publishedAt),
                \(version.publishedBy), \(JSON(version.changes)), \(version.page), \(version.hash))
            """)
        for (position, file) in version.files.enumerated() {
            try run(
                """
                INSERT INTO publication_file
                    (partnership, publication, number, position, name, title, type, sha256, size)
                VALUES (
                    \(partnership), \(id), \(version.number), \(position), \(file.name), \(file.title), \(file.type),
                    \(file.sha256), \(file.size))
                """)
        }
    }
}
