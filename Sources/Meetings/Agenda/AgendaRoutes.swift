import Hummingbird
import Membership
import Storage
import Web

/// `/committees/meetings/{meeting}/agenda`: making up the order of business.
struct AgendaRoutes: Sendable {
    let desks: MeetingDesks

    func add(to routes: inout Routes) {
        let path = "/committees/meetings/{meeting}/agenda"
        routes.members(.get, path, may: .arrangeMeetings) { request, context in
            .page(try await page(context, moved: MovedItem(request)).page)
        }
        routes.members(.post, path + "/beginning", may: .arrangeMeetings, use: begin)
        routes.members(.post, path + "/order", may: .arrangeMeetings, use: order)
        routes.members(.post, path + "/reports", may: .arrangeMeetings, use: putReport)
        routes.members(.post, path + "/arising", may: .arrangeMeetings, use: putArising)
        routes.members(.get, path + "/items/new", may: .arrangeMeetings) { _, context in
            let found = try await desks.found(context)
            let pages = try await pages(found, context)
            let answers = Answers([
                "kind": AgendaItemDetails.Kind.report.rawValue, "withheld": "open", "until": pages.suggestedReview,
            ])
            return .page(pages.add(answers))
        }
        routes.members(.post, path + "/items", may: .arrangeMeetings, use: add)
        routes.members(.get, path + "/items/{item}", may: .arrangeMeetings) { _, context in
            let found = try await desks.found(context)
            return .page(try await pages(found, context).change(item(found, context)))
        }
        routes.members(.post, path + "/items/{item}", may: .arrangeMeetings, use: change)
        routes.members(.post, path + "/items/{item}/removal", may: .arrangeMeetings) { _, context in
            try await set(takenOff: true, context)
        }
        routes.members(.post, path + "/items/{item}/return", may: .arrangeMeetings) { _, context in
            try await set(takenOff: false, context)
        }
    }

    func pages(_ found: MeetingDesks.Found, _ context: MemberContext) async throws -> AgendaItemPages {
        AgendaItemPages(
            found: found, isLate: try await desks.isLate(found),
            notices: try await desks.privateNoticesOffered(found), visit: context.visit)
    }

    /// The item in the address.
    func item(_ found: MeetingDesks.Found, _ context: MemberContext) async throws -> AgendaItem {
        let agenda = try await desks.agendas.agenda(of: found.meeting.id)
        guard let item = agenda.items.first(where: { "\($0.id)" == context.parameters.get("item") }) else {
            throw HTTPError(.notFound)
        }
        return item
    }

    private func page(
        _ context: MemberContext, moved: MovedItem? = nil, refusals: Refusals? = nil
    ) async throws -> AgendaPage {
        let found = try await desks.found(context)
        let agenda = try await desks.agendas.agenda(of: found.meeting.id)
        return AgendaPage(
            found: found, agenda: agenda, waiting: try await desks.waitingReports(for: found),
            arising: agenda.items.isEmpty ? [] : try await desks.arising(found),
            isLate: try await desks.isLate(found), wanting: try await desks.privacy(of: agenda, found).obstacles,
            tooMuch: try await desks.tooMuch(on: found, agenda), mayPublish: context.member.may(.publishAgendas),
            visit: context.visit, moved: moved, refusals: refusals)
    }

    private func begin(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let found = try await desks.found(context)
        let agenda = try await desks.agendas.agenda(of: found.meeting.id)
        guard agenda.items.isEmpty else { return .redirect(to: "\(found.address)/agenda") }
        // An extraordinary meeting does what it was called for.
        let waiting = found.meeting.details.kind == .extraordinary ? [] : try await desks.arising(found)
        try await desks.put(waiting, after: StandingItems.all, on: found, by: context.member.actor)
        return .redirect(to: "\(found.address)/agenda")
    }

    private func add(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let found = try await desks.found(context)
        let pages = try await pages(found, context)
        let answers = AgendaItemPages.answers(form)
        do {
            let details = try pages.read(answers)
            let id = try await desks.agendas.add(
                details, to: found.meeting.id, by: context.member.actor, at: desks.now())
            return .redirect(to: "\(found.address)/agenda/items/\(id)")
        } catch let refusals as Refusals {
            return .page(pages.add(answers, refusals: refusals), status: .unprocessableContent)
        }
    }

    private func change(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let found = try await desks.found(context)
        let (pages, item) = (try await pages(found, context), try await item(found, context))
        let answers = AgendaItemPages.answers(form)
        do {
            let details = try pages.read(answers)
            guard Int(form["revision"]) == item.revision else {
                throw Refusals(
                    "Somebody changed this item while you were writing: it is now called ‘\(item.title)’. What you typed stands "
                        + "here: look at it, and save again")
            }
            try await desks.agendas.change(
                item, to: details, of: found.meeting.id, by: context.member.actor, at: desks.now())
            return .redirect(to: "\(found.address)/agenda")
        } catch let refusals as Refusals {
            return .page(pages.change(item, answers, refusals: refusals), status: .unprocessableContent)
        } catch is ChangedMeanwhile {
            let refusals = Refusals(
                "Somebody saved this item at the very same moment. Save again to put yours after it")
            return .page(
                pages.change(try await self.item(found, context), answers, refusals: refusals), status: .conflict)
        }
    }

    private func set(takenOff: Bool, _ context: MemberContext) async throws -> Reply {
        let found = try await desks.found(context)
        let item = try await item(found, context)
        return try await pressing("\(found.address)/agenda") {
            try await desks.agendas.set(
                item, takenOff: takenOff, of: found.meeting.id, by: context.member.actor, at: desks.now())
        }
    }

    /// One step up or down by a button, or a whole order by dragging.
    private func order(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let found = try await desks.found(context)
        let agenda = try await desks.agendas.agenda(of: found.meeting.id)
        var order = form["order"].split(separator: " ").compactMap { ID<AgendaItem>(String($0)) }
        let move = form["move"].split(separator: " ").map(String.init)
        if move.count == 2, let id = ID<AgendaItem>(move[1]) {
            order = agenda.moved(id, up: move[0] == "up")
        }
        do {
            try await desks.agendas.order(order, of: found.meeting.id, by: context.member.actor, at: desks.now())
            let page = "\(found.address)/agenda" as Address
            return .redirect(to: move.count == 2 ? page.asking(["moved": move[1], "way": move[0]]) : page)
        } catch let refusal as MeetingsRefusal {
            return .page(
                try await page(context, refusals: Refusals(refusal.reason)).page, status: .conflict)
        }
    }

    private func putReport(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let found = try await desks.found(context)
        guard let version = Int(form["version"]),
            let report = try await desks.waitingReports(for: found).first(where: {
                $0.address == form["report"] && $0.version == version
            })
        else { throw HTTPError(.notFound) }
        try await desks.put(report, on: found, by: context.member.actor, at: desks.now())
        return .redirect(to: "\(found.address)/agenda")
    }

    private func putArising(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let found = try await desks.found(context)
        guard let matter = try await desks.arising(found).first(where: { $0.key == form["key"] }) else {
            throw HTTPError(.notFound)
        }
        try await desks.put([matter], on: found, by: context.member.actor)
        return .redirect(to: "\(found.address)/agenda")
    }
}
