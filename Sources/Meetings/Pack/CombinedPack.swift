import Foundation
import Storage
import Wording

/// Everything that was published for a meeting in one pack, as it stood when it was made (D75).
public struct CombinedPack: Hashable, Sendable {
    /// From 1; a later one takes the place of those before.
    public let number: Int
    /// The edition of the agenda up to which it goes.
    public let upTo: Int
    public let madeAt: Date
    public let madeBy: String
    /// The public’s, as PDF.
    public let pack: FileHash
    /// With what is kept from the public; nil where nothing is.
    public let membersPack: FileHash?

    /// Whether something was published since.
    public func isSuperseded(by editions: [AgendaEdition]) -> Bool { upTo < editions.count }
}

/// What goes into a pack of everything: the items and papers that stand, each at the place of its item, on the pages that it was
/// printed on when it was sent.
struct WholePack {
    /// The agenda as it was published last, without what anybody drafted since.
    let agenda: Agenda
    let contents: EditionContents
    let editions: [AgendaEdition]
    /// Published once, and replaced or taken off since. Of what is kept from the public there is nothing.
    let leftOut: [EditionContents.Paper]

    /// Nil where there is nothing to put together: no supplement was published.
    init?(of agenda: Agenda) {
        guard agenda.editions.count > 1, let contents = agenda.editions.last?.contents else { return nil }
        (self.contents, editions) = (contents, agenda.editions)
        let all = Dictionary(
            agenda.items.flatMap(\.papers).map { ("\($0.id)", $0) }, uniquingKeysWith: { first, _ in first })
        let known = Dictionary(agenda.items.map { ("\($0.id)", $0) }, uniquingKeysWith: { first, _ in first })
        let items = contents.items.compactMap { record in
            known[record.id].map { Self.item($0, as: record, papers: all) }
        }
        self.agenda = Agenda(meeting: agenda.meeting, items: items, editions: [])
        let standing = Set(contents.items.flatMap(\.papers).map(\.id))
        let open = agenda.editions.flatMap(\.contents.items).filter { $0.withholding == nil }.flatMap(\.papers)
        var seen = standing
        leftOut = open.filter { $0.firstPage != nil && seen.insert($0.id).inserted }
    }

    /// An item as it was published, with the papers that stood and those that they took the place of.
    private static func item(
        _ item: AgendaItem, as record: EditionContents.Item, papers all: [String: AgendaPaper]
    ) -> AgendaItem {
        var details = item.details
        (details.kind, details.title, details.text) = (record.kind, record.title, record.text)
        (details.lateReason, details.withholding) = (record.lateReason, Withholding(record.withholding))
        var papers: [AgendaPaper] = []
        for paper in record.papers.compactMap({ all[$0.id] }) {
            papers.append(paper.standing)
            var before = paper.replaces
            while let old = before.flatMap({ all["\($0)"] }) {
                papers.append(old.standing)
                before = old.replaces
            }
        }
        return AgendaItem(
            id: item.id, number: record.number, details: details, papers: papers, isTakenOff: false,
            revision: item.revision)
    }

    /// What each paper’s pages are called: as they were printed. What was never printed for its readers has letters of its own.
    func labels() -> [String: PackWords.Label] {
        var (labels, next) = ([String: PackWords.Label](), 1)
        for paper in contents.items.flatMap(\.papers) {
            let edition = editions.first { $0.number == paper.edition }
            let from = edition?.title ?? ""
            let printed = PrintedPage(paper.firstPage) ?? edition?.membersPages.first { $0.key == paper.id }?.page
            if let printed {
                labels[paper.id] = .init(prefix: printed.prefix, start: printed.number, from: from)
            } else {
                labels[paper.id] = .init(prefix: "C\(next)-", start: 1, from: from)
                next += 1
            }
        }
        return labels
    }

    /// "the agenda of 1 February 2016 and supplementary agenda 1 of 5 February 2016"
    var sources: [String] {
        editions.map { "\($0.isSupplementary ? "" : "the ")\($0.title.begunSmall) of \(Day($0.publishedAt).words)" }
    }

    /// What is not in it, a line for each.
    var omissions: [String] {
        leftOut.map { old in
            let now = contents.items.flatMap(\.papers).first { $0.replaces == old.id }
            let pages = [old.firstPage, old.lastPage].compactMap(\.self)
            let place = pages.first == pages.last ? "page \(pages[0])" : "pages \(pages.joined(separator: " to "))"
            let why = now.map { "replaced by ‘\($0.title)’\($0.firstPage.map { ", page \($0)" } ?? "")" } ?? "taken off"
            return "‘\(old.title)’ (\(place)): \(why)"
        }
    }
}

/// What a page is called: "S5".
struct PrintedPage: Hashable, Sendable {
    let prefix: String
    let number: Int

    /// Nil where nothing was printed.
    init?(_ label: String?) {
        guard let label, let number = Int(label.drop { !$0.isNumber }) else { return nil }
        (prefix, self.number) = (String(label.prefix { !$0.isNumber }), number)
    }
}

/// Where a paper is in a pack for members, among whose pages are those that the public’s has not.
public struct MembersPage: Hashable, Sendable, Codable {
    public let key: String
    /// "S5"
    public let first: String

    public init(key: String, first: String) {
        (self.key, self.first) = (key, first)
    }

    var page: PrintedPage? { PrintedPage(first) }
}

extension AgendaPaper {
    /// As it was when it was published, whatever somebody drafted since.
    fileprivate var standing: AgendaPaper {
        AgendaPaper(
            id: id, title: title, content: content, replaces: replaces, isTakenOff: false, addedBy: addedBy,
            addedAt: addedAt)
    }
}

extension Withholding {
    /// As it was published.
    fileprivate init(_ published: EditionContents.Withheld?) {
        guard let published else {
            self = .open
            return
        }
        self =
            published.isConfidential
            ? .confidential(reason: published.reasoning)
            : .exempt(
                paragraphs: published.paragraphs, reasoning: published.reasoning,
                until: published.until.flatMap { Day($0) })
    }
}
