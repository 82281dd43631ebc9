import Hummingbird
import Membership
import Publishing
import Storage
import Web
import Wording

/// `/committees/decisions`: records of decisions, from their first words to what became of a call-in.
public struct DecisionRoutes: Sendable {
    private let desk: DecisionDesk

    public init(_ desk: DecisionDesk) {
        self.desk = desk
    }

    public func add(to routes: inout Routes) {
        routes.members(.get, "/committees/decisions", may: .readDecisions, use: list)
        routes.members(.get, "/committees/decisions/new", may: .keepDecisions) { _, context in
            .page(DecisionForms.begin(isPlan: false).page(for: context.visit))
        }
        routes.members(.post, "/committees/decisions", may: .keepDecisions, use: begin)
        routes.members(.post, "/committees/decisions/resolutions", may: .keepDecisions, use: take)
        routes.members(.get, "/committees/decisions/urgent", may: .readDecisions) { _, _ in
            .page(
                UrgentPage(
                    quarters: UrgentQuarter.all(try await desk.register.decisions(), try await desk.register.plans())
                ).page)
        }
        routes.members(.get, "/committees/decisions/rules", may: .keepDecisions) { _, context in
            let answers = DecisionForms.answers(about: try await desk.rules.rules())
            return .page(DecisionForms.rules(answers).page(for: context.visit))
        }
        routes.members(.post, "/committees/decisions/rules", may: .keepDecisions, use: setRules)
        addRecord(to: &routes)
        CallInRoutes(desk: desk).add(to: &routes)
        PlanRoutes(desk: desk).add(to: &routes)
        DelegationRoutes(
            desk: DelegationDesk(
                store: DelegationStore(desk.database, identities: desk.identities), publications: desk.publications,
                now: desk.now, today: desk.today)
        ).add(to: &routes)
    }

    private func addRecord(to routes: inout Routes) {
        let path = "/committees/decisions/{decision}"
        routes.members(.get, path, may: .readDecisions) { _, context in
            let opened = try await desk.decision(context)
            guard context.member.may(.keepDecisions) else {
                guard let published = opened.published else { throw HTTPError(.notFound) }
                return .redirect(to: "/decisions/\(published.slug)")
            }
            return .page(DecisionRecordPage(opened: opened, today: desk.today(), visit: context.visit).page)
        }
        routes.members(.get, path + "/parts/{part}", may: .keepDecisions) { _, context in
            let (opened, form) = try await part(context)
            return .page(page(opened, form, form.known).page(for: context.visit))
        }
        routes.members(.post, path + "/parts/{part}", may: .keepDecisions, use: save)
        routes.members(.get, path + "/publication", may: .publishDecisions) { _, context in
            .page(publication(try await desk.decision(context)).page(for: context.visit))
        }
        routes.members(.post, path + "/publication", may: .publishDecisions, use: publish)
    }

    private func list(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let keeps = context.member.may(.keepDecisions)
        var (drafts, offered) = ([RegisterDraft<DecisionStatement>](), [Resolution]())
        if keeps {
            let taken = try await desk.drafts.sources()
            drafts = try await desk.drafts.decisions()
            offered = try await desk.resolutions.resolutions(for: context.member).filter { !taken.contains($0.key) }
        }
        return .page(
            DecisionListPage(
                published: try await desk.register.decisions(), drafts: drafts, resolutions: offered,
                today: desk.today(),
                keeps: keeps, visit: context.visit
            ).page)
    }

    private func begin(_ form: Form, _ context: MemberContext) async throws -> Reply {
        try await answering(
            context.visit, again: { DecisionForms.begin(isPlan: false, Answers(form), refusals: $0) }
        ) {
            var check = Check(form)
            let title = check.text("title", ask: "Enter a title", longest: 200)
            try check.refusals.check()
            var statement = DecisionStatement()
            statement.title = title
            let id = try await desk.drafts.begin(statement, of: "", by: context.member.actor, at: desk.now())
            return "/committees/decisions/\(id)"
        }
    }

