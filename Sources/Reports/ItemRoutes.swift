import Hummingbird
import Membership
import Storage
import Web

/// `/reports/{report}/lists/{list}`: what a report has several of, in their order.
struct ItemRoutes: Sendable {
    let desk: ReportsDesk

    func add(to routes: inout Routes) {
        let path = "/reports/{report}/lists/{list}"
        routes.members(.get, path, may: .writeReports, use: list)
        routes.members(.get, path + "/new", may: .writeReports) { _, context in
            let (opened, list) = try await found(context)
            guard opened.report.state == .draft else { return .redirect(to: opened.report.address) }
            return .page(try await newPage(PartAnswers(), opened, list, context).page)
        }
        routes.members(.post, path, may: .writeReports) { form, context in
            try await add(form, to: found(context).1, context)
        }
        routes.members(.get, path + "/{item}/edit", may: .writeReports) { _, context in
            let (opened, list) = try await found(context)
            let item = try desk.item(context)
            guard opened.report.state == .draft else { return .redirect(to: opened.report.address) }
            guard try await desk.reports.content(of: opened.report.id)[.item(list, item)] != nil else {
                throw HTTPError(.notFound)
            }
            return .page(try await PartForm(desk, opened, .item(list, item)).opened(context).page)
        }
        routes.members(.post, path + "/{item}", may: .writeReports) { form, context in
            let (opened, list) = try await found(context)
            return try await PartForm(desk, opened, .item(list, desk.item(context))).take(form, context)
        }
        for deed in ContentStore.OrderDeed.allCases {
            routes.members(.post, path + "/{item}/\(deed.rawValue)", may: .writeReports) { _, context in
                try await order(deed, context)
            }
        }
    }

    private func found(_ context: MemberContext) async throws -> (OpenReport, ReportList) {
        let opened = try await desk.draft(context)
        guard let list = context.parameters.get("list").flatMap({ ReportList(rawValue: $0) }) else {
            throw HTTPError(.notFound)
        }
        return (opened, list)
    }

    private func list(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let (opened, list) = try await found(context)
        guard opened.report.state == .draft else { return .redirect(to: opened.report.address) }
        return .page(
            try await listPage(
                opened, list, context, moved: MovedItem(request),
                removed: request.asked("removed").flatMap { ID<ReportItem>($0) }))
    }

    private func listPage(
        _ opened: OpenReport, _ list: ReportList, _ context: MemberContext, moved: MovedItem? = nil,
        removed: ID<ReportItem>? = nil, refusals: Refusals? = nil
    ) async throws -> Page {
        let content = try await desk.reports.content(of: opened.report.id)
        var gone: ReportContent.Item?
        if let removed, content[.item(list, removed)] == nil {
            let last = try await desk.contents.versions(of: opened.report.id, at: .item(list, removed)).first
            gone = last.map { ReportContent.Item(removed, $0.answers) }
        }
        let structure = try await desk.bodies.structure()
        return ItemListPage(
            opened: opened, list: list, content: content, bodies: try await desk.reports.bodyNames(),
            regimes: Dictionary(
                structure.bodies.map { ($0.id.description, $0.details.regime) }, uniquingKeysWith: { first, _ in first }
            ),
            moved: moved, removed: gone, visit: context.visit, refusals: refusals
        ).page
    }

    private func newPage(
        _ answers: PartAnswers, _ opened: OpenReport, _ list: ReportList, _ context: MemberContext,
        refusals: Refusals? = nil
    ) async throws -> PartPage {
        // What the form asks does not depend on which one it is.
        let place = ReportPlace.item(list, try item(none: opened.report.id))
        let fields = PartFields(
            place: place, answers: answers, choices: try await desk.choices(for: opened.report.id, at: place),
            refusals: refusals)
        return PartPage(opened: opened, place: place, isNew: true, fields: fields, visit: context.visit, version: 0)
    }

    private func item(none report: ID<Report>) throws -> ID<ReportItem> {
        guard let id = ID<ReportItem>(report.description) else { throw HTTPError(.notFound) }
        return id
    }

    func add(_ form: Form, to list: ReportList, _ context: MemberContext) async throws -> Reply {
        let opened = try await desk.draft(context)
        let place = ReportPlace.item(list, try item(none: opened.report.id))
        let sent = try await desk.sent(form, at: place)
        if MarkdownEditor.isLooking(form) {
            var page = try await newPage(sent.again, opened, list, context)
            page.fields.readings = try await desk.readings(of: sent.answers, at: place)
            page.notice = sent.leftOut
            return .page(page.page)
        }
        return try await reporting({ try await newPage(sent.again, opened, list, context, refusals: $0).page }) {
            try sent.refusals.check()
            let id = try await desk.contents.add(
                sent.answers, to: list, of: opened.report.id, by: context.member.actor, at: desk.now())
            return opened.report.list(list).asking(["moved": "\(id)"])
        }
    }

    private func order(_ deed: ContentStore.OrderDeed, _ context: MemberContext) async throws -> Reply {
        let (opened, list) = try await found(context)
        let item = try desk.item(context)
        return try await reporting({ try await listPage(opened, list, context, refusals: $0) }) {
            try await desk.contents.order(
                item, deed, in: list, of: opened.report.id, by: context.member.actor, at: desk.now())
            return opened.report.list(list).asking(
                [
                    "moved": deed == .removal ? nil : "\(item)",
                    "way": MovedItem.Way(rawValue: deed.rawValue)?.rawValue,
                    "removed": deed == .removal ? "\(item)" : nil,
                ])
        }
    }
}
