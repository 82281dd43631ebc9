import Hummingbird
import Membership
import Press
import Publishing
import Storage
import Web

/// `/committees/meetings/{meeting}/publication`: laying an agenda and its papers before everybody.
struct AgendaPublicationRoutes: Sendable {
    let desks: MeetingDesks

    func add(to routes: inout Routes) {
        let path = "/committees/meetings/{meeting}"
        routes.members(.get, path + "/publication", may: .publishAgendas) { _, context in
            let plan = try await desks.plan(desks.found(context))
            return .page(PublishAgendaPage(plan: plan, visit: context.visit).page)
        }
        routes.members(.post, path + "/publication", may: .publishAgendas, use: publish)
        routes.members(.get, path + "/draft.pdf", may: .arrangeMeetings, as: .printing) { _, context in
            try await printed(context)
        }
        routes.members(.get, path + "/editions/{edition}/{file}", may: .readMeetings, as: .printing, use: pack)
    }

    private func publish(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let found = try await desks.found(context)
        let plan = try await desks.plan(found)
        do {
            // What they were shown is what they agreed to. A browser sends every line end as two characters.
            let shown = form["shown"].replacing("\r\n", with: "\n")
            guard shown == plan.agenda.revision, Int(form["before"]) == plan.agenda.editions.count else {
                throw MeetingsRefusal.agendaMoved
            }
            if plan.isForMembersOnly {
                try await desks.give(plan, by: context.member.actor)
            } else {
                try await desks.publish(plan, because: try reason(plan, form), by: context.member.actor)
                // The supplement is published, whatever becomes of this: the meeting’s page says where one is wanting.
                if plan.edition > 1 { try? await desks.combine(found, by: context.member.actor) }
            }
            return .redirect(to: found.address)
        } catch let refusals as Refusals {
            return refused(plan, refusals, form, context)
        } catch let refusal as any Refused {
            return refused(plan, Refusals(refusal.reason), form, context)
        } catch let error as PressError {
            let refusals = Refusals(
                "The PDF could not be made, so nothing was published. \(plan.size.words(of: error))")
            return refused(plan, refusals, form, context)
        }
    }

    /// Why it is published later than its rules ask.
    private func reason(_ plan: PackPlan, _ form: Form) throws -> String {
        guard plan.wantsReason, plan.isPossible else { return "" }
        var check = Check(form)
        let reason = check.text("late", ask: MeetingsRefusal.lateWantsReason.reason, longest: 1_000)
        try check.refusals.check()
        return reason
    }

    private func refused(_ plan: PackPlan, _ refusals: Refusals, _ form: Form, _ context: MemberContext) -> Reply {
        .page(
            PublishAgendaPage(plan: plan, visit: context.visit, refusals: refusals, late: form["late"]).page,
            status: .unprocessableContent)
    }

    private func printed(_ context: MemberContext) async throws -> Reply {
        let found = try await desks.found(context)
        let plan = try await desks.plan(found)
        do {
            let pdf = try await desks.draft(plan)
            return .shown(pdf, type: "application/pdf", named: "draft-\(found.meeting.day).pdf").neverKept()
        } catch let error as PressError {
            let page = MissingPaper(
                "The draft could not be made", because: plan.size.words(of: error),
                instead: Mention(at: "\(found.address)/agenda", titled: "The agenda"), crumbs: found.crumbs
            ).page
            return .page(page, status: .serviceUnavailable)
        }
    }

    /// A pack as it was published; the members' only for those who may read what is in it.
    private func pack(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let found = try await desks.found(context)
        let editions = try await desks.agendas.agenda(of: found.meeting.id).editions
        guard let edition = editions.first(where: { "\($0.number)" == context.parameters.get("edition") }) else {
            throw HTTPError(.notFound)
        }
        switch context.parameters.get("file") {
        // That of a body that is never public is its members’.
        case "pack.pdf" where !found.body.details.regime.isNeverPublic:
            return .shown(
                try desks.files.bytes(of: edition.pack), type: "application/pdf", named: "\(edition.title).pdf")
        case "members.pdf":
            guard let hash = edition.membersPack, desks.seesWithheld(of: found, context.member) else {
                throw HTTPError(.notFound)
            }
            return .shown(
                try desks.files.bytes(of: hash), type: "application/pdf", named: "\(edition.title), members.pdf"
            ).neverKept()
        default: throw HTTPError(.notFound)
        }
    }
}
