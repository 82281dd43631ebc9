import Foundation
import Membership
import Press
import Publishing
import Storage
import Web
import Wording
import WorkingDays

/// What is about to be published of an agenda, with all that speaks against it.
struct PackPlan {
    let found: MeetingDesks.Found
    let agenda: Agenda
    let contents: EditionContents
    let changes: AgendaChanges
    let obstacles: [Agenda.Obstacle]
    let isLate: Bool
    /// By what rule notice is asked for: an Act, or terms of reference.
    let rule: String
    /// How many clear days it would give, and of how many.
    let notice: NoticeGiven?
    let reports: [String: FinishedReport]
    /// What papers of the records say now, which is kept with what is published.
    let fresh: [ID<AgendaPaper>: String]
    /// Where everybody can follow what an item is about, by the item.
    let places: [String: String]
    /// What the publication is called in addresses; nil where the meeting was not announced yet.
    let slug: String?
    /// What the short link ends with that is printed on its front; nil as above.
    let code: PublicationCode?
    let size: PackSize
    /// Why there can be no PDF; nil where there can.
    let pressAdvice: String?

    var edition: Int { agenda.editions.count + 1 }
    /// Before the number of each of its pages.
    var prefix: String { edition == 1 ? "" : "S" }
    /// Items in this document: all of an agenda, and of a supplement what is new.
    var included: Set<String> {
        edition == 1 ? Set(contents.items.map(\.id)) : changes.items
    }
    /// Whether it must be said why the agenda is published later than its rules ask (LGA 1972 s.100A(6), s.100B(3); D70).
    var wantsReason: Bool { edition == 1 && !isForMembersOnly && isLate && (notice?.needed ?? 0) > 0 }
    var isPossible: Bool { obstacles.isEmpty && (edition == 1 || !changes.lines.isEmpty) && pressAdvice == nil }
    var hasClosed: Bool {
        contents.items.contains { included.contains($0.id) && $0.withholding != nil && !$0.papers.isEmpty }
    }
}

extension MeetingDesks {
    var printer: PackPrinter { PackPrinter(press: printing.press, files: files) }

    func plan(_ found: Found) async throws -> PackPlan {
        let kept = try await agendas.agenda(of: found.meeting.id)
        let fresh = try await freshTexts(found, kept)
        let agenda = kept.saying(fresh).resolving(for: found.body.details.regime, on: found.meeting.day)
        let privacy = try await privacy(of: agenda, found)
        let contents = Self.contents(of: agenda, told: privacy.told)
        let before = agenda.editions.last?.contents ?? EditionContents(items: [], pages: 0)
        let notice = try await self.notice(of: found)
        let isLate = notice.map { $0.given.day > $0.deadline.day } ?? false
        let reports = try await reports(of: agenda, found)
        let changes = AgendaChanges(from: before, to: contents)
        let size = size(
            agenda, included: agenda.editions.isEmpty ? Set(contents.items.map(\.id)) : changes.items, reports: reports)
        let (status, address) = (await printing.press.status, try await slug(of: found.meeting))
        return PackPlan(
            found: found, agenda: agenda, contents: contents, changes: changes,
            obstacles: obstacles(agenda, found, isLate: isLate, reports) + privacy.obstacles
                + [size.obstacle].compactMap(\.self),
            isLate: isLate, rule: notice?.deadline.source ?? "", notice: notice?.given,
            reports: reports, fresh: fresh, places: try await publicPlaces(found),
            slug: address, code: try await code(of: address), size: size,
            pressAdvice: status.canDraw ? nil : "\(status)")
    }

    /// Where the public reads nothing, nothing needs to be kept from it.
    private func obstacles(
        _ agenda: Agenda, _ found: Found, isLate: Bool, _ reports: [String: FinishedReport]
    ) -> [Agenda.Obstacle] {
        guard !found.body.details.regime.isNeverPublic else { return agenda.obstaclesToGiving }
        return agenda.obstacles(needsReason: isLate && !agenda.editions.isEmpty)
            + agenda.closedReportsInTheOpen(reports)
    }

    /// A publication keeps its address when its meeting moves, so that a code printed before still leads to it.
    func slug(of meeting: Meeting) async throws -> String? {
        guard let announced = try await announced(meeting) else { return nil }
        let published = announced.documents.first { $0.role == .agenda }?.publication.slug
        return published ?? "\(announced.bodySlug)-\(announced.step)"
    }

    private func code(of slug: String?) async throws -> PublicationCode? {
        guard let slug else { return nil }
        return try await publications.code(of: slug)
    }

    /// The pack as it would be, for whoever makes it up.
    func draft(_ plan: PackPlan) async throws -> [UInt8] {
        try await printer.made(maker(plan, isDraft: true), withClosed: true, at: now()).pdf
    }

