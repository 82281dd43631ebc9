import Hummingbird
import Membership
import Publishing
import Storage
import Web

/// `/committees/forward-plan`: notices of decisions that are to come.
struct PlanRoutes {
    let desk: DecisionDesk

    func add(to routes: inout Routes) {
        routes.members(.get, "/committees/forward-plan", may: .readDecisions) { [desk] _, context in
            let keeps = context.member.may(.keepDecisions)
            return .page(
                PlanListPage(
                    published: try await desk.register.plans(), drafts: keeps ? try await desk.drafts.plans() : [],
                    keeps: keeps
                ).page)
        }
        routes.members(.get, "/committees/forward-plan/new", may: .keepDecisions) { _, context in
            .page(DecisionForms.begin(isPlan: true).page(for: context.visit))
        }
        routes.members(.post, "/committees/forward-plan", may: .keepDecisions) { [self] in try await begin($0, $1) }
        addNotice(to: &routes)
    }

    private func addNotice(to routes: inout Routes) {
        let path = "/committees/forward-plan/{entry}"
        routes.members(.get, path, may: .readDecisions) { [desk] _, context in
            let opened = try await desk.plan(context)
            guard context.member.may(.keepDecisions) else {
                guard let published = opened.published else { throw HTTPError(.notFound) }
                return .redirect(to: "/forward-plan/\(published.slug)")
            }
            return .page(PlanRecordPage(opened: opened, visit: context.visit).page)
        }
        routes.members(.get, path + "/parts/{part}", may: .keepDecisions) { [self] _, context in
            let (opened, form) = try await part(context)
            return .page(page(opened, form, form.known).page(for: context.visit))
        }
        routes.members(.post, path + "/parts/{part}", may: .keepDecisions) { [self] in try await save($0, $1) }
        routes.members(.get, path + "/publication", may: .publishDecisions) { [self] _, context in
            .page(publication(try await desk.plan(context)).page(for: context.visit))
        }
        routes.members(.post, path + "/publication", may: .publishDecisions) { [self] in try await publish($0, $1) }
        routes.members(.post, path + "/decision", may: .keepDecisions) { [self] in try await decide($0, $1) }
        routes.members(.get, path + "/removal", may: .publishDecisions) { [desk] _, context in
            .page(DecisionForms.removal(try await desk.plan(context)).page(for: context.visit))
        }
        routes.members(.post, path + "/removal", may: .publishDecisions) { [self] in try await drop($0, $1) }
    }

    private func begin(_ form: Form, _ context: MemberContext) async throws -> Reply {
        try await answering(
            context.visit, again: { DecisionForms.begin(isPlan: true, Answers(form), refusals: $0) }
        ) {
            var check = Check(form)
            var statement = PlanStatement()
            statement.title = check.text("title", ask: "Enter a title", longest: 200)
            statement.further = PlanPartForm.further
            try check.refusals.check()
            let id = try await desk.drafts.begin(statement, of: "", by: context.member.actor, at: desk.now())
            return "/committees/forward-plan/\(id)"
        }
    }

    // MARK: Parts

    private func part(_ context: MemberContext) async throws -> (DecisionDesk.OpenedPlan, PlanPartForm) {
        let opened = try await desk.plan(context)
        guard let part = context.parameters.get("part").flatMap(PlanPart.init) else { throw HTTPError(.notFound) }
        return (opened, PlanPartForm(part: part, draft: opened.draft, bodies: try await desk.bodies.bodies()))
    }

    private func page(
        _ opened: DecisionDesk.OpenedPlan, _ form: PlanPartForm, _ answers: Answers, _ refusals: Refusals? = nil
    ) -> FormPage {
        var page = FormPage(
            title: form.part.title,
            lead:
                "<p class=\"lead\">\(opened.title). What is left empty can be filled in later; it must be before it is published.</p>",
            crumbs: [.home, .decisions, .forwardPlan, Mention(at: opened.address, titled: opened.title)],
            action: "\(opened.address)/parts/\(form.part.rawValue)", button: Button("Save"),
            fields: form.fields(answers, refusals), refusals: refusals, back: opened.address)
        page.hidden = [("revision", "\(opened.draft.revision)")]
        return page
    }

    private func save(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let (opened, part) = try await part(context)
        return try await answering(context.visit, again: { page(opened, part, Answers(form), $0) }) {
            guard Int(form["revision"]) == opened.draft.revision else { throw DecisionsRefusal.changedMeanwhile }
            try await desk.drafts.save(
                try part.read(Answers(form)), part: part.part.title, by: context.member.actor, at: desk.now())
            return opened.address
        }
    }

    // MARK: Publication, and what follows

    private func publication(
        _ opened: DecisionDesk.OpenedPlan, _ answers: Answers = Answers(), _ refusals: Refusals? = nil
    ) -> FormPage {
        DecisionForms.publish(
            opened.title, after: opened.published?.version.number, at: opened.address,
            crumbs: [.home, .decisions, .forwardPlan, Mention(at: opened.address, titled: opened.title)],
            revision: opened.draft.revision, answers, refusals: refusals)
    }

    private func publish(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let opened = try await desk.plan(context)
        return try await answering(context.visit, again: { publication(opened, Answers(form), $0) }) {
            guard Int(form["revision"]) == opened.draft.revision else { throw DecisionsRefusal.changedMeanwhile }
            try await desk.publish(
                plan: opened.draft.id, saying: NoneOr(form["changes"]).lines, by: context.member.actor,
                at: desk.now(), countedFrom: desk.moment)
            return opened.address
        }
    }

    /// Begins the record of the decision that was announced, with what the notice says filled in.
    private func decide(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let opened = try await desk.plan(context)
        guard let published = opened.published, published.isAhead else {
            throw Refusals(DecisionsRefusal.planIsSettled.reason)
        }
        let told = published.statement
        var statement = DecisionStatement()
        (statement.title, statement.maker, statement.plan) = (told.title, told.maker, published.slug)
        statement.documents = told.documents
        if told.privacy.isPrivate == true {
            statement.withheld = Withheld(
                isAny: true, paragraphs: told.privacy.paragraphs, reasoning: told.privacy.reasons)
        }
        do {
            let id = try await desk.drafts.begin(
                statement, of: opened.draft.body, from: "plan \(published.slug)", by: context.member.actor,
                at: desk.now())
            return .redirect(to: "/committees/decisions/\(id)")
        } catch let refusal as DecisionsRefusal {
            throw Refusals(refusal.reason)
        }
    }

    private func drop(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let opened = try await desk.plan(context)
        return try await answering(
            context.visit, again: { DecisionForms.removal(opened, Answers(form), refusals: $0) }
        ) {
            var check = Check(form)
            let why = check.text("why", ask: "Say why it is dropped", longest: 500)
            try check.refusals.check()
            try await desk.drop(opened, because: why, by: context.member.actor)
            return opened.address
        }
    }
}
