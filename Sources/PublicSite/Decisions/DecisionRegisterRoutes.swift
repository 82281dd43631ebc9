import Hummingbird
import Publishing
import Storage
import Web

/// `/decisions` and `/forward-plan`: what was decided and what is to be decided, as everybody reads it.
public struct DecisionRegisterRoutes: Sendable {
    private let store: DecisionRegisterStore
    private let publications: PublicationStore
    private let partnership: String
    private let today: @Sendable () -> Day

    /// - Parameter partnership: what the news are known by, wherever the site moves.
    public init(
        _ database: Database, identities: Identities, partnership: ID<Tenant>, today: @escaping @Sendable () -> Day
    ) {
        store = DecisionRegisterStore(database)
        publications = PublicationStore(database, identities: identities)
        (self.partnership, self.today) = (partnership.description, today)
    }

    public func add(to routes: inout Routes) {
        let site = routes.site
        routes.visitors(.get, "/decisions") { request, _ in
            let all = try await store.decisions()
            return .page(
                DecisionsPage(
                    all: all, question: DecisionQuestion(request), today: today(), site: site,
                    hasDelegations: try await publications.publication(Publication.registerOfDelegations)?.current
                        != nil
                ).page)
        }
        routes.visitors(.get, "/decisions.csv") { request, _ in
            let found = DecisionQuestion(request).found(in: try await store.decisions(), on: today())
            let table = DecisionTable(found, on: today()) { site.outside($0.address) }
            return .download(table.bytes, type: "text/csv; charset=utf-8", named: "decisions.csv")
        }
        routes.visitors(.get, "/decisions.atom") { _, _ in
            feed(.ofDecisions(try await store.decisions()), at: "decisions", titled: "Decisions of \(site.name)", site)
        }
        routes.visitors(.get, "/decisions/{decision}") { _, context in try await one(context) }
        routes.visitors(.get, "/forward-plan") { _, _ in
            .page(ForwardPlanPage(plans: try await store.plans(), today: today(), site: site).page)
        }
        routes.visitors(.get, "/forward-plan.atom") { _, _ in
            feed(.ofPlans(try await store.plans()), at: "forward-plan", titled: "Forward plan of \(site.name)", site)
        }
        routes.visitors(.get, "/forward-plan/{entry}") { _, context in try await planned(context) }
    }

    private func feed(_ entries: [AtomFeed.Entry], at file: String, titled title: String, _ site: Site) -> Reply {
        let isRegister = file == "decisions"
        return AtomFeed(
            id: NamedUUID("\(file).atom", partnership), title: title,
            subtitle: isRegister ? "What was decided, and what became of it." : "What is to be decided.",
            author: site.name,
            address: isRegister ? "/decisions.atom" : "/forward-plan.atom",
            page: isRegister ? "/decisions" : "/forward-plan", entries: entries, outside: site.outside,
            now: today().moments.lowerBound
        ).reply(named: "\(file).atom")
    }

    private func one(_ context: VisitorContext) async throws -> Reply {
        let slug = context.parameters.get("decision") ?? ""
        guard let decision = try await store.decision(slug) else { return try await gone(slug, .decision) }
        let plan = decision.statement.plan.isEmpty ? nil : try await store.plan(decision.statement.plan)
        return .page(
            DecisionPage(
                decision: decision, content: try await publications.page(of: decision.version), plan: plan,
                today: today()
            ).page)
    }

    private func planned(_ context: VisitorContext) async throws -> Reply {
        let slug = context.parameters.get("entry") ?? ""
        guard let plan = try await store.plan(slug) else { return try await gone(slug, .plannedDecision) }
        return .page(
            PlannedDecisionPage(plan: plan, content: try await publications.page(of: plan.version)).page)
    }

    /// What was withdrawn says so.
    private func gone(_ slug: String, _ kind: Publication.Kind) async throws -> Reply {
        guard let publication = try await publications.publication(slug), publication.kind == kind,
            let version = publication.versions.first
        else { throw HTTPError(.notFound) }
        return .page(WithdrawnPage(publication: publication, version: version).page, status: .gone)
    }
}
