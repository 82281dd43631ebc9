import Hummingbird
import Membership
import Publishing
import Storage
import Web

/// `/committees/delegations`: who may decide what in the place of a body.
struct DelegationRoutes: Sendable {
    let desk: DelegationDesk

    func add(to routes: inout Routes) {
        let path = "/committees/delegations"
        routes.members(.get, path, may: .readDecisions) { [desk] _, context in
            .page(
                DelegationListPage(
                    opened: try await desk.opened(), today: desk.today(), visit: context.visit,
                    keeps: context.member.may(.keepDecisions), publishes: context.member.may(.publishDecisions)
                ).page)
        }
        routes.members(.get, path + "/new", may: .keepDecisions) { _, context in
            .page(DelegationForms.enter().page(for: context.visit))
        }
        routes.members(.post, path, may: .keepDecisions) { [desk] form, context in
            try await answering(
                context.visit, again: { DelegationForms.enter(nil, Answers(form), refusals: $0) }
            ) {
                try await desk.store.enter(
                    try DelegationForms.read(form), by: context.member.actor, at: desk.now())
                return "/committees/delegations"
            }
        }
        routes.members(.get, path + "/{delegation}/details", may: .keepDecisions) { [self] _, context in
            let known = try await delegation(context)
            return .page(DelegationForms.enter(known, DelegationForms.answers(known)).page(for: context.visit))
        }
        routes.members(.post, path + "/{delegation}/details", may: .keepDecisions) { [self] in
            try await change($0, $1)
        }
        routes.members(.get, path + "/{delegation}/end", may: .keepDecisions) { [self] _, context in
            .page(DelegationForms.end(try await delegation(context)).page(for: context.visit))
        }
        routes.members(.post, path + "/{delegation}/end", may: .keepDecisions) { [self] in try await end($0, $1) }
        routes.members(.post, path + "/publication", may: .publishDecisions) { [self] in try await publish($0, $1) }
    }

    private func delegation(_ context: MemberContext) async throws -> Delegation {
        guard let id = context.parameters.get("delegation").flatMap({ ID<Delegation>($0) }),
            let found = try await desk.store.delegation(id)
        else { throw HTTPError(.notFound) }
        return found
    }

    private func change(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let known = try await delegation(context)
        return try await answering(
            context.visit, again: { DelegationForms.enter(known, Answers(form), refusals: $0) }
        ) {
            let details = try DelegationForms.read(form, endedBecause: known.details.endedBecause)
            return try await save(details, of: known, form, ending: false, context)
        }
    }

    private func end(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let known = try await delegation(context)
        return try await answering(
            context.visit, again: { DelegationForms.end(known, Answers(form), refusals: $0) }
        ) {
            var check = Check(form)
            let last = check.day("until", ask: "Enter its last day")
            let why = check.text("why", ask: "Say why it ends", longest: 300)
            if let last, last < known.details.since {
                check.refuse("That is before its first day, \(known.details.since.words)", field: "until")
            }
            var details = known.details
            details.until = try check.checked { last }
            details.endedBecause = why
            return try await save(details, of: known, form, ending: true, context)
        }
    }

    private func save(
        _ details: Delegation.Details, of known: Delegation, _ form: Form, ending: Bool, _ context: MemberContext
    ) async throws -> Address {
        guard Int(form["revision"]) == known.revision else { throw DecisionsRefusal.changedMeanwhile }
        try await desk.store.save(
            Delegation(id: known.id, details: details, revision: known.revision), ending: ending,
            by: context.member.actor, at: desk.now())
        return "/committees/delegations"
    }

    private func publish(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let opened = try await desk.opened()
        do {
            guard Int(form["known"]) == opened.newest else { throw PublishingRefusal.publishedMeanwhile }
            try await desk.publish(opened, by: context.member.actor)
        } catch let refusal as PublishingRefusal {
            throw Refusals(refusal.reason)
        }
        return .redirect(to: "/committees/delegations")
    }
}
