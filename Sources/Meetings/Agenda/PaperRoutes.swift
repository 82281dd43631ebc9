import Foundation
import Hummingbird
import Markdown
import Membership
import Press
import Storage
import Web
import Wording

/// `/committees/meetings/{meeting}/agenda/…/papers`: what is laid before the meeting.
struct PaperRoutes: Sendable {
    let desks: MeetingDesks

    func add(to routes: inout Routes) {
        let path = "/committees/meetings/{meeting}/agenda"
        let items = AgendaRoutes(desks: desks)
        routes.members(.get, path + "/items/{item}/papers/new", may: .arrangeMeetings) { _, context in
            let found = try await desks.found(context)
            let item = try await items.item(found, context)
            let page = try await items.pages(found, context).paper(for: item, Answers(["title": item.title]))
            return .page(page.page(for: context.visit))
        }
        routes.members(
            .post, path + "/items/{item}/papers", may: .arrangeMeetings,
            files: FileReceiver(keepingIn: desks.files, limit: GivenPaper.largest), use: add)
        routes.members(.get, path + "/papers/{paper}", may: .arrangeMeetings, use: show)
        routes.members(.post, path + "/papers/{paper}/removal", may: .arrangeMeetings) { _, context in
            try await set(takenOff: true, context)
        }
        routes.members(.post, path + "/papers/{paper}/return", may: .arrangeMeetings) { _, context in
            try await set(takenOff: false, context)
        }
    }

    private func add(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let found = try await desks.found(context)
        let items = AgendaRoutes(desks: desks)
        let item = try await items.item(found, context)
        let pages = try await items.pages(found, context)
        return try await answering(
            context.visit, again: { pages.paper(for: item, Answers(form), refusals: $0) }
        ) {
            var check = Check(form)
            let title = check.text("title", ask: "Enter what the paper is called", longest: 300)
            let content = try await content(form, &check)
            try check.refusals.check()
            guard let content else { throw Refusals("Give a file, or write the text here", field: "file") }
            try await desks.agendas.add(
                content, titled: title, to: item.id, of: found.meeting.id, replacing: ID(form["replaces"]),
                by: context.member.actor, at: desks.now())
            return "\(found.address)/agenda/items/\(item.id)"
        }
    }

    /// What was given: a PDF that was looked into, or a text.
    private func content(_ form: Form, _ check: inout Check) async throws -> AgendaPaper.Content? {
        let text = form["text"].withoutUnseen
        guard let file = try form.files.first else {
            if text.utf8.count > Markdown.longest { check.refuse("Shorten the text", field: "text") }
            if let refusal = TypedUnits.refusal(of: text) { check.refuse(refusal.withCapital, field: "text") }
            return text.isEmpty ? nil : .text(text)
        }
        guard text.isEmpty else {
            check.refuse("Give either a file or a text, and the other as a paper of its own", field: "text")
            return nil
        }
        let description = check.text("description", ask: "Say what the file shows", longest: 1_000)
        let given = await GivenPaper(
            try desks.files.bytes(of: file.kept.hash), named: file.name, lookedIntoBy: desks.printing.press)
        for problem in given.problems { check.refuse(problem, field: "file") }
        guard given.problems.isEmpty else { return nil }
        var hash = file.kept.hash
        if let made = given.made { hash = try await desks.files.keep(made).hash }
        return .file(PaperFile(hash: hash, name: given.name, pages: given.pages, description: description))
    }

    /// The paper in the address, with the item it belongs to.
    private func paper(_ found: MeetingDesks.Found, _ context: MemberContext) async throws -> (AgendaItem, AgendaPaper)
    {
        for item in try await desks.agendas.agenda(of: found.meeting.id).items {
            if let paper = item.papers.first(where: { "\($0.id)" == context.parameters.get("paper") }) {
                return (item, paper)
            }
        }
        throw HTTPError(.notFound)
    }

    private func show(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let found = try await desks.found(context)
        let (item, paper) = try await paper(found, context)
        switch paper.content {
        case .file(let file):
            guard let url = desks.files.url(for: file.hash) else { throw KeptFileFault.missing(file.hash) }
            return .keptFile(at: url.path, named: file.name)
        case .report(let address, _):
            guard let address = Address(untrusted: address) else { throw HTTPError(.notFound) }
            return .redirect(to: address)
        case .text(let text):
            let crumbs =
                found.crumbs + [
                    Mention(at: found.address, titled: found.meeting.day.words),
                    Mention(at: "\(found.address)/agenda/items/\(item.id)", titled: item.title),
                ]
            return .page(
                Page(
                    paper.title, crumbs: crumbs,
                    body: "<h1>\(paper.title)</h1>\n\(Prose(Markdown(text), under: 1).html)"))
        }
    }

    private func set(takenOff: Bool, _ context: MemberContext) async throws -> Reply {
        let found = try await desks.found(context)
        let (item, paper) = try await paper(found, context)
        try await desks.agendas.set(
            paper.id, takenOff: takenOff, of: found.meeting.id, by: context.member.actor, at: desks.now())
        return .redirect(to: "\(found.address)/agenda/items/\(item.id)")
    }
}
