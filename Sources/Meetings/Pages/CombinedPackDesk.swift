import Foundation
import Membership
import Press
import Publishing
import Storage
import Web
import Wording
import WorkingDays

extension MeetingDesks {
    /// Puts everything that was published for a meeting together in one pack, and lays it before everybody beside the agenda and
    /// its supplements (D75).
    ///
    /// - Throws: ``MeetingsRefusal``, `PublishingRefusal`, `PressError`, `DatabaseFault`
    func combine(_ found: Found, by actor: Entry.Actor) async throws {
        guard !found.body.details.regime.isNeverPublic else { throw MeetingsRefusal.neverPublic }
        guard let whole = WholePack(of: try await agendas.agenda(of: found.meeting.id)),
            let id = found.meeting.publishedID, let base = try await slug(of: found.meeting)
        else { throw MeetingsRefusal.nothingToCombine }
        let made = try await packs.packs(of: found.meeting.id)
        guard made.last?.isSuperseded(by: whole.editions) ?? true else { throw MeetingsRefusal.combinedAlready }
        let (time, slug) = (now(), "\(base)-pack")
        let page = WholePackPage(whole: whole, found: found, at: time)
        let maker = try await maker(whole, page, of: found)
        let pdf = try await printer.made(maker, withClosed: false, at: time).pdf
        let isClosed = whole.contents.items.contains { $0.withholding != nil && !$0.papers.isEmpty }
        let members = isClosed ? try await printer.made(maker, withClosed: true, at: time).pdf : nil
        let pack = CombinedPack(
            number: made.count + 1, upTo: whole.editions.count, madeAt: time, madeBy: actor.shownName,
            pack: try await files.keep(pdf).hash, membersPack: try await keep(members))
        let draft = VersionDraft(
            .pack, slug: slug, page: page.frozen,
            files: [.init("pack.pdf", title: "Everything in one", type: .pdf, bytes: pdf)],
            changes: made.isEmpty ? [] : page.changes(since: made.last?.upTo ?? 0))
        try await publications.publish(
            draft, after: made.count, noting: [.init("combined pack", from: Int?.none, to: pack.number)], by: actor,
            at: time
        ) { db in
            try db.enter(pack, of: found.meeting.id)
            try db.attach(slug, to: id, as: .pack, at: time)
        }
    }

    private func maker(_ whole: WholePack, _ page: WholePackPage, of found: Found) async throws -> PackMaker {
        let agenda = whole.agenda
        let reports = try await reports(of: agenda, found)
        let included = Set(whole.contents.items.map(\.id))
        if let obstacle = size(agenda, included: included, reports: reports).obstacle {
            throw MeetingsRefusal.tooMuch(obstacle.words)
        }
        var maker = PackMaker(
            front: PackFront(meeting: found.meeting, body: found.body, structure: found.structure), agenda: agenda,
            contents: whole.contents, included: included, changes: [], edition: 1, reports: reports,
            country: found.body.details.regime.country ?? .england, partnership: printing.partnership,
            accent: printing.accent ?? "#1f5673", notice: printing.notice, link: try await link(of: found),
            publishedOn: now().day, isDraft: false, late: "")
        maker.retold = page.retold
        return maker
    }

    /// The short link that the agenda and its supplements have.
    private func link(of found: Found) async throws -> String {
        guard let slug = try await slug(of: found.meeting), let code = try await publications.code(of: slug) else {
            return ""
        }
        return outside.map { $0("/p/\(code.rawValue)") } ?? ""
    }
}

/// What a pack of everything says of itself.
private struct WholePackPage {
    let whole: WholePack
    let found: MeetingDesks.Found
    let at: Date

    /// Of what it is made, and as of when.
    private var madeOf: String {
        "Everything that was published for this meeting in one, as of \(at.dayAndTime): \(whole.sources.inWords). Each paper stands with "
            + "its item, on pages that are called as when they were sent first. What was replaced is left out."
    }

    var retold: PackMaker.Retold {
        .init(
            heading: "Agenda, with its supplements", sentence: nil, inBrief: "Combined pack", madeOf: madeOf,
            lines: whole.omissions, linesHeading: "What is left out", labels: whole.labels())
    }

    func changes(since edition: Int) -> [String] {
        whole.editions.filter { $0.number > edition }.map { "\($0.title) was put in." }
    }

    var frozen: FrozenPage {
        let title = "\(found.body.name), \(found.meeting.day.words): everything in one"
        return FrozenPage(
            title, summary: "The agenda of this meeting and its supplements in one pack, as of \(at.dayAndTime).",
            body: """
                <div class="agenda-body">
                <p class="eyebrow">Combined pack, as of \(at.dayAndTime)</p>
                <h1>\(title)</h1>
                <p class="lead">\(madeOf)</p>
                <ol class="agenda-list">
                \(whole.contents.items.html(row))
                </ol>
                \(omissions)
                </div>
                """)
    }

    private func row(_ item: EditionContents.Item) -> HTML {
        let papers: HTML? =
            item.withholding != nil
            ? "<p><em>Its papers are kept from the public.</em></p>"
            : item.papers.isEmpty ? nil : "<ul>\(item.papers.html { "<li>\(line($0))</li>\n" })</ul>"
        return "<li value=\"\(item.number)\"><strong>\(item.title)</strong>\(papers)</li>\n"
    }

    /// "Lamps, pages S1 to S3 (supplementary agenda 1)"
    private func line(_ paper: EditionContents.Paper) -> String {
        let pages = [paper.firstPage, paper.lastPage].compactMap(\.self)
        let place =
            pages.isEmpty
            ? "" : pages.first == pages.last ? ", page \(pages[0])" : ", pages \(pages.joined(separator: " to "))"
        return "\(paper.title)\(place) (\(AgendaEdition.title(paper.edition).begunSmall))"
    }

    private var omissions: HTML? {
        guard !whole.omissions.isEmpty else { return nil }
        return "<h2>What is left out</h2>\n<ul>\(whole.omissions.html { "<li>\($0)</li>\n" })</ul>"
    }
}
