import Foundation
import Storage

/// One thing on a meeting's order of business.
public struct AgendaItem: Hashable, Sendable {
    public let id: ID<AgendaItem>
    /// As it was published; nil before that, when it stands by its place.
    public let number: Int?
    public let details: AgendaItemDetails
    /// What is laid before the meeting with it, in order. Those that were replaced or taken off are among them.
    public let papers: [AgendaPaper]
    /// Whether it is not on the order of business any more.
    public let isTakenOff: Bool
    /// How often it was changed.
    public let revision: Int

    public var title: String { details.title }
    /// Those that stand.
    public var standing: [AgendaPaper] {
        let replaced = Set(papers.filter { !$0.isTakenOff }.compactMap(\.replaces))
        return papers.filter { !$0.isTakenOff && !replaced.contains($0.id) }
    }
}

/// An item as it is entered or changed.
public struct AgendaItemDetails: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable, SQLConvertible, Codable {
        case apologies, declarations
        case minutes = "minutes of an earlier meeting"
        case arising = "actions arising"
        case recommendation = "recommendation received"
        case report
        case exclusion = "exclusion of press and public"
        case other
    }

    public var kind: Kind
    public var title: String
    /// What the meeting is asked, in Markdown: "To approve the minutes of 26 January 2016."
    public var text: String
    public var withholding: Withholding
    /// Why it cannot wait for the next meeting, in the chair's words; empty for what was on the agenda in time.
    public var lateReason: String
    /// The notice in the forward plan that it is taken in private, as it stands in addresses; empty where it names none.
    public var privateNotice: String

    public init(
        kind: Kind, title: String, text: String = "", withholding: Withholding = .open, lateReason: String = "",
        privateNotice: String = ""
    ) {
        (self.kind, self.title, self.text) = (kind, title, text)
        (self.withholding, self.lateReason, self.privateNotice) = (withholding, lateReason, privateNotice)
    }
}

/// Whether the public may see what an item's papers say.
public enum Withholding: Hashable, Sendable {
    case open
    /// By resolution, under paragraphs of Schedule 12A, since keeping it back is more in the public interest than showing it.
    case exempt(paragraphs: [Int], reasoning: String, until: Day?)
    /// By law: a government department's terms, or an enactment or a court (LGA 1972 s.100A(2)).
    case confidential(reason: String)

    public var isOpen: Bool { self == .open }
    public var isExempt: Bool { if case .exempt = self { true } else { false } }

    /// How it is kept: what of it the records can tell apart.
    enum Sort: String, Sendable, SQLConvertible, CaseIterable, Codable {
        case open, exempt, confidential

        /// "Exempt"
        var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
    }

    var sort: Sort {
        switch self {
        case .open: .open
        case .exempt: .exempt
        case .confidential: .confidential
        }
    }

    var paragraphs: [Int] { if case .exempt(let paragraphs, _, _) = self { paragraphs } else { [] } }

    /// Why, in words.
    var reasoning: String {
        switch self {
        case .open: ""
        case .exempt(_, let reasoning, _): reasoning
        case .confidential(let reason): reason
        }
    }

    var until: Day? { if case .exempt(_, _, let until) = self { until } else { nil } }

    init(_ sort: Sort, paragraphs: [Int], reasoning: String, until: Day?) {
        self =
            switch sort {
            case .open: .open
            case .exempt: .exempt(paragraphs: paragraphs, reasoning: reasoning, until: until)
            case .confidential: .confidential(reason: reasoning)
            }
    }
}

/// An exempt item whose day to be looked at again has come: whether keeping it back is still more in the public interest.
public struct WithheldReview: Hashable, Sendable {
    public let item: ID<AgendaItem>
    public let meeting: ID<Meeting>
    public let title: String
    public let due: Day
}

/// A paper that is laid before a meeting.
public struct AgendaPaper: Hashable, Sendable {
    public let id: ID<AgendaPaper>
    public let title: String
    public let content: Content
    /// The paper that this one takes the place of.
    public let replaces: ID<AgendaPaper>?
    public let isTakenOff: Bool
    public let addedBy: String
    public let addedAt: Date

    public enum Content: Hashable, Sendable {
        /// Written here, in Markdown.
        case text(String)
        /// A report that was finished, by its address and version.
        case report(String, version: Int)
        /// A PDF as it came.
        case file(PaperFile)
    }
}

/// A PDF that somebody gave, to be put into a pack page by page.
public struct PaperFile: Hashable, Sendable {
    public let hash: FileHash
    /// As it was called: "Annex 1.pdf".
    public let name: String
    public let pages: Int
    /// What it shows, for whoever cannot see it.
    public let description: String

    public init(hash: FileHash, name: String, pages: Int, description: String) {
        (self.hash, self.name, self.pages, self.description) = (hash, name, pages, description)
    }
}
