import Hummingbird
import Membership
import Press
import Storage
import Web

/// `/committees/meetings/{meeting}/agenda/items/{item}/review`: looking again at what is kept from the public.
struct ReviewRoutes: Sendable {
    let desks: MeetingDesks

    func add(to routes: inout Routes) {
        let path = "/committees/meetings/{meeting}/agenda/items/{item}/review"
        routes.members(.get, path, may: .arrangeMeetings) { _, context in .page(try await page(context).page) }
        routes.members(.post, path + "/keeping", may: .arrangeMeetings, use: keep)
        routes.members(.post, path + "/opening", may: .publishAgendas, use: open)
    }

    private func page(_ context: MemberContext) async throws -> ReviewPage {
        let found = try await desks.found(context)
        let agenda = try await desks.agendas.agenda(of: found.meeting.id)
        guard let item = agenda.items.first(where: { "\($0.id)" == context.parameters.get("item") }),
            !item.details.withholding.isOpen
        else { throw HTTPError(.notFound) }
        return ReviewPage(
            found: found, kept: try await desks.reviews.kept(item), edition: agenda.editions.last?.contents,
            today: desks.today(), mayOpen: context.member.may(.publishAgendas), visit: context.visit)
    }

    private func keep(_ form: Form, _ context: MemberContext) async throws -> Reply {
        try await answering(form, context) { page in
            var check = Check(form)
            let day = check.day("until", ask: "Enter the day on which it is looked at next")
            let why = check.text("why", ask: "Say why it stays kept from the public", longest: 2_000)
            try check.refusals.check()
            guard let day else { return }
            try await desks.reviews.keep(
                page.kept.item, of: page.found.meeting.id, until: day, because: why, after: Int(form["after"]) ?? 0,
                by: context.member.actor, at: desks.now(), on: desks.today())
        }
    }

    private func open(_ form: Form, _ context: MemberContext) async throws -> Reply {
        try await answering(form, context) { page in
            var check = Check(form)
            let why = check.text("reason", ask: "Say why it is opened", longest: 2_000)
            if form["sure"] != "yes" {
                check.refuse("Tick that everybody may read these papers from now on", field: "sure")
            }
            try check.refusals.check()
            try await desks.open(page.kept, of: page.found, because: why, by: context.member.actor)
        }
    }

    private func answering(
        _ form: Form, _ context: MemberContext, _ deed: (ReviewPage) async throws -> Void
    ) async throws -> Reply {
        var page = try await page(context)
        do {
            try await deed(page)
            return .redirect(to: page.address)
        } catch let refusals as Refusals {
            page.refusals = refusals
        } catch let refusal as any Refused {
            page = try await self.page(context)
            page.refusals = Refusals(refusal.reason)
        } catch let error as PressError {
            page.refusals = Refusals("The PDF could not be made, so nothing was opened. \(error)")
        }
        page.typed = Answers(form)
        return .page(page.page, status: .unprocessableContent)
    }
}
