import Membership
import Storage
import Web

/// Where finished reports come from, and what a pack prints of them.
public protocol ReportDesk: Sendable {
    /// Those that are finished and go to a body, the newest first.
    func finished(for body: ID<Body>) async throws -> [FinishedReport]
    /// One version of one.
    func report(_ address: String, version: Int) async throws -> FinishedReport?
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
    /// The whole of it as a part of a web page, under a heading of level 2.
    public let page: HTML

    public init(
        address: String, version: Int, title: String, asks: String, withholding: Withholding, template: [UInt8],
        words: [UInt8], page: HTML
    ) {
        (self.address, self.version, self.title, self.asks) = (address, version, title, asks)
        (self.withholding, self.template, self.words, self.page) = (withholding, template, words, page)
    }
}
