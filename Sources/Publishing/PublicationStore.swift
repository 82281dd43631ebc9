import Foundation
import Storage
import Web

/// What is laid before everybody: versions go in, and none comes out changed.
public struct PublicationStore: Sendable {
    let database: Database
    private let identities: Identities

    public init(_ database: Database, identities: Identities) {
        self.database = database
        self.identities = identities
    }

    /// Everything that was ever published, by what it is called in addresses.
    ///
    /// - Throws: `DatabaseFault`
    public func publications() async throws -> [Publication] {
        try await database.read { db in try db.publications("publication.partnership = \(db.partnership)") }
    }

    /// Tells one state of what is published from the next: nothing that was is ever removed, so it is enough to count.
    ///
    /// - Throws: `DatabaseFault`
    public func edition() async throws -> String {
        try await database.read { db in
            let row = try db.row(
                """
                SELECT (SELECT count(*) FROM publication_version WHERE partnership = \(db.partnership)) AS versions,
                    (SELECT count(*) FROM publication_withdrawal WHERE partnership = \(db.partnership)) AS withdrawals
                """)
            let (versions, withdrawals): (Int, Int) = (try row?("versions") ?? 0, try row?("withdrawals") ?? 0)
            return "\(versions) \(withdrawals)"
        }
    }

    /// - Throws: `DatabaseFault`
    public func publication(_ slug: String) async throws -> Publication? {
        try await database.read { db in
            try db.publications("publication.partnership = \(db.partnership) AND publication.slug = \(slug)").first
        }
    }

    /// The page of a version, if its bytes are those that were published.
    ///
    /// - Throws: `KeptFileFault`, `DecodingError`
    public func page(of version: PublishedVersion) async throws -> FrozenPage {
        try FrozenPage(unchanged: database.files.bytes(of: version.page))
    }

    /// A further page of a version.
    ///
    /// - Throws: `KeptFileFault`, `DecodingError`
    public func page(_ file: PublishedFile) async throws -> FrozenPage {
        try FrozenPage(unchanged: await bytes(of: file))
    }

    /// - Throws: `KeptFileFault`
    public func bytes(of file: PublishedFile) async throws -> [UInt8] {
        try database.files.bytes(of: file.sha256)
    }

    /// Publishes a version, which follows the one that stands.
    ///
    /// - Parameters:
    ///   - before: the number of the newest version that whoever publishes knows of, 0 where there is none: two
    ///   who publish at once do not both succeed.
    ///   - notes: what else its entry says, such as what was known to be wanting.
    ///   - alongside: what else is done in the same transaction, such as putting it with its meeting.
    /// - Throws: ``PublishingRefusal``, `KeptFileFault`, `DatabaseFault`
    @discardableResult
    public func publish(
        _ draft: VersionDraft, after before: Int, noting notes: [Entry.Change] = [], by actor: Entry.Actor,
        at time: Date, alongside: @escaping @Sendable (Writing) throws -> Void = { _ in }
    ) async throws -> PublishedVersion {
        let page = try await database.files.keep(draft.page.bytes())
        var files: [PublishedFile] = []
        for file in draft.files {
            let kept = try await database.files.keep(file.bytes)
            files.append(
                PublishedFile(
                    name: file.name, title: file.title, type: file.type, sha256: kept.hash, size: kept.size))
        }
        guard Set(files.map(\.name)).count == files.count else { throw PublishingRefusal.twoFilesOfOneName }
        let id = try await publication(draft.slug)?.id ?? identities.new(at: time)
        let entry = Entry(.versionPublished, of: .init("publication", id), by: actor, at: time, changes: notes)
        return try await database.write(entry) { [files] db in
            let known = try db.publications(
                "publication.partnership = \(db.partnership) AND publication.slug = \(draft.slug)"
            ).first
            guard known?.id ?? id == id, known?.versions.first?.number ?? 0 == before else {
                throw PublishingRefusal.publishedMeanwhile
            }
            let number = before + 1
            let hash = VersionHash(
                slug: draft.slug, number: number, title: draft.page.title, publishedAt: time, changes: draft.changes,
                page: page.hash, files: files, before: known?.versions.first?.hash
            ).hash
            let version = PublishedVersion(
                number: number, title: draft.page.title, summary: draft.page.summary, publishedAt: time,
                publishedBy: actor.shownName, changes: draft.changes, page: page.hash, files: files, hash: hash,
                withdrawal: nil)
            if known == nil { try db.enter(draft, as: id) }
            try db.enterCode(of: draft.slug, as: id, printed: draft.code)
            try db.enter(version, of: id)
            try db.enterBeside(draft, number: number, of: id)
            db.changed("version", from: Int?.none, to: number)
            db.changed("hash", from: String?.none, to: hash.description)
            try alongside(db)
            return version
        }
    }

