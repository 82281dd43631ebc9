import Foundation
import Publishing
import Storage

/// What the forward plan told everybody of business in private (SI 2012/2089, regulation 5; D92), for whoever makes up agendas.
public struct PrivateNoticeStore: Sendable {
    private let database: Database

    public init(_ database: Database) {
        self.database = database
    }

    /// A notice that something is to be considered in private.
    public struct Told: Hashable, Sendable {
        /// As it stands in addresses.
        public let slug: String
        public let title: String
        /// When it was said first, of that day or an earlier one.
        public let firstAt: Date
        /// When it was said again, with what people had said against it; nil where it was not.
        public let secondAt: Date?
        /// Who agreed that it cannot be deferred, and why; empty where nobody had to.
        public let agreement: String
    }

    /// Notices that stand of what a body is to consider in private on a day, by their titles.
    ///
    /// - Parameter body: as ``DecidingBody/key`` has it.
    /// - Throws: `DatabaseFault`
    public func notices(of body: String, on day: Day) async throws -> [Told] {
        try await database.read { db in
            let slugs = Set(
                try db.drafts(.plannedDecision, of: PlanStatement.self).filter { $0.body == body }.compactMap(
                    \.publication))
            return try db.plans().filter { slugs.contains($0.slug) && $0.dropped == nil }.compactMap { plan in
                try Told(plan, versions: db.planVersions(called: plan.slug), on: day)
            }
        }.sorted { ($0.title, $0.slug) < ($1.title, $1.slug) }
    }
}

extension PrivateNoticeStore.Told {
    /// - Parameter versions: the first first. A notice of an earlier day holds for a later one, and not the other way round.
    init?(_ plan: PlannedDecision, versions: [(publishedAt: Date, statement: PlanStatement)], on day: Day) {
        let statement = plan.statement
        guard statement.privacy.isPrivate == true, let from = statement.from, from <= day,
            day <= statement.until ?? from
        else { return nil }
        let own = versions.filter { version in
            version.statement.privacy.isPrivate == true && version.statement.from.map { $0 <= day } ?? false
        }
        guard let first = own.first else { return nil }
        self.init(
            slug: plan.slug, title: statement.title, firstAt: first.publishedAt,
            // What was written into the first is no further notice.
            secondAt: own.dropFirst().first { $0.statement.privacy.hasSecond }?.publishedAt,
            agreement: statement.privacy.agreement)
    }
}