    func maker(_ plan: PackPlan, isDraft: Bool, because reason: String = "") -> PackMaker {
        let link = plan.code.flatMap { code in outside.map { $0("/p/\(code.rawValue)") } }
        return PackMaker(
            front: PackFront(meeting: plan.found.meeting, body: plan.found.body, structure: plan.found.structure),
            agenda: plan.agenda, contents: plan.contents, included: plan.included, changes: plan.changes.lines,
            edition: plan.edition, reports: plan.reports, country: plan.found.body.details.regime.country ?? .england,
            partnership: printing.partnership, accent: printing.accent ?? "#1f5673", notice: printing.notice,
            link: link ?? "", publishedOn: now().day, isDraft: isDraft, late: plan.late(because: reason))
    }

    /// Publishes the agenda, or what is new on it, for everybody and for members.
    ///
    /// - Parameter reason: why it is published later than its rules ask; nothing where it is not.
    /// - Throws: ``MeetingsRefusal``, `PublishingRefusal`, `PressError`, `DatabaseFault`
    func publish(_ plan: PackPlan, because reason: String = "", by actor: Entry.Actor) async throws {
        guard !plan.found.body.details.regime.isNeverPublic else { throw MeetingsRefusal.neverPublic }
        guard plan.isPossible, let slug = plan.slug, let id = plan.found.meeting.publishedID else {
            throw MeetingsRefusal.nothingToPublish
        }
        guard !plan.wantsReason || !reason.isEmpty else { throw MeetingsRefusal.lateWantsReason }
        let (time, maker) = (now(), maker(plan, isDraft: false, because: reason))
        let pack = try await printer.made(maker, withClosed: false, at: time)
        let members = plan.hasClosed ? try await printer.made(maker, withClosed: true, at: time) : nil
        var contents = placed(plan, pack.pages)
        contents.lateReason = plan.wantsReason ? reason : nil
        let kept = try await files.keep(pack.pdf)
        let edition = AgendaEdition(
            number: plan.edition, publishedAt: time, publishedBy: actor.shownName, contents: contents,
            changes: plan.edition == 1 ? [] : plan.changes.lines, pack: kept.hash,
            membersPack: try await keep(members?.pdf),
            membersPages: (members?.pages ?? []).map { MembersPage(key: $0.key, first: "\(plan.prefix)\($0.first)") })
        let page = AgendaBody(front: maker.front, plan: plan, edition: edition)
        let meeting = plan.found.meeting
        let numbers = plan.agenda.numbered.map { ($0.number, $0.item.id) }
        let draft = VersionDraft(
            .agenda, slug: slug,
            page: FrozenPage(page.title, summary: page.summary, body: page.html),
            files: try await documents(plan, edition, pack.pdf) + page.itemPages(), changes: edition.changes,
            record: .agenda(PublishedAgenda(contents, pages: page.pagesOfItems, of: plan.agenda)), code: plan.code)
        _ = try await publications.publish(
            draft, after: plan.agenda.editions.count,
            noting: [.init("edition", from: String?.none, to: edition.title)], by: actor, at: time
        ) { db in
            guard try db.agenda(of: meeting.id).revision == plan.agenda.revision else {
                throw MeetingsRefusal.agendaMoved
            }
            for (paper, text) in plan.fresh { try db.set(text, of: paper) }
            try db.enter(edition, of: meeting.id)
            try db.number(numbers)
            try db.attach(slug, to: id, as: .agenda, at: time)
        }
    }

    func keep(_ pdf: [UInt8]?) async throws -> FileHash? {
        guard let pdf else { return nil }
        return try await files.keep(pdf).hash
    }

    /// Every pack that was published stays with the newest version, and the files of open items as they came.
    private func documents(
        _ plan: PackPlan, _ edition: AgendaEdition, _ pdf: [UInt8]
    ) async throws -> [VersionDraft.File] {
        var all = [VersionDraft.File(Self.fileName(edition.number), title: edition.title, type: .pdf, bytes: pdf)]
        for earlier in plan.agenda.editions.reversed() {
            all.append(
                VersionDraft.File(
                    Self.fileName(earlier.number), title: "\(earlier.title), \(earlier.publishedAt.day)", type: .pdf,
                    bytes: try files.bytes(of: earlier.pack)))
        }
        for item in plan.agenda.standing where item.details.withholding.isOpen {
            for paper in item.standing { all += try await given(paper, plan) }
        }
        return all
    }

