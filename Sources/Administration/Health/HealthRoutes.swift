import Hummingbird
import Membership
import Storage
import Web

/// `/health`: how the program does, for those who look after it.
public struct HealthRoutes: Sendable {
    private let database: Database
    private let desk: any HealthDesk

    public init(_ database: Database, desk: any HealthDesk) {
        (self.database, self.desk) = (database, desk)
    }

    public func add(to routes: inout Routes) {
        let (database, desk, now) = (database, desk, routes.site.now)
        routes.members(.get, "/health", may: .lookAfterSystem) { request, context in
            let isTriedAgain = request.asked("again") == "yes"
            return .page(HealthPage(facts: try await desk.facts(), isTriedAgain: isTriedAgain).page(for: context.visit))
        }
        routes.members(.post, "/health/jobs/{job}/again", may: .lookAfterSystem) { _, context in
            guard let job = ID<Job>(context.parameters.get("job") ?? ""),
                try await database.tryAgain(job, by: context.member.actor, at: now())
            else { throw HTTPError(.notFound) }
            return .redirect(to: "/health?again=yes")
        }
    }
}