    /// What a meeting resolved, with what its minutes say filled in.
    private func take(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let all = try await desk.resolutions.resolutions(for: context.member)
        guard let resolution = all.first(where: { $0.key == form["resolution"] }) else { throw HTTPError(.notFound) }
        var statement = DecisionStatement()
        statement.title = String(resolution.title.prefix(200))
        statement.maker = DecisionMaker(
            .body, name: resolution.bodyName, members: try await desk.body(resolution.body)?.members ?? [])
        statement.decidedOn = resolution.day
        statement.decided =
            resolution.points.count == 1
            ? resolution.points[0]
            : resolution.points.enumerated().map { "\($0.offset + 1). \($0.element)" }.joined(separator: "\n")
        statement.conflicts = NoneOr(
            resolution.interests.joined(separator: "\n"), isNone: resolution.interests.isEmpty)
        do {
            let id = try await desk.drafts.begin(
                statement, of: resolution.body, from: resolution.key, by: context.member.actor, at: desk.now())
            return .redirect(to: "/committees/decisions/\(id)")
        } catch let refusal as DecisionsRefusal {
            throw Refusals(refusal.reason)
        }
    }

    private func setRules(_ form: Form, _ context: MemberContext) async throws -> Reply {
        try await answering(context.visit, again: { DecisionForms.rules(Answers(form), refusals: $0) }) {
            let rules = try DecisionForms.readRules(Answers(form))
            try await desk.rules.set(rules, by: context.member.actor, at: desk.now())
            return "/committees/decisions"
        }
    }

    // MARK: Parts

    private func part(
        _ context: MemberContext
    ) async throws -> (DecisionDesk.OpenedDecision, DecisionPartForm) {
        let opened = try await desk.decision(context)
        guard let part = context.parameters.get("part").flatMap(DecisionPart.init) else { throw HTTPError(.notFound) }
        let form = DecisionPartForm(
            part: part, draft: opened.draft, bodies: try await desk.bodies.bodies(),
            plans: try await desk.register.plans(), rules: try await desk.rules.rules())
        return (opened, form)
    }

    private func page(
        _ opened: DecisionDesk.OpenedDecision, _ form: DecisionPartForm, _ answers: Answers,
        _ refusals: Refusals? = nil,
        revision: String? = nil
    ) -> FormPage {
        var page = FormPage(
            title: form.part.title,
            lead:
                "<p class=\"lead\">\(opened.title). What is left empty can be filled in later; it must be before it is published.</p>",
            crumbs: [.home, .decisions, Mention(at: opened.address, titled: opened.title)],
            action: "\(opened.address)/parts/\(form.part.rawValue)", button: Button("Save"),
            fields: form.fields(answers, refusals), refusals: refusals, back: opened.address)
        page.hidden = [("revision", revision ?? "\(opened.draft.revision)")]
        return page
    }

    private func save(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let (opened, part) = try await part(context)
        return try await answering(
            context.visit, again: { page(opened, part, Answers(form), $0) }
        ) {
            guard Int(form["revision"]) == opened.draft.revision else { throw DecisionsRefusal.changedMeanwhile }
            try await desk.drafts.save(
                try part.read(Answers(form)), part: part.part.title, by: context.member.actor, at: desk.now())
            return opened.address
        }
    }

    // MARK: Publication

    private func publication(
        _ opened: DecisionDesk.OpenedDecision, _ answers: Answers = Answers(), _ refusals: Refusals? = nil
    ) -> FormPage {
        var page = DecisionForms.publish(
            opened.title, after: opened.published?.version.number, at: opened.address,
            crumbs: [.home, .decisions, Mention(at: opened.address, titled: opened.title)],
            revision: opened.draft.revision, answers, refusals: refusals)
        page.notice = opened.warning.map {
            Notice(.warning, "Only full Council approves the strategy", "<p>\($0.withFullStop)</p>")
        }
        return page
    }

    private func publish(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let opened = try await desk.decision(context)
        return try await answering(context.visit, again: { publication(opened, Answers(form), $0) }) {
            guard Int(form["revision"]) == opened.draft.revision else { throw DecisionsRefusal.changedMeanwhile }
            try await desk.publish(
                decision: opened.draft.id, saying: NoneOr(form["changes"]).lines, by: context.member.actor,
                at: desk.now(), on: desk.today())
            return opened.address
        }
    }
}