    /// The PDFs of a paper. Of an Office file there is the PDF alone: the file tells who wrote and changed it, which nobody sees who
    /// reads it.
    func given(_ paper: AgendaPaper, _ plan: PackPlan) async throws -> [VersionDraft.File] {
        switch paper.content {
        case .text: return []
        case .file(let file):
            return [try await given(file, named: "\(paper.id)", titled: "\(paper.title) as PDF")]
        case .report(let address, let version):
            var all: [VersionDraft.File] = []
            for annex in plan.reports[PackMaker.key(of: address, version)]?.annexes ?? [] {
                let title = "Annex \(annex.number) of ‘\(paper.title)’: \(annex.title) as PDF"
                all.append(try await given(annex.file, named: annex.name(in: paper.id), titled: title))
            }
            return all
        }
    }

    private func given(_ file: PaperFile, named name: String, titled title: String) async throws -> VersionDraft.File {
        VersionDraft.File(
            PublishedAgenda.Paper.file(called: name), title: title, type: .pdf, bytes: try files.bytes(of: file.hash),
            text: try await words(of: file))
    }

    /// What stands in a PDF that somebody gave; where its words cannot be read, what was said that it shows.
    private func words(of file: PaperFile) async throws -> String {
        let read = try? await printing.press.inspection(of: files.bytes(of: file.hash)).text
        return [file.description, read ?? ""].joined(separator: "\n")
    }

    private static func fileName(_ edition: Int) -> String {
        edition == 1 ? "agenda.pdf" : "supplementary-agenda-\(edition - 1).pdf"
    }

    /// The contents with the pages on which this edition prints them.
    func placed(_ plan: PackPlan, _ pages: [PackPrinter.Place]) -> EditionContents {
        var contents = plan.contents
        let places = Dictionary(pages.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let prefix = plan.prefix
        for item in contents.items.indices {
            for paper in contents.items[item].papers.indices {
                guard let place = places[contents.items[item].papers[paper].id] else { continue }
                contents.items[item].papers[paper].firstPage = "\(prefix)\(place.first)"
                contents.items[item].papers[paper].lastPage = "\(prefix)\(place.last)"
            }
        }
        let last = pages.map(\.last).max() ?? 0
        contents.pages = pages.isEmpty ? 0 : last - (pages.map(\.first).min() ?? 1) + 1
        return contents
    }

    /// What an agenda holds now. A paper that was published keeps the edition and the pages it was published with.
    ///
    /// - Parameter told: what notice was given of items that are taken in private, by the item.
    static func contents(of agenda: Agenda, told: [ID<AgendaItem>: String] = [:]) -> EditionContents {
        let known = Dictionary(
            agenda.editions.flatMap { $0.contents.items.flatMap(\.papers) }.map { ($0.id, $0) },
            uniquingKeysWith: { first, later in first.firstPage == nil ? later : first })
        let items = agenda.numbered.map { number, item in
            EditionContents.Item(
                id: "\(item.id)", number: number, kind: item.details.kind, title: item.title, text: item.details.text,
                withholding: EditionContents.Withheld(item.details.withholding, notice: told[item.id]),
                lateReason: item.details.lateReason,
                papers: item.standing.map { paper in
                    known["\(paper.id)"]
                        ?? EditionContents.Paper(
                            id: "\(paper.id)", title: paper.title, sort: paper.sort, fingerprint: paper.fingerprint,
                            replaces: paper.replaces.map { "\($0)" }, edition: agenda.editions.count + 1)
                }, isIn: item.number == nil)
        }
        return EditionContents(items: items, pages: 0)
    }
}

extension Agenda {
    /// Reports that say of themselves that the public may not read them, with items whose papers it may see: a report can be kept
    /// back after it was put on an agenda.
    fileprivate func closedReportsInTheOpen(_ reports: [String: FinishedReport]) -> [Obstacle] {
        numbered.filter(\.item.details.withholding.isOpen).flatMap { number, item in
            item.standing.compactMap { paper in
                guard case .report(let address, let version) = paper.content,
                    let report = reports[PackMaker.key(of: address, version)], !report.withholding.isOpen
                else { return nil }
                return Obstacle(
                    item: item.id,
                    words:
                        "Item \(number), ‘\(item.title)’: its report is \(report.withholding.sort.rawValue), so keep the papers "
                        + "of the item from the public, or take the report off")
            }
        }
    }
}

extension EditionContents.Withheld {
    init?(_ withholding: Withholding, notice: String?) {
        guard !withholding.isOpen else { return nil }
        self.init(
            isConfidential: withholding.sort == .confidential, paragraphs: withholding.paragraphs,
            reasoning: withholding.reasoning, until: withholding.until?.description, notice: notice)
    }
}

extension AgendaPaper {
    /// What tells its content from any other.
    var fingerprint: String {
        switch content {
        case .text(let text): FileHash(of: Array(text.utf8)).description
        case .report(let address, let version): "\(address) \(version)"
        case .file(let file): file.hash.description
        }
    }
}
