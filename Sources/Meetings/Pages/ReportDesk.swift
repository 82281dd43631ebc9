import Membership
import Storage
import Web

/// Where finished reports come from, and what a pack prints of them.
public protocol ReportDesk: Sendable {
    /// Those that are finished and go to a body, the newest first.
    func finished(for body: ID<Body>) async throws -> [FinishedReport]
    /// One version of one, as it is laid before a body: "Overview & Scrutiny Panel – 9 February 2016".
    func report(_ address: String, version: Int, to addressee: String) async throws -> FinishedReport?
}

/// A report that was finished, as a pack and a page show it.
public struct FinishedReport: Sendable {
    /// What tells it from others: its address within the site.
    public let address: String
    public let version: Int
    public let title: String
    /// What the meeting is asked, in Markdown.
    public let asks: String
    public let withholding: Withholding
    /// The function of Typst that prints it, as `report.typ` has it.
    public let template: [UInt8]
    /// What that function is given, as JSON.
    public let words: [UInt8]
    /// Those of its annexes that are PDFs.
    public let annexes: [Annex]
    /// The whole of it as a part of a web page, under a heading of level 2, whose annexes are to be had as they came where this
    /// says, by their keys.
    public let page: @Sendable ([String: Address]) -> HTML

    public init(
        address: String, version: Int, title: String, asks: String, withholding: Withholding, template: [UInt8],
        words: [UInt8], annexes: [Annex], page: @escaping @Sendable ([String: Address]) -> HTML
    ) {
        (self.address, self.version, self.title, self.asks) = (address, version, title, asks)
        (self.withholding, self.template, self.words) = (withholding, template, words)
        (self.annexes, self.page) = (annexes, page)
    }

    /// A PDF that stands in it as an annex.
    public struct Annex: Sendable {
        /// What tells it from its others.
        public let key: String
        /// From 1.
        public let number: Int
        public let title: String
        public let file: PaperFile
        /// What it is called among the files that a paper shows.
        public let sheets: String

        public init(key: String, number: Int, title: String, file: PaperFile, sheets: String) {
            (self.key, self.number, self.title) = (key, number, title)
            (self.file, self.sheets) = (file, sheets)
        }

        /// What tells its file from all others of a meeting.
        ///
        /// - Parameter paper: the report on the agenda.
        func name(in paper: ID<AgendaPaper>) -> String { "\(paper)-annex-\(number)" }
    }
}

extension FinishedReport {
    /// The page, with where each annex is to be had by what tells it from all others of a meeting.
    func page(in paper: ID<AgendaPaper>, filesAt address: (String) -> Address) -> HTML {
        page(
            Dictionary(
                annexes.map { ($0.key, address($0.name(in: paper))) }, uniquingKeysWith: { first, _ in first }))
    }
}
