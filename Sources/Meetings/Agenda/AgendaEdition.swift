import Foundation
import Storage

/// A state of an agenda that was laid before everybody: the first is the agenda, what follows are supplementary agendas.
public struct AgendaEdition: Hashable, Sendable {
    /// 1 is the agenda itself.
    public let number: Int
    public let publishedAt: Date
    public let publishedBy: String
    public let contents: EditionContents
    /// What is different from the editions before, a line for each thing.
    public let changes: [String]
    /// The public's pack, as PDF.
    public let pack: FileHash
    /// With what is kept from the public; nil where nothing is.
    public let membersPack: FileHash?
    /// Where its papers are in that; empty of one that was published before this was kept.
    public var membersPages: [MembersPage] = []

    public var isSupplementary: Bool { number > 1 }

    /// "Agenda", "Supplementary agenda 1"
    public var title: String { Self.title(number) }

    static func title(_ number: Int) -> String {
        number == 1 ? "Agenda" : "Supplementary agenda \(number - 1)"
    }
}

/// Everything that an edition said, with the pages it said it on.
public struct EditionContents: Hashable, Sendable, Codable {
    public var items: [Item]
    /// Pages with a number of their own: 20 of S1 to S20.
    public var pages: Int
    /// Why an agenda was published later than its rules ask; nil for one that was in time.
    public var lateReason: String?

    public struct Item: Hashable, Sendable, Codable {
        public var id: String
        public var number: Int
        public var kind: AgendaItemDetails.Kind
        public var title: String
        /// In Markdown.
        public var text: String
        public var withholding: Withheld?
        public var lateReason: String
        public var papers: [Paper]
        /// Whether it is in this edition's own document: all are in the agenda, and of a supplement what is new.
        public var isIn: Bool
    }

    public struct Withheld: Hashable, Sendable, Codable {
        public var isConfidential: Bool
        public var paragraphs: [Int]
        public var reasoning: String
        public var until: String?
        /// What notice was given that it is taken in private; nil where none has to be.
        public var notice: String?
    }

    public struct Paper: Hashable, Sendable, Codable {
        public var id: String
        public var title: String
        /// "text", "report" or "file"
        public var sort: String
        /// What tells its content from any other.
        public var fingerprint: String
        public var replaces: String?
        /// The edition it came in.
        public var edition: Int
        /// "S5", "S20"; nil where it is not printed for the public.
        public var firstPage: String?
        public var lastPage: String?
    }

    public init(items: [Item], pages: Int, lateReason: String? = nil) {
        (self.items, self.pages, self.lateReason) = (items, pages, lateReason)
    }
}
