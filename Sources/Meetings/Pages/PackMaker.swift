import Foundation
import Markdown
import Membership
import Press
import Publishing
import Storage
import Wording
import WorkingDays

/// What goes into a pack, and what it is called there: the same for the public and, with what is kept from them, for members.
struct PackMaker {
    let front: PackFront
    let agenda: Agenda
    /// What this edition will hold.
    let contents: EditionContents
    /// Items that belong in this document.
    let included: Set<String>
    /// Against what was published before.
    let changes: [String]
    /// 1 is the agenda itself.
    let edition: Int
    /// Reports by what tells them apart, see ``key(of:)``.
    let reports: [String: FinishedReport]
    let country: PartnershipArea.Country
    let partnership: String
    let accent: String
    let notice: String?
    let link: String
    let publishedOn: String
    let isDraft: Bool
    /// Why it is published later than its rules ask; empty where it is in time.
    let late: String
    /// What it says instead, where it is neither an agenda nor a supplement.
    var retold: Retold?

    /// A pack of what was published before.
    struct Retold {
        var heading: String
        /// In the place of when and where the meeting is to be; nil where that is said.
        var sentence: String?
        var inBrief: String
        var madeOf = ""
        /// What is not in it, with a heading.
        var lines: [String] = []
        var linesHeading = ""
        /// What the pages of papers are called, by the paper.
        var labels: [String: PackWords.Label] = [:]
    }

    /// To whom a report goes that is printed: "Overview & Scrutiny Panel – 9 February 2016".
    static func addressee(_ body: Body, _ meeting: Meeting) -> String { "\(body.name) – \(meeting.day.words)" }

    static func key(of report: String, _ version: Int) -> String { "\(report) \(version)" }

    /// What the template is given.
    ///
    /// - Parameter withClosed: whether it is for members, with what is kept from the public.
    func words(withClosed: Bool) -> PackWords {
        let details = front.meeting.details
        let title = retold?.heading ?? AgendaEdition.title(edition)
        let brief = retold?.inBrief ?? title
        var words = PackWords(
            title: front.body.name, kind: details.kind == .ordinary ? "" : details.kind.title,
            partnership: partnership, accent: accent, publishedOn: publishedOn,
            reference: "\(front.body.name), \(title)",
            contact: .init(
                name: details.contact.name, telephone: details.contact.telephone, email: details.contact.email),
            sentence: retold?.sentence ?? front.sentence, joining: details.joining, note: details.note,
            calledOff: front.meeting.now.calledOff ?? "", exampleNotice: notice ?? "", membership: front.membership,
            late: late,
            heading: title, running: "\(front.body.name), \(details.day.words)",
            inBrief: ([brief] + (isDraft ? ["draft"] : []) + (withClosed ? ["members’ copy"] : [])).joined(
                separator: ", "),
            items: numbered.map { item($0.item, $0.record, withClosed: withClosed) },
            changes: retold?.lines ?? (edition == 1 ? [] : changes), link: link, qr: !link.isEmpty,
            prefix: edition == 1 ? "" : "S",
            start: start,
            watermark: "Not for publication", draft: isDraft)
        if let retold { (words.madeOf, words.changesHeading) = (retold.madeOf, retold.linesHeading) }
        return words
    }

    /// Supplements go on where the one before ended, on a right-hand page, so that no page is called like another.
    var start: Int {
        guard edition > 2 else { return 1 }
        let pages = agenda.editions.filter(\.isSupplementary).map(\.contents.pages).reduce(0, +)
        return pages + (pages.isMultiple(of: 2) ? 1 : 2)
    }

    private var numbered: [(item: AgendaItem, record: EditionContents.Item)] {
        contents.items.filter { included.contains($0.id) }.compactMap { record in
            agenda.items.first { "\($0.id)" == record.id }.map { ($0, record) }
        }
    }

    private func item(_ item: AgendaItem, _ record: EditionContents.Item, withClosed: Bool) -> PackWords.Item {
        let isShown = item.details.withholding.isOpen || withClosed
        var notes: [String] = []
        if !item.details.lateReason.isEmpty {
            notes.append("Taken as urgent. The chair’s reason: \(item.details.lateReason)")
        }
        if record.withholding != nil { notes.append(reason(record)) }
        let known = Set(agenda.editions.flatMap { $0.contents.items.flatMap(\.papers).map(\.id) })
        let printed = item.standing.filter { edition == 1 || !known.contains("\($0.id)") }
        for paper in printed where isShown && (paper.replaces.map { known.contains("\($0)") } ?? false) {
            notes.append(
                "Please note: for item \(record.number), ‘\(paper.title)’ in this supplementary agenda replaces the one sent before."
            )
        }
        return PackWords.Item(
            number: record.number, title: item.title,
            text: item.details.text.isEmpty ? nil : PaperProse(Markdown(item.details.text), under: 2), notes: notes,
            papers: isShown ? printed.map { self.paper($0, isClosed: !item.details.withholding.isOpen) } : [],
            elsewhere: isShown
                ? record.papers.filter { paper in !printed.contains { "\($0.id)" == paper.id } }.compactMap(place) : [])
    }

    /// Where a paper is that was sent before.
    private func place(_ paper: EditionContents.Paper) -> String? {
        guard let first = paper.firstPage, let last = paper.lastPage else { return nil }
        let pages = first == last ? "page \(first)" : "pages \(first) to \(last)"
        return "\(paper.title): \(pages) of \(AgendaEdition.title(paper.edition).lowercased())"
    }

    private func paper(_ paper: AgendaPaper, isClosed: Bool) -> PackWords.Paper {
        var made = PackWords.Paper(
            key: "\(paper.id)", title: paper.title, sort: paper.sort,
            notes: (isClosed ? ["Not for publication."] : []) + paperNotes(paper), closed: isClosed,
            label: retold?.labels["\(paper.id)"])
        switch paper.content {
        case .text(let text): made.prose = PaperProse(Markdown(text), under: 1)
        case .report(let address, let version):
            made.file = "report-\(paper.id).json"
            if reports[Self.key(of: address, version)] == nil { made.sort = "missing" }
        case .file(let file):
            (made.file, made.description) = ("file-\(paper.id)", file.description)
        }
        return made
    }

    /// That it takes the place of another, which the other says too where it is still to be had.
    private func paperNotes(_ paper: AgendaPaper) -> [String] {
        guard let old = paper.replaces.flatMap({ id in agenda.items.flatMap(\.papers).first { $0.id == id } }) else {
            return []
        }
        return ["This paper replaces ‘\(old.title)’, which was sent before."]
    }

    private func reason(_ item: EditionContents.Item) -> String {
        guard let withheld = item.withholding else { return "" }
        if withheld.isConfidential {
            return [
                "Item \(item.number) is confidential: the public must be excluded (Local Government Act 1972, section 100A(2)).",
                withheld.notice ?? "",
            ].filter { !$0.isEmpty }.joined(separator: " ")
        }
        let subjects = ExemptParagraph.all(in: country, on: front.meeting.day).filter {
            withheld.paragraphs.contains($0.number)
        }
        let which = subjects.map { "paragraph \($0.number), \($0.words)" }.joined(separator: "; ")
        return
            "Item \(item.number) is exempt under Schedule 12A to the Local Government Act 1972: \(which). Why keeping it back is "
            + "more in the public interest: \(withheld.reasoning.withFullStop)"
            + (withheld.notice.map { " \($0)" } ?? "")
    }
}

extension AgendaPaper {
    /// As editions and packs call its content.
    var sort: String {
        switch content {
        case .text: "text"
        case .report: "report"
        case .file: "file"
        }
    }
}
