import Foundation
import Membership
import Publishing
import Storage
import Web
import Wording
import WorkingDays

extension MeetingDesks {
    /// Lays what a meeting took in private before everybody, as a publication of its own that stands with the meeting (D78).
    ///
    /// - Throws: ``MeetingsRefusal``, `PublishingRefusal`, `PressError`, `DatabaseFault`
    func open(_ kept: KeptItem, of found: Found, because why: String, by actor: Entry.Actor) async throws {
        guard !found.body.details.regime.isNeverPublic else { throw MeetingsRefusal.neverPublic }
        let agenda = try await agendas.agenda(of: found.meeting.id)
        let edition = agenda.editions.last?.contents
        try kept.checkOpening(of: edition, heldOn: found.meeting.day, on: today())
        guard let id = found.meeting.publishedID, let base = try await slug(of: found.meeting),
            let number = kept.item.number
        else { throw MeetingsRefusal.nothingToOpen }
        let (time, day, slug) = (now(), today(), "\(base)-item-\(number)-opened")
        let plan = try await plan(opening: kept, laid: kept.laid(in: edition), of: found, as: slug)
        let opened = OpenedPapers(kept: kept, found: found, number: number, on: day, why: why)
        var maker = maker(plan, isDraft: false)
        maker.retold = opened.retold
        let pdf = try await printer.made(maker, withClosed: false, at: time).pdf
        var files = [VersionDraft.File("papers.pdf", title: "The papers in one", type: .pdf, bytes: pdf)]
        for paper in plan.agenda.standing.flatMap(\.standing) { files += try await given(paper, plan) }
        let body = AgendaBody(
            front: maker.front, plan: plan,
            edition: AgendaEdition(
                number: 1, publishedAt: time, publishedBy: actor.shownName, contents: plan.contents, changes: [],
                pack: FileHash(of: pdf), membersPack: nil))
        let draft = VersionDraft(
            .openedPapers, slug: slug, page: opened.page(plan.contents.items.html(body.papers)), files: files,
            code: plan.code)
        let opening = PaperOpening(slug: slug, on: day, why: why, by: actor.shownName)
        try await publications.publish(
            draft, after: 0, noting: [.init("opened", from: String?.none, to: kept.item.title)], by: actor, at: time
        ) { db in
            try db.open(kept.item, as: opening, at: time)
            try db.attach(slug, to: id, as: .openedPapers, at: time)
        }
    }

    /// An agenda of that item alone, as if the public might always have seen it.
    private func plan(
        opening kept: KeptItem, laid: [AgendaPaper], of found: Found, as slug: String
    ) async throws -> PackPlan {
        var details = kept.item.details
        (details.withholding, details.lateReason) = (.open, "")
        let item = AgendaItem(
            id: kept.item.id, number: kept.item.number, details: details, papers: laid, isTakenOff: false,
            revision: kept.item.revision)
        let agenda = Agenda(meeting: found.meeting.id, items: [item], editions: [])
        let (contents, reports) = (Self.contents(of: agenda), try await reports(of: agenda, found))
        return PackPlan(
            found: found, agenda: agenda, contents: contents,
            changes: AgendaChanges(from: EditionContents(items: [], pages: 0), to: contents), obstacles: [],
            isLate: false, rule: "", notice: nil, reports: reports, fresh: [:], places: [:], slug: slug,
            code: try await publications.code(of: slug),
            size: size(agenda, included: ["\(item.id)"], reports: reports), pressAdvice: nil)
    }
}

/// How papers that were opened are told of.
private struct OpenedPapers {
    let kept: KeptItem
    let found: MeetingDesks.Found
    let number: Int
    let on: Day
    let why: String

    private var title: String { "Item \(number), \(kept.item.title): opened on \(on.words)" }

    /// What it was kept back under, and why it is not any more.
    private var reason: String {
        let paragraphs = kept.item.details.withholding.paragraphs.map(String.init).inWords
        return
            "When the \(found.body.name) took this item on \(found.meeting.day.words) its papers were kept from the public, as exempt "
            + "under paragraph \(paragraphs) of Schedule 12A to the Local Government Act 1972. They were opened on \(on.words). "
            + why.withFullStop
    }

    var retold: PackMaker.Retold {
        .init(
            heading: "Papers opened on \(on.words)", sentence: reason, inBrief: "opened on \(on.words)")
    }

    func page(_ papers: HTML) -> FrozenPage {
        FrozenPage(
            title, summary: "Papers that were kept from the public, opened on \(on.words).",
            body: """
                <div class="agenda-body">
                \(Notice(.information, "Opened on \(on.words)", "<p>\(reason)</p>").html)
                \(papers)
                </div>
                """)
    }
}
