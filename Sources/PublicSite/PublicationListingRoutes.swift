import Foundation
import Hummingbird
import Publishing
import Storage
import Web

/// `/api/publications`: what is published, for programs.
struct PublicationListingRoutes: Sendable {
    let store: PublicationStore

    func add(to routes: inout Routes) {
        routes.visitors(.get, "/api/publications") { request, _ in
            let page = try PageOfList(request)
            return try .json(PublicationListing(try await store.publications(), page: page.number))
        }
    }
}

/// What programs are told of what is published. Names are never taken away, only added.
struct PublicationListing: Encodable {
    struct Document: Encodable {
        let title: String
        let kind: String
        let url: String
        let versions: [Version]

        init(_ publication: Publication) {
            (title, kind, url) = (publication.title, publication.kind.rawValue, publication.address.text)
            versions = publication.versions.map { Version($0, of: publication) }
        }
    }

    struct Version: Encodable {
        let number: Int
        let title: String
        let url: String
        let publishedAt: Date
        /// Over everything that makes it, and of the version before.
        let sha256: String
        let changes: [String]
        /// What readers were told that became known afterwards.
        let notes: [Note]
        /// Nil of one that stands.
        let withdrawn: Withdrawn?
        /// None of one that was withdrawn.
        let files: [File]

        init(_ version: PublishedVersion, of publication: Publication) {
            (number, title, publishedAt) = (version.number, version.title, version.publishedAt)
            (url, sha256) = (version.address(in: publication).text, version.hash.description)
            changes = version.withdrawal == nil ? version.changes : []
            notes = version.withdrawal == nil ? version.notes.map { Note(at: $0.at, said: $0.said, why: $0.why) } : []
            withdrawn = version.withdrawal.map { Withdrawn(at: $0.at, why: $0.why) }
            files = version.withdrawal == nil ? version.files.map { File($0, of: version, in: publication) } : []
        }
    }

    struct Note: Encodable {
        let at: Date
        let said: String
        let why: String
    }

    struct Withdrawn: Encodable {
        let at: Date
        let why: String
    }

    struct File: Encodable {
        let name: String
        let title: String?
        let url: String
        let type: String
        /// In bytes.
        let size: Int
        let sha256: String

        init(_ file: PublishedFile, of version: PublishedVersion, in publication: Publication) {
            (name, title, type) = (file.name, file.title, file.type.rawValue)
            (url, size) = (version.address(of: file, in: publication).text, file.size)
            sha256 = file.sha256.description
        }
    }

    static let most = 50

    let page: Int
    let pages: Int
    let total: Int
    /// The address of the next page; nil on the last.
    let next: String?
    let publications: [Document]

    private enum CodingKeys: CodingKey { case page, pages, total, next, publications }

    // On the last page it is said to be null, and not left out.
    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(page, forKey: .page)
        try fields.encode(pages, forKey: .pages)
        try fields.encode(total, forKey: .total)
        try fields.encode(next, forKey: .next)
        try fields.encode(publications, forKey: .publications)
    }

    /// - Parameter page: from 1.
    init(_ all: [Publication], page: Int) {
        let newest = all.sorted { $0.slug > $1.slug }
        let pages = PageOfList.count(of: all.count, most: Self.most)
        (self.page, self.pages, total) = (page, pages, all.count)
        next = page < pages ? ("/api/publications" as Address).asking(["page": "\(page + 1)"]).text : nil
        publications = newest.dropFirst((page - 1) * Self.most).prefix(Self.most).map(Document.init)
    }
}
