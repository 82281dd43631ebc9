import HTTPTypes
import Hummingbird
import Membership
import Publishing
import Storage
import Web

/// Who knows what a member should know of a publication before they read it.
public protocol PublicationNews: Sendable {
    /// - Returns: what is said at the head of the version that stands; none where there is nothing to say to them.
    func news(of publication: Publication, for member: Member) async throws -> [Notice]
}

/// `/publications`: what the partnership has published, as everybody reads it.
public struct PublicationRoutes: Sendable {
    private let store: PublicationStore
    private let meetings: MeetingNoticeStore
    private let news: (any PublicationNews)?

    /// - Parameter news: where it is known what members are told of a publication; nil where nothing is.
    public init(_ database: Database, identities: Identities, news: (any PublicationNews)? = nil) {
        store = PublicationStore(database, identities: identities)
        meetings = MeetingNoticeStore(database)
        self.news = news
    }

    public func add(to routes: inout Routes) {
        routes.visitors(.get, "/publications") { _, _ in
            .page(PublicationsPage(publications: try await store.publications()).page)
        }
        routes.visitors(.get, "/p/{code}") { _, context in
            guard let code = context.parameters.get("code").flatMap({ PublicationCode(rawValue: $0) }),
                let slug = try await store.slug(of: code)
            else { throw HTTPError(.notFound) }
            return .redirect(to: "/publications/\(slug)")
        }
        PublicationListingRoutes(store: store).add(to: &routes)
        routes.visitors(.get, "/publications/{publication}") { _, context in
            let publication = try await found(context)
            guard let version = publication.current else {
                return .page(
                    WithdrawnPage(publication: publication, version: publication.versions[0]).page, status: .gone)
            }
            return try await show(version, of: publication, to: context.visit.member)
        }
        routes.visitors(.get, "/publications/{publication}/versions/{version}") { _, context in
            let publication = try await found(context)
            return try await show(try version(context, of: publication), of: publication, to: context.visit.member)
        }
        routes.visitors(.get, "/publications/{publication}/versions/{version}/{file}") { _, context in
            let publication = try await found(context)
            let version = try version(context, of: publication)
            guard version.withdrawal == nil else {
                return .page(WithdrawnPage(publication: publication, version: version).page, status: .gone)
            }
            guard let file = context.parameters.get("file").flatMap(version.file) else { throw HTTPError(.notFound) }
            if file.type == .page {
                return .page(
                    PartPage(publication: publication, version: version, content: try await store.page(file)).page)
            }
            return .shown(try await store.bytes(of: file), type: file.type.rawValue, named: file.savedName(publication))
        }
        WithdrawalRoutes(store: store).add(to: &routes)
    }

    private func show(
        _ version: PublishedVersion, of publication: Publication, to member: Member?
    ) async throws -> Reply {
        guard version.withdrawal == nil else {
            return .page(WithdrawnPage(publication: publication, version: version).page, status: .gone)
        }
        var page = PublicationPage(
            publication: publication, version: version, content: try await store.page(of: version))
        // Of an earlier version the one that followed it says what is different.
        if let member, version.number == publication.current?.number {
            page.news = try await news?.news(of: publication, for: member) ?? []
        }
        if publication.kind.isOfMeetings { page.meeting = try await meetings.meeting(with: publication.id) }
        return .page(page.page)
    }

    private func found(_ context: VisitorContext) async throws -> Publication {
        guard let slug = context.parameters.get("publication"), let found = try await store.publication(slug),
            !found.versions.isEmpty
        else { throw HTTPError(.notFound) }
        return found
    }

    private func version(_ context: VisitorContext, of publication: Publication) throws -> PublishedVersion {
        guard let number = context.parameters.get("version").flatMap({ Int($0) }),
            let version = publication.version(number)
        else { throw HTTPError(.notFound) }
        return version
    }
}

extension PublishedFile {
    /// What a chart is part of says what it is; what is saved has to say it by itself.
    fileprivate func savedName(_ publication: Publication) -> String { "\(publication.slug)-\(name)" }
}