    /// Takes a version away from readers; that it was there, when it went and why, stays.
    ///
    /// - Throws: ``PublishingRefusal``, `DatabaseFault`
    public func withdraw(
        _ slug: String, version number: Int, because why: String, by actor: Entry.Actor, at time: Date
    ) async throws {
        guard let known = try await publication(slug) else { throw PublishingRefusal.notHere }
        let entry = Entry(
            .versionWithdrawn, of: .init("publication", known.id), by: actor, at: time, why: why,
            changes: [.init("version", from: number, to: Int?.none)])
        try await database.write(entry) { db in
            let now = try db.publications(
                "publication.partnership = \(db.partnership) AND publication.id = \(known.id)"
            ).first
            guard let version = now?.version(number) else { throw PublishingRefusal.notHere }
            guard version.withdrawal == nil else { throw PublishingRefusal.withdrawnAlready }
            try db.run(
                """
                INSERT INTO publication_withdrawal (partnership, publication, number, at, why)
                VALUES (\(db.partnership), \(known.id), \(number), \(time), \(why))
                """)
            try db.unindex(version, of: known)
        }
    }

    /// Says something to all readers of a version that became known after it was published; the version stays as it is.
    ///
    /// - Parameters:
    ///   - said: what became of its sources.
    ///   - why: the reason, which everybody reads too.
    /// - Throws: ``PublishingRefusal``, `DatabaseFault`
    public func note(
        _ slug: String, version number: Int, saying said: String, because why: String, by actor: Entry.Actor,
        at time: Date
    ) async throws {
        guard let known = try await publication(slug) else { throw PublishingRefusal.notHere }
        let entry = Entry(
            .versionNoted, of: .init("publication", known.id), by: actor, at: time, why: why,
            changes: [
                .init("version", from: Int?.none, to: number), .init("told readers", from: String?.none, to: said),
            ])
        try await database.write(entry) { db in
            let now = try db.publications(
                "publication.partnership = \(db.partnership) AND publication.id = \(known.id)"
            ).first
            guard let version = now?.version(number) else { throw PublishingRefusal.notHere }
            guard version.withdrawal == nil else { throw PublishingRefusal.withdrawnAlready }
            // Pressed twice, it is said once.
            guard version.notes.last?.said != said else { throw PublishingRefusal.saidAlready }
            try db.run(
                """
                INSERT INTO publication_note (partnership, publication, number, position, at, said, why)
                VALUES (
                    \(db.partnership), \(known.id), \(number), \(version.notes.count + 1), \(time), \(said), \(why))
                """)
        }
    }
}

/// What is to become a version.
public struct VersionDraft: Sendable {
    public let kind: Publication.Kind
    public let slug: String
    public let page: FrozenPage
    public let files: [File]
    /// What is different from the version before, a line for each thing.
    public let changes: [String]
    /// What it says, as data.
    public let record: PublicationRecord?
    /// The one that its short link ends with, where that is printed in it.
    public let code: PublicationCode?

    public struct File: Sendable {
        public let name: String
        public let title: String?
        public let type: PublishedFile.MediaType
        public let bytes: [UInt8]
        /// The words in it, by which it is found; nil where the page has them.
        public let text: String?

        /// - Parameters:
        ///   - name: as it stands in addresses: "assessment.pdf".
        ///   - title: what it is, for a reader; nil for one that is only part of the page.
        public init(
            _ name: String, title: String?, type: PublishedFile.MediaType, bytes: [UInt8], text: String? = nil
        ) {
            (self.name, self.title, self.type, self.bytes, self.text) = (name, title, type, bytes, text)
        }
    }

    public init(
        _ kind: Publication.Kind, slug: String, page: FrozenPage, files: [File], changes: [String] = [],
        record: PublicationRecord? = nil, code: PublicationCode? = nil
    ) {
        (self.kind, self.slug, self.page, self.files, self.changes) = (kind, slug, page, files, changes)
        (self.record, self.code) = (record, code)
    }
}

/// Why something cannot be published or withdrawn, in the words a person should read.
public enum PublishingRefusal: Refused, Hashable {
    case publishedMeanwhile
    case twoFilesOfOneName
    case withdrawnAlready
    case notHere
    case saidAlready
    case sameAsBefore

    public var reason: String {
        switch self {
        case .publishedMeanwhile:
            "Somebody published another version while you were about to. Look at it, and publish yours after it"
        case .twoFilesOfOneName: "Two of the files have the same name. Give one of them another"
        case .withdrawnAlready: "This version is withdrawn already"
        case .notHere: "There is no such publication here"
        case .sameAsBefore: "Nothing is different from what is published already"
        case .saidAlready: "Readers are told that already. Look at the publication’s page"
        }
    }
}
