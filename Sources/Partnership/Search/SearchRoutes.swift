import Foundation
import Hummingbird
import Membership
import Storage
import Web

/// `/search`: each member finds what they may see.
public struct SearchRoutes: Sendable {
    private let database: Database
    private let profile: Profile
    private let permissions: Set<Permission>
    private let kinds: [FoundKind]

    /// - Parameters:
    ///   - permissions: all that the program declares.
    ///   - kinds: what there is to find, in the order in which it is told.
    public init(_ database: Database, profile: Profile, permissions: Set<Permission>, kinds: [FoundKind]) {
        self.database = database
        self.profile = profile
        self.permissions = permissions
        self.kinds = kinds
    }

    public func add(to routes: inout Routes) {
        let now = routes.site.now
        routes.members(.get, "/search", may: .search) { request, context in
            .page(try await page(request, for: context.session, on: profile.today(at: now())))
        }
    }

    private func page(_ request: Request, for session: Session, on day: Day) async throws -> Page {
        let typed = (request.asked("q") ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        let (words, kind) = (SearchWords(typed), kinds.first { $0.kind.description == request.asked("kind") })
        // S44: what a member may do here goes into the question, so that nothing else is even counted.
        let audiences = Set(permissions.filter { session.may($0) }.map { SearchAudience($0) })
        let asked = request.asked("page")
        let first = max(asked.flatMap { Int($0) } ?? 1, 1)
        func results(_ number: Int) async throws -> SearchResults {
            let offset = (min(number, 1_000_000) - 1) * SearchPage.size
            return try await database.search(
                words, for: audiences, on: day, kind: kind?.kind, offset..<(offset + SearchPage.size))
        }
        var found = try await results(first)
        let total = kind.map { found.counts[$0.kind] ?? 0 } ?? found.total
        let place = PageOfMany(asked, size: SearchPage.size, total: total)
        if place.number != first { found = try await results(place.number) }
        return SearchPage(typed: typed, words: words, kinds: kinds, kind: kind, results: found, place: place).page
    }
}
